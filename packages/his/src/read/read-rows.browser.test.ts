import fc from "fast-check";
import { afterEach, describe, expect, it } from "vitest";
import type { SiteProfileInput } from "../profile/site-profile.ts";
import {
  DATE_SPELLINGS as dates,
  DATE_STYLES as formats,
  meaningOf as meaning,
  spelling,
  subject,
} from "../testing/arbitrary-people.ts";
import { profileOf } from "../testing/profiles.ts";
import { readRows } from "./read-rows.ts";

type PageInput = SiteProfileInput["pages"][number];
type ListInput = Extract<PageInput, { kind: "list" }>;

const listOf = (page: ListInput) => {
  const [read] = profileOf(page).pages;
  if (read?.kind !== "list") throw new Error("not a list");
  return read;
};
const read = (page: ListInput) => {
  const root = document.querySelector("#list");
  if (root === null) throw new Error("no list");
  return readRows(root, listOf(page));
};
afterEach(() => document.body.replaceChildren());

const columns = [
  "STT",
  "Họ và tên",
  "Ngày sinh",
  "Giới tính",
  "CCCD/CMND",
  "Số thẻ BHYT",
  "Đối tượng",
] as const;

const page = (format: (typeof formats)[number], comma: boolean): ListInput => ({
  id: "list",
  kind: "list",
  recognise: [{ selector: "#list" }],
  root: "#list",
  rows: { selector: "tbody > tr" },
  columns: { headers: "thead th", count: { min: 7, max: 7 } },
  gutter: { at: "edge", edge: "left", width: 20 },
  fields: {
    identifiers: [
      { kind: "cccd", parts: [{ from: "text", header: "cccd / cmnd" }] },
      { kind: "bhyt", parts: [{ from: "text", header: "SỐ THẺ BHYT" }] },
    ],
    name: {
      parts: [{ from: "text", header: "Họ và tên" }],
      form: comma ? "family-comma-given" : "as-written",
    },
    birthDate: { parts: [{ from: "text", header: "Ngày sinh" }], formats: [format] },
    sex: {
      parts: [{ from: "text", header: "Giới tính" }],
      codes: [
        { text: "Nam", sex: "male" },
        { text: "Nữ", sex: "female" },
      ],
    },
  },
  emergency: [{ when: "contains", part: { from: "text", header: "Đối tượng" }, words: ["Cấp cứu"] }],
});

