import { execFileSync, spawnSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { z } from "zod";

const ROOT = fileURLToPath(new URL("..", import.meta.url));

const packageSchema = z.object({
  name: z.string(),
  dependencies: z.record(z.string(), z.string()).default({}),
  devDependencies: z.record(z.string(), z.string()).default({}),
});

/** DESIGN section 3: who may import whom, and nothing else. */
const GRAPH: Readonly<Record<string, readonly string[]>> = {
  domain: [],
  fhir: ["domain"],
  forms: ["domain"],
  his: ["domain"],
  vault: ["domain", "fhir", "forms"],
  "board-api": ["domain", "fhir", "forms"],
  elements: ["domain", "forms"],
  portal: ["domain", "fhir", "elements", "vault"],
};
const PACKAGES = Object.keys(GRAPH);
const OUTER = PACKAGES.filter((name) => name !== "board-api");

const workspaces = ["packages", "examples"]
  .flatMap((parent) => readdirSync(join(ROOT, parent)).map((name) => `${parent}/${name}`))
  .concat("extension")
  .filter((folder) => existsSync(join(ROOT, folder, "package.json")));

const allowedFor = (folder: string): readonly string[] =>
  folder.startsWith("packages/") ? (GRAPH[basename(folder)] ?? []) : OUTER;

const importOf = (specifier: string, index: number) =>
  `import { part${index} } from "${specifier}";\nexport const used${index} = part${index};\n`;

const forbiddenIn = (folder: string) => {
  const up = "../".repeat(folder.split("/").length + 1);
  return PACKAGES.filter(
    (name) => `packages/${name}` !== folder && !allowedFor(folder).includes(name),
  ).flatMap((name) => [`@cadre-care/${name}`, `${up}packages/${name}/src/index.ts`]);
};

const VIEWS = ["content", "frames", "panel", "popup", "options"];
const ALLOWED = "src/planted-allowed.ts";
const FORBIDDEN = "src/planted-forbidden.ts";

/** Imports as they must not, and as they may be, in every workspace. */
const planted: ReadonlyMap<string, string> = new Map([
  ...workspaces.flatMap((folder): [string, string][] => [
    [`${folder}/${FORBIDDEN}`, forbiddenIn(folder).map(importOf).join("")],
    [
      `${folder}/${ALLOWED}`,
      allowedFor(folder)
        .map((name, index) => importOf(`@cadre-care/${name}`, index))
        .join(""),
    ],
  ]),
  ...VIEWS.map((view): [string, string] => [
    `extension/src/${view}/planted.ts`,
    `${importOf("@cadre-care/vault", 0)}${importOf("@cadre-care/fhir", 1)}
export const opened = [indexedDB, fetch, localStorage, sessionStorage];\n`,
  ]),
]);

const reportSchema = z.object({
  diagnostics: z.array(z.object({ category: z.string(), location: z.object({ path: z.string() }) })),
});

/** How often biome's `rule` refuses what was planted, by path. The files lie in a folder of their own. */
const lintPlanted = (rules: readonly string[]): ReadonlyMap<string, number> => {
  const folder = mkdtempSync(join(tmpdir(), "planted-"));
  try {
    cpSync(join(ROOT, "biome.json"), join(folder, "biome.json"));
    for (const [path, source] of planted) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), source);
    }
    const result = spawnSync(
      join(ROOT, "node_modules", ".bin", "biome"),
      ["lint", "--vcs-enabled=false", "--reporter=json", "--max-diagnostics=none", "."],
      { cwd: folder, encoding: "utf8" },
    );
    const counts = new Map<string, number>();
    for (const { category, location } of reportSchema.parse(JSON.parse(result.stdout)).diagnostics) {
      if (!rules.includes(category)) continue;
      const path = location.path.replaceAll("\\", "/");
      counts.set(path, (counts.get(path) ?? 0) + 1);
    }
    return counts;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

