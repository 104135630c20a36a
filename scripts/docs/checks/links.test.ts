import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { readGuide } from "../guide/guide.ts";
import { problemText } from "../guide/problem.ts";
import { linkProblems, pictureProblems, targetOf } from "./links.ts";
import { mentionProblems } from "./mentions.ts";

const root = mkdtempSync(join(tmpdir(), "docs-links-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));
mkdirSync(join(root, "docs/pictures"), { recursive: true });
for (const file of ["docs/one.md", "docs/two.md", "LICENSE", "docs/pictures/list.png"])
  writeFileSync(join(root, file), "");

const guidesOf = (one: string) => [
  readGuide("docs/one.md", one),
  readGuide("docs/two.md", "# Two\n\n## Tóm tắt tiếng Việt\n\n## 4. Roll out\n"),
];

describe("links of the guides", () => {
  it("hold where file and heading are there, with Vietnamese anchors too", () => {
    const guides = guidesOf(
      "# One\n\n[a](two.md) [b](two.md#tóm-tắt-tiếng-việt) [c](two.md#4-roll-out) [d](#one) [e](../LICENSE) [f](https://example.org/#x)\n",
    );
    expect(linkProblems(guides, root)).toEqual([]);
  });

  it("are refused with file and line", () => {
    const guides = guidesOf(
      "# One\n\nwords\n[a](three.md)\n\n| t | u |\n| --- | --- |\n| 1 | 2 |\n| x | [b](two.md#roll-in) |\n\n- [c](#none)\n- [d](../LICENSE#x)\n- [e](../../elsewhere)\n",
    );
    expect(linkProblems(guides, root).map(problemText)).toEqual([
      "docs/one.md:4: no such file: three.md",
      "docs/one.md:9: no heading with this anchor: two.md#roll-in",
      "docs/one.md:11: no heading with this anchor: #none",
      "docs/one.md:12: anchor in a file that is no page: ../LICENSE#x",
      "docs/one.md:13: no such file: ../../elsewhere",
    ]);
  });

  it("are told from addresses of other sites", () => {
    expect(targetOf("docs/one.md", "https://example.org")).toBeUndefined();
    expect(targetOf("docs/one.md", "../README.md#tiếng-việt")).toEqual({
      file: "README.md",
      anchor: "tiếng-việt",
    });
  });
});

describe("pictures of the guides", () => {
  it("are there and have words", () => {
    expect(pictureProblems(guidesOf("![A list with marks](pictures/list.png)"), root)).toEqual([]);
    expect(pictureProblems(guidesOf("\n![](pictures/list.png)\n![Gone](pictures/gone.png)"), root)).toEqual([
      { file: "docs/one.md", line: 2, message: "picture without a text: pictures/list.png" },
      { file: "docs/one.md", line: 3, message: "no such picture: pictures/gone.png" },
    ]);
  });
});

describe("files that a guide names", () => {
  it("are there, unless they are built or a pattern", () => {
    const named =
      "See `docs/two.md`, `docs/*.md`, `packages/elements/dist/cdn`, https://example.org/docs/none.";
    expect(mentionProblems(guidesOf(named), root)).toEqual([]);
  });

  it("are refused with the line", () => {
    expect(mentionProblems(guidesOf("One\ntwo docs/three.md three"), root)).toEqual([
      { file: "docs/one.md", line: 2, message: "no such file in the repository: docs/three.md" },
    ]);
  });
});
