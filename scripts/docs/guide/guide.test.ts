import { describe, expect, it } from "vitest";
import { sectionsOf } from "../site/contents.ts";
import { anchorOf } from "./anchor.ts";
import { readGuide } from "./guide.ts";
import { tokensOf } from "./sections.ts";

describe("a guide", () => {
  it("gives headings the anchors that GitHub gives them", () => {
    expect(anchorOf("Tóm tắt tiếng Việt")).toBe("tóm-tắt-tiếng-việt");
    expect(anchorOf("4. Roll out (by policy)")).toBe("4-roll-out-by-policy");
    expect(anchorOf("Những điều được hỏi · What is asked")).toBe("những-điều-được-hỏi--what-is-asked");
  });

  it("gives headings of the same words anchors of their own", () => {
    expect(readGuide("a.md", "## One\n\n## One\n").headings.map(({ anchor }) => anchor)).toEqual([
      "one",
      "one-1",
    ]);
  });

  it("has no HTML but comments", () => {
    expect(readGuide("a.md", "text\n\nit is <code> here\n\n<!-- a comment -->\n").problems).toEqual([
      { file: "a.md", line: 3, message: "HTML in a guide: <code>" },
    ]);
  });

  it("is shown in parts: one section with what is under it, or all but some", () => {
    const { tokens } = readGuide(
      "a.md",
      "# A\n\nfirst\n\n## B\n\nsecond\n\n### C\n\nthird\n\n## D\n\nfourth\n",
    );
    const titles = (part: Parameters<typeof tokensOf>[1]) =>
      sectionsOf(tokensOf(tokens, part)).map(({ title }) => title);
    expect(titles({ only: "b" })).toEqual(["B", "C"]);
    expect(titles({ without: ["b"] })).toEqual(["A", "D"]);
    expect(sectionsOf(tokens).map(({ text }) => text.trim())).toEqual(["first", "second", "third", "fourth"]);
  });
});
