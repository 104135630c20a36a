import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { readGuide } from "../guide/guide.ts";
import { problemText } from "../guide/problem.ts";
import { copyProblems } from "./copies.ts";
import { sourcesOf } from "./samples.ts";

const root = mkdtempSync(join(tmpdir(), "docs-copies-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));
mkdirSync(join(root, "examples"));
writeFileSync(join(root, "examples/care.ts"), "one();\ntwo();\n");

const guide = (file: string, ...code: readonly string[]) => [
  readGuide("docs/one.md", [`<!-- file: ${file} -->`, "", "```ts", ...code, "```", ""].join("\n")),
];

it("a sample that is a file of the repository is that file, and is compiled where it stands", () => {
  const same = guide("examples/care.ts", "one();", "two();");
  expect(copyProblems(same, root)).toEqual([]);
  expect(sourcesOf(same)).toEqual([]);
});

it.each([
  [
    "another line",
    guide("examples/care.ts", "one();", "tow();"),
    "docs/one.md:5: not as it stands in examples/care.ts",
  ],
  [
    "a line too few",
    guide("examples/care.ts", "one();"),
    "docs/one.md:5: not as it stands in examples/care.ts",
  ],
  ["no such file", guide("examples/none.ts", "one();"), "docs/one.md:4: no such file: examples/none.ts"],
])("is refused with the line where it is not: %s", (_what, guides, said) => {
  expect(copyProblems(guides, root).map(problemText)).toEqual([said]);
});
