import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readSiteProfile } from "./read-site-profile.ts";

const text = readFileSync(new URL("./example.json", import.meta.url), "utf8");

const replaced = (node: unknown, [step, ...rest]: readonly string[], value: unknown): unknown => {
  if (step === undefined) return value;
  if (Array.isArray(node))
    return (node.length === Number(step) ? [...node, undefined] : node).map((item, at) =>
      `${at}` === step ? replaced(item, rest, value) : item,
    );
  const entries = Object.entries(node ?? {});
  const before = entries.find(([key]) => key === step)?.[1];
  return { ...Object.fromEntries(entries), [step]: replaced(before, rest, value) };
};
/** The example with the value at a dotted path replaced. */
const withValue = (path: string, value: unknown): unknown =>
  replaced(JSON.parse(text), path.split("."), value);
const problemOf = (json: unknown) => {
  const read = readSiteProfile(json);
  return read.ok ? undefined : read.problem;
};

describe("a site profile", () => {
  it("is read from text and from a value, with its defaults", () => {
    const read = readSiteProfile(text);
    expect(read.ok).toBe(true);
    expect(readSiteProfile(JSON.parse(text))).toEqual(read);
    if (read.ok) expect(read.value.pages[1]?.fields.birthDate?.januaryFirstMeansYear).toBe(false);
  });

  it.each([
    ["pages.0.rows.selector", "", "pages[0].rows.selector"],
    ["pages.0.rows.count", { min: 9, max: 2 }, "pages[0].rows.count"],
    ["pages.0.fields.birthDate.formats", ["dd/MM/yyyy", "MM/dd/yyyy"], "pages[0].fields.birthDate.formats"],
    ["pages.0.fields.birthDate.formats", ["whatever"], "pages[0].fields.birthDate.formats[0]"],
    ["pages.0.fields.name.parts.0", { from: "script", code: "x" }, "pages[0].fields.name.parts[0].from"],
    ["pages.0.fields.name.parts.0", { from: "text", header: "🙂" }, "pages[0].fields.name.parts[0].header"],
    ["pages.0.fields.name.parts.0", { from: "text" }, "pages[0].fields.name.parts[0]"],
    ["pages.1.fields.name.parts.0", { from: "text", header: "Tên" }, "pages[1].fields.name.parts[0].header"],
    ["pages.0.columns", undefined, "pages[0].fields.identifiers[1].parts[0].header"],
    ["pages.1.id", "waiting-list", "pages[1].id"],
    ["pages.1.banner", undefined, "pages[1].banner"],
    ["pages.1.joins", { pages: ["waiting-list"], key: "his-code" }, "pages[1].joins.pages[0]"],
    ["pages.1.joins", { pages: ["patient"], key: "his-code" }, "pages[1].joins.pages[0]"],
    ["pages.1.joins", { pages: ["header"], key: "cmnd" }, "pages[1].joins.key"],
    ["pages.1.onclick", "alert(1)", "pages[1]"],
    ["origins", ["https://a.example/his"], "origins[0]"],
    ["origins", ["https://*"], "origins[0]"],
    ["pages.0.fields.sex.codes.1", { text: "NAM", sex: "female" }, "pages[0].fields.sex.codes[1]"],
    ["pages.0.fields.sex.codes.1", { text: "♀", sex: "female" }, "pages[0].fields.sex.codes[1]"],
    ["pages.0.emergency.0.words", [" - "], "pages[0].emergency[0].words[0]"],
    ["pages.1.fields.identifiers.2.parts.0.match", { pattern: "(" }, "match.pattern"],
    ["pages.1.fields.identifiers.2.parts.0.match", { pattern: "(a+)+$" }, "match.pattern"],
    ["pages.1.fields.identifiers.2.parts.0.match", { pattern: "a", group: 1 }, "match.group"],
  ])("that is wrong at %s (%j) is refused in two languages, naming the place", (path, value, named) => {
    const problem = problemOf(withValue(path, value));
    expect(problem?.code).toBe("profile-invalid");
    expect(problem?.message.vi).toContain(named);
    expect(problem?.message.en).toContain(named);
    expect(problem?.message.vi).not.toMatch(/Invalid|expected|cannot|\b(the|is|of)\b/u);
  });

  it("that is wrong at several places names five of them, and counts the rest", () => {
    const wrong = { vi: "", en: "" };
    const faulty = (count: number): unknown => ({
      ...(withValue("name", wrong) as object),
      pages: Array.from({ length: count }, () => 7),
    });
    const three = problemOf(faulty(1))?.message;
    expect(three?.vi.match(/mục «/gu)).toHaveLength(3);
    expect(three?.vi).toContain("Hãy sửa các mục này");
    const many = problemOf(faulty(9))?.message;
    expect(many?.vi.match(/mục «/gu)).toHaveLength(5);
    expect(many?.vi).toContain("; và 6 mục khác");
    expect(many?.en).toContain("; and 6 more");
  });

  it.each([
    ["joined by its code", {}, undefined],
    [
      "that does not read the code",
      { fields: { name: { parts: [{ from: "text", selector: "b" }] } } },
      "pages[1].joins.key",
    ],
    ["that joins parts itself", { joins: { pages: ["header"], key: "cccd" } }, "pages[2].joins"],
    [
      "that fills forms",
      {
        prefill: { version: 1, facts: [{ item: "person-phone", parts: [{ from: "text", selector: "i" }] }] },
      },
      "pages[2].prefill",
    ],
    ["that has a banner", { banner: { anchor: "b", position: "before" } }, "pages[1].joins.pages[0]"],
  ])("may have a part in another frame, %s", (_what, change, named) => {
    const header = {
      id: "header",
      kind: "patient",
      recognise: [{ selector: "b" }],
      root: "b",
      fields: { identifiers: [{ kind: "his-code", parts: [{ from: "text", selector: "i" }] }] },
      ...change,
    };
    const whole = withValue("pages.1.joins", { pages: ["header"], key: "his-code" });
    const problem = problemOf(replaced(whole, ["pages", "2"], header));
    if (named === undefined) expect(problem).toBeUndefined();
    else expect(problem?.message.vi).toContain(`«${named}»`);
  });

  it("of a later format, or no JSON at all, says so", () => {
    expect(problemOf(withValue("formatVersion", 2))?.code).toBe("profile-newer");
    expect(problemOf(withValue("formatVersion", "1"))?.code).toBe("profile-invalid");
    expect(problemOf(text.slice(0, 500))?.code).toBe("profile-not-json");
    for (const nothing of [null, 7, [], "null"]) expect(problemOf(nothing)?.code).toBe("profile-invalid");
  });
});