describe("rows of generated tables", () => {
  it("are read truly, or not at all", () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.tuple(
            subject,
            spelling,
            fc.constantFrom(-1, -1, -1, 0, 1, 2, 3, 4, 5, 6),
            fc.constantFrom(...formats),
          ),
          {
            minLength: 1,
            maxLength: 6,
          },
        ),
        fc.shuffledSubarray([...columns], { minLength: 7 }),
        spelling,
        fc.constantFrom(...formats),
        fc.boolean(),
        fc.constantFrom("none", "duplicate", "missing"),
        (rows, order, headerSpelling, format, comma, headerFault) => {
          const table = document.createElement("table");
          table.id = "list";
          const head = table.createTHead().insertRow();
          for (const [at, title] of order.entries()) {
            const cell = document.createElement("th");
            const text = headerFault === "duplicate" && at === 0 ? "Họ và tên" : title;
            cell.textContent = headerSpelling(headerFault === "missing" && at === 6 ? "?" : text);
            head.append(cell);
          }
          const body = table.createTBody();
          for (const [who, spell, missing, written] of rows) {
            const texts: Record<(typeof columns)[number], string> = {
              STT: "1",
              "Họ và tên": comma ? `${who.family}, ${who.given}` : `${who.family} ${who.given}`,
              "Ngày sinh": dates[written](who.date),
              "Giới tính": who.female ? "Nữ" : "Nam",
              "CCCD/CMND": who.cccd,
              "Số thẻ BHYT": who.bhyt,
              "Đối tượng": who.emergency ? "BN cấp cứu" : "Thường",
            };
            const row = body.insertRow();
            for (const [at, title] of order.entries())
              if (at !== missing) row.insertCell().textContent = spell(texts[title]);
          }
          document.body.replaceChildren(table);
          const { rows: said, problems } = read(page(format, comma));
          expect(said).toHaveLength(rows.length);
          for (const [at, [who, , missing, written]] of rows.entries()) {
            const identity = said[at]?.identity;
            const urgency = said[at]?.urgency;
            if (missing >= 0) {
              expect(identity).toEqual({ identifiers: [] });
              expect(problems.map(({ code }) => code)).toContain("cells-off");
              continue;
            }
            const whole = headerFault === "none";
            for (const { kind, value } of identity?.identifiers ?? [])
              expect(value.toUpperCase()).toBe(kind === "cccd" ? who.cccd : who.bhyt);
            if (identity?.name !== undefined)
              expect(meaning(identity.name)).toBe(meaning(`${who.family} ${who.given}`));
            if (identity?.sex !== undefined) expect(identity.sex).toBe(who.female ? "female" : "male");
            if (identity?.birthDate !== undefined && written === format)
              expect(identity.birthDate).toEqual(who.date);
            if (urgency?.emergency) expect(who.emergency).toBe(true);
            if (!whole) continue;
            // With a sound header nothing is withheld either.
            expect(identity?.identifiers).toHaveLength(2);
            expect(identity?.name).toBeDefined();
            expect(identity?.sex).toBeDefined();
            expect(urgency?.emergency).toBe(who.emergency);
            if (written === format) expect(identity?.birthDate).toEqual(who.date);
            else if (!(format.includes("/") && written.includes("/")))
              expect(identity?.birthDate).toBeUndefined();
          }
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe("single fields", () => {
  const base = page("dd/MM/yyyy", false);
  const readOne = (fields: ListInput["fields"], row: string, emergency: ListInput["emergency"] = []) => {
    document.body.innerHTML = `<table id="list"><tbody>${row}</tbody></table>`;
    const { columns: _, ...rest } = base;
    return read({ ...rest, fields, emergency });
  };

  it("are joined, taken from attributes and links, and withheld when a part is missing", () => {
    const fields: ListInput["fields"] = {
      identifiers: [
        { kind: "bhyt", parts: [1, 2, 3].map((part) => ({ from: "value" as const, selector: `.b${part}` })) },
        {
          kind: "his-code",
          parts: [
            {
              from: "attribute",
              attribute: "href",
              selector: "a",
              match: { pattern: "/p/([0-9a-f-]+)$", group: 1 },
            },
          ],
        },
        { kind: "his-code", parts: [{ from: "attribute", attribute: "data-id" }] },
      ],
      name: {
        parts: [
          { from: "own-text", selector: "b" },
          { from: "text", selector: "i" },
        ],
      },
    };
    const row = (second: string) =>
      `<tr data-id="BN7"><td><input class="b1" value="HC4"><input class="b2" value="${second}"><input class="b3" value="12345"></td><td><a href="/p/00ff-1">Mở</a><b>Nguyễn Văn <em>mới</em></b><i>Đức</i></td></tr>`;
    expect(readOne(fields, row("00"))).toMatchObject({
      problems: [],
      rows: [
        {
          identity: {
            identifiers: [{ value: "HC40012345" }, { value: "00ff-1" }, { value: "BN7" }],
            name: "Nguyễn Văn Đức",
          },
        },
      ],
    });
    const partly = readOne(fields, row(""));
    expect(partly.rows[0]?.identity.identifiers.map(({ kind }) => kind)).toEqual(["his-code", "his-code"]);
    expect(partly.problems.map(({ code }) => code)).toEqual(["half-empty"]);
  });

  it("found several times count when they agree, and only then", () => {
    const fields: ListInput["fields"] = {
      identifiers: [{ kind: "cccd", parts: [{ from: "text", selector: "td", count: { min: 1, max: 3 } }] }],
    };
    expect(
      readOne(fields, "<tr><td>003 1</td><td>003\u00a01</td></tr>").rows[0]?.identity.identifiers,
    ).toHaveLength(1);
    const differing = readOne(fields, "<tr><td>003</td><td>004</td></tr>");
    expect(differing.rows[0]?.identity.identifiers).toEqual([]);
    expect(differing.problems.map(({ code }) => code)).toEqual(["texts-differ"]);
  });

  it("take 1 January for a year only where the profile says so", () => {
    const fields = (januaryFirstMeansYear: boolean): ListInput["fields"] => ({
      identifiers: [],
      name: { parts: [{ from: "text", selector: "b" }] },
      birthDate: {
        parts: [{ from: "text", selector: "i" }],
        formats: ["dd/MM/yyyy", "yyyy"],
        januaryFirstMeansYear,
      },
    });
    const row = (date: string) => `<tr><td><b>Lê Thị Lan</b><i>${date}</i></td></tr>`;
    expect(readOne(fields(true), row("01/01/1950")).rows[0]?.identity.birthDate).toEqual({ year: 1950 });
    expect(readOne(fields(false), row("01/01/1950")).rows[0]?.identity.birthDate).toEqual({
      year: 1950,
      month: 1,
      day: 1,
    });
    expect(readOne(fields(true), row("1950")).rows[0]?.identity.birthDate).toEqual({ year: 1950 });
    expect(readOne(fields(true), row("31/02/1950")).rows[0]?.identity.birthDate).toBeUndefined();
  });

  it("a given name first is read where it is certain which word is the family name, and else nothing is", () => {
    const fields: ListInput["fields"] = {
      identifiers: [],
      name: { parts: [{ from: "text", selector: "b" }], form: "given-first" },
    };
    const said = (text: string) => {
      const { rows, problems } = readOne(fields, `<tr><td><b>${text}</b></td></tr>`);
      return rows[0]?.identity.name ?? problems.map(({ code }) => code);
    };
    expect(said("Quốc Hùng Bùi")).toBe("Bùi Quốc Hùng");
    expect(said("Minh Tôn Thất")).toEqual(["name-order-unclear"]);
    expect(said("Bùi Quốc Hùng")).toEqual(["name-order-unclear"]);
    expect(said("Bùi, Quốc Hùng")).toEqual(["name-form-off"]);
  });

  it("raise an emergency by whole words only", () => {
    const fields: ListInput["fields"] = {
      identifiers: [],
      name: { parts: [{ from: "text", selector: "b" }] },
    };
    const signal = (when: "equals" | "contains"): ListInput["emergency"] => [
      { when, part: { from: "text", selector: "i" }, words: ["Cấp cứu"] },
    ];
    const row = (text: string) => `<tr><td><b>Lê Lan</b><i>${text}</i></td></tr>`;
    const said = (text: string, when: "equals" | "contains") =>
      readOne(fields, row(text), signal(when)).rows[0]?.urgency.emergency;
    expect(said("CẤP  CỨU", "equals")).toBe(true);
    expect(said("BN cấp cứu (đỏ)", "contains")).toBe(true);
    expect(said("BN cấp cứu (đỏ)", "equals")).toBe(false);
    expect(said("Cấp cứuu", "contains")).toBe(false);
  });

  it("spanning cells and headers line up, or the row says nothing", () => {
    const fields: ListInput["fields"] = {
      identifiers: [{ kind: "cccd", parts: [{ from: "text", header: "CCCD" }] }],
    };
    const table = (head: string, row: string) => {
      document.body.innerHTML = `<table id="list"><thead><tr>${head}</tr></thead><tbody><tr>${row}</tr></tbody></table>`;
      const { emergency: _, ...rest } = base;
      return read({ ...rest, columns: { headers: "th", count: { min: 1, max: 9 } }, fields }).rows[0]
        ?.identity.identifiers;
    };
    expect(table("<th colspan=2>A</th><th>CCCD</th>", "<td>1</td><td>2</td><td>003</td>")).toEqual([
      { kind: "cccd", value: "003" },
    ]);
    expect(table("<th colspan=2>A</th><th>CCCD</th>", "<td>1</td><td colspan=2>003</td>")).toEqual([]);
    expect(table("<th>A</th><th>CCCD</th>", "<td>1</td><td>003</td><td>x</td>")).toEqual([]);
  });

  it("a column may have one of several headers, and no two columns may share them", () => {
    const fields: ListInput["fields"] = {
      identifiers: [
        { kind: "cccd", parts: [{ from: "text", header: ["CCCD", "Citizen ID", "citizen id"] }] },
      ],
    };
    const under = (...headers: readonly string[]) => {
      const head = headers.map((header) => `<th>${header}</th>`).join("");
      document.body.innerHTML = `<table id="list"><thead><tr>${head}</tr></thead><tbody><tr><td>003</td><td>004</td></tr></tbody></table>`;
      const { emergency: _, ...rest } = base;
      return read({ ...rest, columns: { headers: "th", count: { min: 1, max: 9 } }, fields }).rows[0]
        ?.identity.identifiers;
    };
    expect(under("A", "CITIZEN ID")).toEqual([{ kind: "cccd", value: "004" }]);
    expect(under("cccd", "A")).toEqual([{ kind: "cccd", value: "003" }]);
    expect(under("CCCD", "Citizen ID")).toEqual([]);
    expect(under("A", "B")).toEqual([]);
  });
});
