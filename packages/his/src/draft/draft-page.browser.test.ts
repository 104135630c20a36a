import fc from "fast-check";
import { afterEach, describe, expect, it } from "vitest";
import { readPatient } from "../read/read-patient.ts";
import { readRows } from "../read/read-rows.ts";
import { tidyText } from "../read/tidy-text.ts";
import { draftPages } from "./draft-page.ts";

afterEach(() => document.body.replaceChildren());

const NAMES = ["Nguyễn Văn An", "Trần Thị Hoà", "Bùi Quốc Hùng", "Lê Mai", "Võ Đăng Khoa"];
const BIRTHS = ["15/03/1950", "01/12/1988", "1961", "30/06/1972", "02/02/2001"];
const row = (at: number): readonly string[] => [
  String(at + 1),
  `2600${at}717`,
  NAMES[at] ?? "",
  BIRTHS[at] ?? "",
  at % 2 === 0 ? "Nam" : "Nữ",
  `00305000001${at}`,
];
const HEADERS = ["STT", "Mã BN", "Họ và tên", "Ngày sinh", "Giới", "CCCD"];
const cells = (texts: readonly string[], tag: string): string =>
  texts.map((text) => `<${tag}>${text}</${tag}>`).join("");

const listRoot = (selector: string): Element => {
  const found = document.querySelector(selector);
  if (found === null) throw new Error(`no ${selector}`);
  return found;
};

describe("a list", () => {
  it.each([
    [
      "in a table",
      `<table id="ds"><thead><tr>${cells(HEADERS, "th")}</tr></thead><tbody>
      ${NAMES.map((_name, at) => `<tr class="${at % 2 ? "odd" : "even"}">${cells(row(at), "td")}</tr>`).join("")}</tbody></table>`,
    ],
    [
      "with headers in a table of their own, and an empty first row that holds the widths",
      `<div id="ds"><table><tr class="labels">${cells(HEADERS, "th")}</tr></table>
      <div style="height:80px;overflow:auto"><table><tbody><tr style="height:0">${cells(
        HEADERS.map(() => ""),
        "td",
      )}</tr>
      ${NAMES.map((_name, at) => `<tr class="jqgrow">${cells(row(at), "td")}</tr>`).join("")}</tbody></table></div></div>`,
    ],
    [
      "of nothing but divs",
      `<div id="ds"><div class="head">${cells(HEADERS, "div")}</div><div class="body">
      ${NAMES.map((_name, at) => `<div class="line">${cells(row(at), "div")}</div>`).join("")}</div></div>`,
    ],
    [
      "with a row that spans it",
      `<table id="ds"><thead><tr>${cells(HEADERS, "th")}</tr></thead><tbody><tr class="group"><td colspan="6">Phòng 1</td></tr>
      ${NAMES.map((_name, at) => `<tr class="person">${cells(row(at), "td")}</tr>`).join("")}</tbody></table>`,
    ],
  ])("%s is drafted and read", (_where, markup) => {
    document.body.innerHTML = markup;
    const { list } = draftPages(document);
    const sure = list?.fields.flatMap((field) => (field.sure ? [field.role] : []));
    expect(new Set(sure)).toEqual(new Set(["his-code", "name", "birth-date", "sex", "cccd"]));
    expect(list?.fields).toHaveLength(5);
    expect(list?.page?.root).toBe("#ds");
    if (list?.page === undefined) throw new Error("no list");
    const read = readRows(listRoot(list.page.root), list.page);
    expect(read.problems).toEqual([]);
    expect(read.rows.map(({ identity }) => identity.name)).toEqual(NAMES);
    expect(read.rows.map(({ identity }) => identity.identifiers.length)).toEqual([2, 2, 2, 2, 2]);
  });

  it("with several texts in one cell is read piece by piece", () => {
    document.body.innerHTML = `<table id="ds"><tr><th>STT</th><th>Bệnh nhân</th><th>Ghi chú</th></tr>
      ${NAMES.map((name, at) => `<tr class="bn"><td>${at}</td><td><b>${name}</b><i>${BIRTHS[at]}</i></td><td></td></tr>`).join("")}</table>`;
    const { list } = draftPages(document);
    expect(list?.fields).toEqual([
      { role: "name", labels: ["Bệnh nhân"], sure: true },
      { role: "birth-date", labels: ["Bệnh nhân"], sure: false },
    ]);
    if (list?.page === undefined) throw new Error("no list");
    const read = readRows(listRoot("#ds"), list.page).rows;
    expect(read.map(({ identity }) => identity.name)).toEqual(NAMES);
    expect(read.map(({ identity }) => identity.birthDate?.year)).toEqual([1950, 1988, 1961, 1972, 2001]);
  });

  it("in a shadow root is found through it", () => {
    const host = document.createElement("his-list");
    document.body.append(host);
    host.attachShadow({
      mode: "open",
    }).innerHTML = `<table><thead><tr>${cells(HEADERS, "th")}</tr></thead><tbody>${NAMES.map((_name, at) => `<tr>${cells(row(at), "td")}</tr>`).join("")}</tbody></table>`;
    expect(draftPages(document).list?.page?.root).toBe("his-list >>> table");
  });

  it("of ten thousand rows is drafted whole, among a thousand small ones", () => {
    const long = Array.from({ length: 10_000 }, (_, at) => `<tr>${cells(row(at % 5), "td")}</tr>`).join("");
    document.body.innerHTML = `${"<ul><li><b>1</b><i>2</i></li><li><b>3</b><i>4</i></li><li><b>5</b><i>6</i></li></ul>".repeat(1_000)}
      <table id="ds"><thead><tr>${cells(HEADERS, "th")}</tr></thead><tbody>${long}</tbody></table>`;
    const { list } = draftPages(document);
    if (list?.page === undefined) throw new Error("no list");
    expect(readRows(listRoot("#ds"), list.page).rows).toHaveLength(10_000);
  });

  it("of visits, rooms or drugs is none", () => {
    document.body.innerHTML = `<table><tr><th>STT</th><th>Tên phòng</th><th>Ngày khám</th></tr>
      ${NAMES.map((_name, at) => `<tr><td>${at}</td><td>Phòng ${at}</td><td>1${at}/03/2026</td></tr>`).join("")}</table>`;
    expect(draftPages(document)).toEqual({});
  });
});

