import { afterEach, expect, it } from "vitest";
import type { SiteProfileInput } from "../profile/site-profile.ts";
import { profileOf } from "../testing/profiles.ts";
import { ListReader, readRows } from "./read-rows.ts";
import { FaultLog } from "./reading-faults.ts";

type ListInput = Extract<SiteProfileInput["pages"][number], { kind: "list" }>;

const list = (change: Pick<ListInput, "fields" | "emergency" | "columns">) => {
  const [page] = profileOf({
    id: "list",
    kind: "list",
    recognise: [{ selector: "#list" }],
    root: "#list",
    rows: { selector: "tbody > tr" },
    gutter: { at: "edge", edge: "left", width: 20 },
    ...change,
  }).pages;
  if (page?.kind !== "list") throw new Error("not a list");
  return page;
};
const root = (): Element => {
  const found = document.querySelector("#list");
  if (found === null) throw new Error("no list");
  return found;
};
afterEach(() => document.body.replaceChildren());

it("an emergency is one also where the column is called what its cells say", () => {
  document.body.innerHTML = `<table id="list"><thead><tr><th>Họ tên</th><th>Cấp cứu</th></tr></thead><tbody>
    <tr><td>Lê Lan</td><td>Cấp cứu</td></tr><tr><td>Bùi Hùng</td><td></td></tr></tbody></table>`;
  const { rows } = readRows(
    root(),
    list({
      columns: { headers: "th", count: { min: 2, max: 2 } },
      fields: { identifiers: [], name: { parts: [{ from: "text", header: "Họ tên" }] } },
      emergency: [{ when: "equals", part: { from: "text", header: "Cấp cứu" }, words: ["Cấp cứu"] }],
    }),
  );
  expect(rows.map(({ identity, urgency }) => [identity.name, urgency.emergency])).toEqual([
    ["Lê Lan", true],
    ["Bùi Hùng", false],
  ]);
});

const named = list({
  fields: { identifiers: [], name: { parts: [{ from: "text", selector: "b" }] } },
  emergency: [{ when: "equals", part: { from: "text", selector: "i" }, words: ["Cấp cứu"] }],
});
const row = (name: string, ...tags: readonly string[]): string =>
  `<tr><td><b>${name}</b>${tags.map((tag) => `<i>${tag}</i>`).join("")}</td></tr>`;
const show = (...rows: readonly string[]): void => {
  document.body.innerHTML = `<table id="list"><tbody>${rows.join("")}</tbody></table>`;
};

it("nothing is said of the one row whose signal cannot be read, and all of the others", () => {
  show(row("Lê Lan", "Thường"), row("Bùi Hùng", "Cấp cứu", "Ưu tiên"), row("Vũ Hà", "Cấp cứu"));
  const { rows } = readRows(root(), named);
  expect(rows.map(({ identity, urgency }) => [identity.name, urgency.emergency])).toEqual([
    ["Lê Lan", false],
    [undefined, false],
    ["Vũ Hà", true],
  ]);
});

it("what stood for a moment before the list was empty keeps nobody silent afterwards", () => {
  const reader = new ListReader(named);
  const read = (at: number) => {
    const log = new FaultLog();
    reader.refresh(root(), true);
    return reader
      .read(Array.from(reader.rows(root(), log).all), log, at)
      .map(({ identity }) => identity.name);
  };
  show(...Array.from({ length: 10 }, () => "<tr><td><b>…</b><b>…</b><i>…</i></td></tr>"));
  read(0);
  expect(reader.findings.some(({ off }) => off)).toBe(true);
  show();
  read(300);
  show(row("Lê Lan", "Thường"), row("Bùi Hùng", "Thường"));
  expect(read(60_000)).toEqual(["Lê Lan", "Bùi Hùng"]);
});