describe("who depends on whom", () => {
  it("knows every package", () => {
    expect(
      workspaces
        .filter((folder) => folder.startsWith("packages/"))
        .map((folder) => basename(folder))
        .sort(),
    ).toEqual([...PACKAGES].sort());
  });

  it.each(workspaces)("%s/package.json names only what it may import", (folder) => {
    const manifest = packageSchema.parse(
      JSON.parse(readFileSync(join(ROOT, folder, "package.json"), "utf8")),
    );
    const ours = Object.keys({ ...manifest.dependencies, ...manifest.devDependencies })
      .filter((name) => name.startsWith("@cadre-care/") && !name.startsWith("@cadre-care/example-"))
      .map((name) => name.replace("@cadre-care/", ""));
    expect(ours.filter((name) => !allowedFor(folder).includes(name))).toEqual([]);
  });

  describe("as lint sees it", () => {
    const imports = lintPlanted(["lint/style/noRestrictedImports"]);
    const globals = lintPlanted(["lint/style/noRestrictedGlobals"]);

    it.each(workspaces)("refuses every other import in %s, by name and by path", (folder) => {
      expect(forbiddenIn(folder).length).toBeGreaterThan(0);
      expect(imports.get(`${folder}/${FORBIDDEN}`)).toBe(forbiddenIn(folder).length);
    });

    it.each(workspaces)("allows what DESIGN allows in %s", (folder) => {
      expect(imports.get(`${folder}/${ALLOWED}`)).toBeUndefined();
    });

    it.each(VIEWS)("keeps data out of extension/src/%s: only the background holds it", (view) => {
      expect(imports.get(`extension/src/${view}/planted.ts`)).toBe(2);
      expect(globals.get(`extension/src/${view}/planted.ts`)).toBe(4);
    });
  });
});

describe("package-lock.json", () => {
  const lock = readFileSync(join(ROOT, "package-lock.json"), "utf8");

  it("holds no address of a registry and no path of a machine", () => {
    const resolved = [...lock.matchAll(/"resolved": "([^"]*)"/g)].map((match) => match[1] ?? "");
    expect(resolved.filter((target) => !workspaces.includes(target))).toEqual([]);
    expect(lock).not.toMatch(/"file:\/|"\/(home|root|work|tmp|Users)\//);
  });

  it("holds every optional part of every package, without which npm ci refuses it", () => {
    const entry = z.object({ optionalDependencies: z.record(z.string(), z.string()).default({}) });
    const packages = z.object({ packages: z.record(z.string(), entry) }).parse(JSON.parse(lock)).packages;
    const missing = Object.entries(packages).flatMap(([path, { optionalDependencies }]) =>
      Object.keys(optionalDependencies).filter(
        (name) => !(`node_modules/${name}` in packages) && !(`${path}/node_modules/${name}` in packages),
      ),
    );
    expect(missing).toEqual([]);
  });

  it("needs no newer Node than the project says", () => {
    const packages = z
      .object({ packages: z.record(z.string(), z.object({ engines: z.unknown().optional() }).loose()) })
      .parse(JSON.parse(lock)).packages;
    const tooNew = Object.entries(packages).filter(([, entry]) => {
      const engines = z.object({ node: z.string() }).safeParse(entry.engines);
      return engines.success && /^>=\s*v?(2[1-9]|[3-9]\d)\b/.test(engines.data.node.trim());
    });
    expect(tooNew.map(([name]) => name)).toEqual([]);
  });
});

describe("sources", () => {
  const tracked = existsSync(join(ROOT, ".git"))
    ? execFileSync("git", ["ls-files"], { cwd: ROOT, encoding: "utf8" }).split("\n").filter(Boolean)
    : [];

  it("hold no build output and no large file", () => {
    expect(tracked.filter((path) => /(^|\/)(node_modules|dist|\.data)\/|^tour\//.test(path))).toEqual([]);
    const large = tracked.filter(
      (path) =>
        path !== "package-lock.json" &&
        existsSync(join(ROOT, path)) &&
        statSync(join(ROOT, path)).size > 1_500_000,
    );
    expect(large).toEqual([]);
  });

  it("keep one idea a file (long ones are named, not refused)", () => {
    const long = tracked
      .filter(
        (path) => /\.(ts|tsx|mjs)$/.test(path) && !path.includes(".test.") && existsSync(join(ROOT, path)),
      )
      .map((path) => ({ path, lines: readFileSync(join(ROOT, path), "utf8").split("\n").length }))
      .filter(({ lines }) => lines > 252);
    if (long.length > 0) console.warn(long.map(({ path, lines }) => `${path}: ${lines} lines`).join("\n"));
    expect(tracked.length === 0 || tracked.includes("LICENSE")).toBe(true);
  });
});