describe("a patient", () => {
  it.each([
    [
      "in tied inputs",
      `<form id="bn"><label for="a">Họ tên</label><input id="a" value="Võ Đăng Khoa"><label for="b">Ngày sinh</label>
      <input id="b" value="15/03/1950"><label>CCCD <input name="cccd" value="003050000011"></label>
      <label for="c">Giới tính</label><select id="c"><option>Nữ<option selected>Nam</select></form>`,
    ],
    [
      "in a table of labels",
      `<table id="bn"><tr><td>Họ tên:</td><td>Võ Đăng Khoa</td><td>Ngày sinh:</td><td>15/03/1950</td></tr>
      <tr><td>CCCD:</td><td>003050000011</td><td>Giới tính:</td><td>Nam</td></tr></table>`,
    ],
    [
      "in a list of definitions",
      `<dl id="bn"><dt>Họ tên<dd>Võ Đăng Khoa<dt>Ngày sinh<dd>15/03/1950<dt>CCCD<dd>003050000011<dt>Giới tính<dd>Nam</dl>`,
    ],
    [
      "between loose texts",
      `<fieldset id="bn">Họ tên <input id="a" value="Võ Đăng Khoa"> Ngày sinh <input id="b" value="15/03/1950">
      CCCD <input id="c" value="003050000011"> Giới tính <input id="d" value="Nam"></fieldset>`,
    ],
  ])("%s is drafted and read", (_where, markup) => {
    document.body.innerHTML = markup;
    const { patient } = draftPages(document);
    if (patient?.page === undefined) throw new Error("no patient");
    const { identity } = readPatient(listRoot(patient.page.root), patient.page);
    expect(identity).toEqual({
      identifiers: [{ kind: "cccd", value: "003050000011" }],
      name: "Võ Đăng Khoa",
      birthDate: { year: 1950, month: 3, day: 15 },
      sex: "male",
    });
  });

  it("with a card in six inputs is read with the pieces in order", () => {
    document.body.innerHTML = `<div id="bn"><h4>Số thẻ BHYT</h4><p>${["HC", "4", "03", "03", "000", "00011"]
      .map((piece, at) => `<input id="sobh${at + 1}" value="${piece}">`)
      .join("")}</p><h4>Họ tên</h4><p><input id="ten" value="Lê Mai"></p></div>`;
    const page = draftPages(document).patient?.page;
    if (page === undefined) throw new Error("no patient");
    expect(readPatient(listRoot(page.root), page).identity?.identifiers).toEqual([
      { kind: "bhyt", value: "HC4030300000011" },
    ]);
  });

  it.each([true, false])("who is an emergency by a check box is one: %s", (checked) => {
    document.body.innerHTML = `<div id="bn"><h4>Họ tên</h4><p><input id="ten" value="Lê Mai"></p><h4>Cấp cứu</h4>
      <p><input type="checkbox" id="IsCapCuu" ${checked ? "checked" : ""}></p></div>`;
    const { patient } = draftPages(document);
    if (patient?.page === undefined) throw new Error("no patient");
    expect(readPatient(listRoot("#bn"), patient.page).urgency.emergency).toBe(checked);
    expect(patient.questions.map(({ doubt }) => doubt)).toEqual(checked ? [] : ["emergency-words"]);
  });

  it("who may be born in March or in April is asked about, an empty field too", () => {
    document.body.innerHTML = `<dl id="bn"><dt>Họ tên<dd>Lê Mai<dt>Ngày sinh<dd>03/04/1950<dt>CCCD<dd></dl>`;
    const { patient } = draftPages(document);
    expect(patient?.fields).toEqual([
      { role: "name", labels: ["Họ tên"], sure: true },
      { role: "birth-date", labels: ["Ngày sinh"], sure: false },
    ]);
    expect(patient?.questions).toEqual([
      { doubt: "no-values", role: "cccd", labels: ["CCCD"] },
      { doubt: "dates-undecided", role: "birth-date", labels: ["Ngày sinh"] },
    ]);
  });

  it("is never the doctor, the relative or a label beside an empty field", () => {
    document.body.innerHTML = `<dl id="bn"><dt>Bác sĩ<dd>Lê Mai<dt>Người nhà<dd>Lê Mai<dt>Họ tên<dd><dt>Địa chỉ<dd>Lê Lợi</dl>`;
    expect(draftPages(document).patient?.fields ?? []).toEqual([]);
  });
});

