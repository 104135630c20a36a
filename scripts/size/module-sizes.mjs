import { gzipSync } from "node:zlib";
import { transform } from "esbuild";

const gzipOf = (scripts) => gzipSync(scripts.join("\n"), { level: 9 }).length;

/**
 * Which modules the bytes of a script are from: for each the bytes of its own code, minified alone, and what the script
 * would have less in gzip without it. The latter do not add up: what two modules repeat is counted for neither.
 */
export const moduleSizes = async (modules) => {
  const minified = await Promise.all(
    modules.map(async ({ id, code }) => ({
      id,
      code: (await transform(code, { minify: true, target: "es2022", legalComments: "none" })).code,
    })),
  );
  const whole = gzipOf(minified.map(({ code }) => code));
  return minified
    .map(({ id, code }) => ({
      id,
      raw: code.length,
      gzip: whole - gzipOf(minified.filter((other) => other.id !== id).map((other) => other.code)),
    }))
    .sort((one, other) => other.gzip - one.gzip);
};
