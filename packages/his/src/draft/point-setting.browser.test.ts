import { afterEach, expect, it } from "vitest";
import { countsOfPage } from "./page-counts.ts";
import { readPage } from "./page-draft.ts";
import { pointSetting, type SettingTarget } from "./point-setting.ts";

afterEach(() => document.body.replaceChildren());

const element = (selector: string): Element => {
  const found = document.querySelector(selector);
  if (found === null) throw new Error(`nothing at ${selector}`);
  return found;
};
const page = (input: object) => {
  const read = readPage(input);
  if (read === undefined) throw new Error("no page");
  return read;
};
const pointed = (input: object, target: SettingTarget, selector: string) => {
  const place = pointSetting(document, page(input), target, element(selector));
  return place.state === "placed" ? place.page : undefined;
};
const patient = {
  id: "patient",
  kind: "patient",
  recognise: [{ selector: ".gone" }],
  root: ".head",
  banner: { anchor: ".head", position: "before" },
  fields: { identifiers: [{ kind: "cccd", parts: [{ from: "text", selector: ".cccd" }] }] },
};
const PATIENT = `<div id="all"><div class="head"><h2 class="title">Hồ sơ</h2></div>
  <div class="data"><span class="cccd">003050000011</span>
  <a class="self" href="/r/1b4e28ba-2fa1-11d2-883f-0016d3cca427?tab=1">Hồ sơ</a>
  <input class="address" value="Phố Mẫu"></div></div>`;

it("the part that holds all is the innermost one around the click in which most is read", () => {
  document.body.innerHTML = PATIENT;
  expect(pointed(patient, "root", ".title")?.root).toBe("#all");
  expect(pointed(patient, "root", ".cccd")?.root).toBe("div.data");
});

it("a page is recognised by what was clicked", () => {
  document.body.innerHTML = PATIENT;
  expect(pointed(patient, "recognise", ".cccd")?.recognise).toEqual([{ selector: "span.cccd" }]);
});

it("forms take what was clicked in the patient's part, and nothing beside it", () => {
  document.body.innerHTML = PATIENT;
  const within = { ...patient, root: ".data" };
  const next = pointed(within, "person-address", ".address");
  expect(next).toMatchObject({
    prefill: { facts: [{ item: "person-address", parts: [{ from: "value", selector: "input.address" }] }] },
  });
  if (next === undefined) throw new Error("not taken");
  expect(countsOfPage(document, next)).toMatchObject({
    recognise: [0],
    root: 1,
    facts: [{ item: "person-address", text: "Phố Mẫu" }],
  });
  expect(pointed(within, "person-phone", ".title")).toBeUndefined();
});

it("the HIS's code is read out of the link that was clicked, and only where it is read back", () => {
  document.body.innerHTML = PATIENT;
  const within = { ...patient, root: ".data", recognise: [{ selector: ".data" }] };
  expect(pointed(within, "link", ".self")?.fields.identifiers[0]).toMatchObject({
    kind: "his-code",
    parts: [{ from: "attribute", attribute: "href", selector: "a.self" }],
  });
  element(".self").setAttribute("href", "/r/none");
  expect(pointed(within, "link", ".self")).toBeUndefined();
});

const list = {
  id: "list",
  kind: "list",
  recognise: [{ selector: "#ds" }],
  root: "#ds",
  rows: { selector: "tbody > tr" },
  gutter: { at: "edge", edge: "left", width: 16 },
  fields: { identifiers: [{ kind: "cccd", parts: [{ from: "text", selector: "td" }] }] },
};

it("a row that is no patient's is left out, with all rows like it, and no other", () => {
  document.body.innerHTML = `<table id="ds"><tbody><tr><td>003050000011</td></tr><tr><td>003050000012</td></tr>
    <tr class="tong-cong"><td>2 người</td></tr></tbody></table>`;
  const next = pointed(list, "other-row", ".tong-cong td");
  expect(next?.kind === "list" && next.rows.selector).toBe("tbody > tr:not(tr.tong-cong)");
  expect(next && countsOfPage(document, next).rows).toBe(2);
  // Nothing tells one patient's row from another's.
  expect(pointed(list, "other-row", "tr:first-child td")).toBeUndefined();
});

it("the one row of a list in which nobody was found is left out", () => {
  document.body.innerHTML = `<table id="ds"><tbody><tr><td class="dataTables_empty">Không có</td></tr></tbody></table>`;
  const next = pointed(list, "other-row", ".dataTables_empty");
  expect(next?.kind === "list" && next.rows.selector).toBe("tbody > tr:not(:has(td.dataTables_empty))");
});

it("a selector that the browser does not know is counted as such", () => {
  document.body.innerHTML = PATIENT;
  expect(countsOfPage(document, page({ ...patient, root: "div[" })).root).toBe(-1);
});