const digits = (length: number) => fc.stringMatching(new RegExp(`^\\d{${length}}$`));
const two = (value: number): string => String(value).padStart(2, "0");
const word = fc.constantFrom("Văn", "Thị", "Khoa", "Hoà", "Võ", "An", "Tên", "Sinh");
const person = fc.record({
  name: fc
    .tuple(fc.constantFrom("Nguyễn", "Trần", "Vừ", "Mẹ"), fc.array(word, { minLength: 1, maxLength: 3 }))
    .map(([family, rest]) => [family, ...rest].join(" ")),
  birth: fc
    .record({
      d: fc.integer({ min: 1, max: 28 }),
      m: fc.integer({ min: 1, max: 12 }),
      y: fc.integer({ min: 1930, max: 2010 }),
    })
    .map(({ d, m, y }) => `${two(d)}/${two(m)}/${y}`),
  cccd: digits(8).map((rest) => `0030${rest}`),
  visit: fc.integer({ min: 1, max: 28 }).map((day) => `${two(day)}/03/2026`),
  phone: digits(8).map((rest) => `09${rest}`),
});
const KEYS = ["name", "birth", "cccd", "visit", "phone"] as const;
const HEADINGS = {
  name: "Họ tên",
  birth: "Ngày sinh",
  cccd: "CCCD/CMND",
  visit: "Ngày hẹn",
  phone: "SĐT",
} as const;

it("whatever is drafted of a generated table is true of it, or it is a question", () => {
  const tables = fc.record({
    people: fc.array(person, { minLength: 5, maxLength: 12 }),
    keys: fc.shuffledSubarray([...KEYS], { minLength: 2 }),
    /** Headers as they should be, mixed up, or none. */
    headers: fc.constantFrom("right", "shifted", "none"),
    tag: fc.constantFrom("td", "div"),
  });
  fc.assert(
    fc.property(tables, ({ people, keys, headers, tag }) => {
      const shift = headers === "shifted" ? 1 : 0;
      const titles = keys.map((_key, at) => HEADINGS[keys[(at + shift) % keys.length] ?? "phone"]);
      const [line, head] = tag === "td" ? ["tr", "th"] : ["div", "div"];
      const box = tag === "td" ? "table" : "section";
      document.body.innerHTML = `<${box} id="ds">${headers === "none" ? "" : `<${line} class="head">${cells(titles, head)}</${line}>`}
        ${people
          .map(
            (one) =>
              `<${line} class="body">${cells(
                keys.map((key) => one[key]),
                tag,
              )}</${line}>`,
          )
          .join("")}</${box}>`;
      const { list } = draftPages(document);
      if (headers === "right")
        for (const [key, role] of [
          ["name", "name"],
          ["cccd", "cccd"],
        ] as const)
          expect([...(list?.fields ?? []), ...(list?.questions ?? [])].some((one) => one.role === role)).toBe(
            keys.includes(key),
          );
      if (list?.page === undefined) return;
      const { rows } = readRows(listRoot(list.page.root), list.page);
      const read = rows.filter(({ row: element }) => element.className === "body");
      for (const [at, { identity }] of read.entries()) {
        const truth = people[at];
        if (identity.name !== undefined) expect(tidyText(identity.name)).toBe(truth?.name);
        for (const { value } of identity.identifiers) expect(value).toBe(truth?.cccd);
        const { birthDate } = identity;
        const sure = list.fields.some(({ role, sure }) => role === "birth-date" && sure);
        if (birthDate?.day !== undefined && sure)
          expect(`${two(birthDate.day)}/${two(birthDate.month ?? 0)}/${birthDate.year}`).toBe(truth?.birth);
      }
      for (const { role, sure } of list.fields)
        expect(sure || list.questions.some((question) => question.role === role)).toBe(true);
    }),
    { numRuns: 60 },
  );
});
