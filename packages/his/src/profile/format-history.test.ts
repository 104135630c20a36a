import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { type FormatHistory, olderFormat, readThroughHistory } from "./format-history.ts";
import { readSiteProfile } from "./read-site-profile.ts";

/** A made-up history of three formats: the root was a list of ids first, then one selector, then selector and count. */
const first = z.strictObject({ formatVersion: z.literal(1), ids: z.array(z.string().min(1)).min(1) });
const second = z.strictObject({ formatVersion: z.literal(2), root: z.string().startsWith("#").max(40) });
const third = z.strictObject({
  formatVersion: z.literal(3),
  root: z.strictObject({ selector: z.string(), count: z.number().int().default(1) }),
});
const history: FormatHistory<z.infer<typeof third>> = {
  version: 3,
  newest: third,
  older: [
    olderFormat(1, first, ({ ids }) => ({ formatVersion: 2, root: ids.map((id) => `#${id}`).join(", ") })),
    olderFormat(2, second, ({ root }) => ({ formatVersion: 3, root: { selector: root } })),
  ],
};
const read = (value: unknown) => readThroughHistory(value, history);
const codeOf = (value: unknown) => {
  const result = read(value);
  return result.ok ? "read" : result.problem.code;
};

describe("the history of a format", () => {
  it("carries every older format over to the newest, with the newest one's defaults", () => {
    const newest = { formatVersion: 3, root: { selector: "#list", count: 1 } };
    for (const value of [
      { formatVersion: 1, ids: ["list"] },
      { formatVersion: 2, root: "#list" },
      { formatVersion: 3, root: { selector: "#list" } },
    ])
      expect(read(value)).toEqual({ ok: true, value: newest });
  });

  it("loses nothing of what an older profile said", () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[a-z]{1,5}$/), { minLength: 1, maxLength: 4 }), (ids) => {
        const result = read({ formatVersion: 1, ids });
        expect(result.ok && result.value.root.selector.match(/[a-z]+/g)).toEqual(ids);
      }),
    );
  });

  it("checks a profile as what it says it is before anything is done with it", () => {
    expect(codeOf({ formatVersion: 1, root: "#list" })).toBe("profile-invalid");
    expect(codeOf({ formatVersion: 2, root: "list" })).toBe("profile-invalid");
    expect(codeOf({ formatVersion: 3, root: "#list" })).toBe("profile-invalid");
    const result = read({ formatVersion: 2, root: 7 });
    expect(!result.ok && result.problem.message.vi).toContain("«root»");
  });

  it("checks what each step made, and says whose fault it is", () => {
    // Longer together than format 2 allows: the first step's result is no profile of format 2.
    expect(codeOf({ formatVersion: 1, ids: ["a".repeat(30), "b".repeat(30)] })).toBe(
      "profile-not-carried-over",
    );
    const careless = { ...history, older: [olderFormat(2, second, ({ root }) => ({ root }))] };
    const result = readThroughHistory({ formatVersion: 2, root: "#list" }, careless);
    expect(!result.ok && result.problem.code).toBe("profile-not-carried-over");
  });

  it("refuses what is newer, and what no format knows", () => {
    expect(codeOf({ formatVersion: 4, root: "#list" })).toBe("profile-newer");
    for (const formatVersion of [0, -1, 1.5, "2", null, Number.NaN])
      expect(codeOf({ formatVersion, root: "#list" })).toBe("profile-invalid");
  });

  it("is what site profiles are read through", () => {
    const result = readSiteProfile({ formatVersion: 2 });
    expect(!result.ok && result.problem).toMatchObject({ code: "profile-newer" });
    expect(!result.ok && result.problem.message.vi).toContain("Hãy cập nhật bộ công cụ rồi đóng gói lại");
  });
});
