import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import config from "../vite.config.ts";

const ROOT = fileURLToPath(new URL("..", import.meta.url));

const projects = z
  .object({
    test: z.object({
      projects: z.array(
        z.object({
          test: z.object({
            name: z.string(),
            include: z.array(z.string()),
            exclude: z.array(z.string()).default([]),
          }),
        }),
      ),
    }),
  })
  .parse(config)
  .test.projects.map(({ test }) => test);

const pattern = (glob: string): RegExp =>
  new RegExp(
    `^${glob
      .replaceAll(/[.+^$()|[\]\\]/g, "\\$&")
      .replaceAll("**/", "\u0000")
      .replaceAll("*", "[^/]*")
      .replaceAll("\u0000", "(?:.*/)?")}$`,
  );

const projectsOf = (path: string): string[] =>
  projects
    .filter(
      ({ include, exclude }) =>
        include.some((glob) => pattern(glob).test(path)) && !exclude.some((glob) => pattern(glob).test(path)),
    )
    .map(({ name }) => name);

describe("test files", () => {
  it("each run in exactly one vitest project: none is forgotten, none counted twice", () => {
    const tests = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard"], {
      cwd: ROOT,
      encoding: "utf8",
    })
      .split("\n")
      .filter((path) => /\.test\.[jt]sx?$/.test(path) && existsSync(join(ROOT, path)));
    expect(tests.length).toBeGreaterThan(20);
    const wrong = tests
      .map((path) => ({ path, projects: projectsOf(path) }))
      .filter(({ projects: found }) => found.length !== 1);
    expect(wrong).toEqual([]);
  });

  it("are told apart by their names", () => {
    expect(projectsOf("packages/domain/src/visit/visit.test.ts")).toEqual(["unit"]);
    expect(projectsOf("packages/elements/src/session/session.browser.test.ts")).toEqual(["components"]);
    expect(projectsOf("packages/board-api/src/contract/contract.board.test.ts")).toEqual(["board"]);
    expect(projectsOf("extension/e2e/harness/harness.e2e.test.ts")).toEqual(["extension"]);
    expect(projectsOf("packages/domain/bench/a.test.ts")).toEqual([]);
  });
});
