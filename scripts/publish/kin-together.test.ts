import { rollup } from "rollup";
import { expect, it } from "vitest";
import { kinTogether } from "./kin-together.mjs";

const MODULES: Readonly<Record<string, string>> = {
  "/entry.ts":
    'import "/a.ts"; import "/b.ts"; export const entry = () => import("/later.ts"); globalThis.ran.push("entry");',
  "/a.ts": 'import "/a.messages.ts"; import "/a.styles.ts"; globalThis.ran.push("a");',
  "/b.ts": 'import "/b.styles.ts"; import "/b.messages.ts"; globalThis.ran.push("b");',
  "/later.ts": 'import "/later.messages.ts"; export {};',
  ...Object.fromEntries(
    ["/a.messages.ts", "/a.styles.ts", "/b.messages.ts", "/b.styles.ts", "/later.messages.ts"].map((id) => [
      id,
      `globalThis.ran.push("${id}");`,
    ]),
  ),
};

const built = async (entry = "/entry.ts", modules = MODULES) => {
  const { input, ...together } = kinTogether(entry);
  const build = await rollup({
    input,
    plugins: [
      together,
      {
        name: "modules",
        resolveId: (source) => (source in modules ? source : null),
        load: (id) => modules[id] ?? null,
      },
    ],
  });
  const { output } = await build.generate({ format: "es" });
  return output.flatMap((chunk) => (chunk.type === "chunk" ? [chunk] : []));
};

it("puts texts beside texts and styles beside styles, and leaves the rest in its order", async () => {
  const [entry] = await built();
  expect([...(entry?.code.matchAll(/push\("([^"]+)"\)/g) ?? [])].map(([, name]) => name)).toEqual([
    "/a.messages.ts",
    "/b.messages.ts",
    "/a.styles.ts",
    "/b.styles.ts",
    "a",
    "b",
    "entry",
  ]);
});

it("runs first what has to be set up before any library is used", async () => {
  const modules: Readonly<Record<string, string>> = {
    "/worker.ts": 'import "/portal/without-eval.ts"; import "/packages/domain/policy.ts";',
    "/portal/without-eval.ts": 'import "/node_modules/zod.js"; globalThis.ran.push("set up");',
    "/packages/domain/policy.ts": 'import "/node_modules/zod.js"; globalThis.ran.push("schema");',
    "/node_modules/zod.js": 'globalThis.ran.push("zod");',
  };
  const { code } = (await built("/worker.ts", modules))[0] ?? {};
  expect([...(code?.matchAll(/push\("([^"]+)"\)/g) ?? [])].map(([, name]) => name)).toEqual([
    "zod",
    "set up",
    "schema",
  ]);
});

it("leaves the entry its name and what it exports, and what is loaded later where it is", async () => {
  const [entry, later, ...others] = await built();
  expect([entry?.fileName, entry?.isEntry, entry?.exports]).toEqual(["entry.js", true, ["entry"]]);
  expect(later?.code).toContain("/later.messages.ts");
  expect(others).toEqual([]);
});
