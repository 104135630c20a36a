import { afterEach, expect, it } from "vitest";
import { findHeaders } from "./find-headers.ts";
import { findRowGroups } from "./row-groups.ts";

afterEach(() => document.body.replaceChildren());

const headersOf = (markup: string): readonly string[] | undefined => {
  document.body.innerHTML = markup;
  const [group] = findRowGroups(document);
  if (group === undefined) throw new Error("no rows");
  return findHeaders(group)?.cells.map((cell) => cell.textContent ?? "");
};
const rows = "<tr><td>1</td><td>Lê Mai</td></tr>".repeat(3);

it.each([
  ["its own table", `<table><thead><tr><th>STT</th><th>Họ tên</th></tr></thead>${rows}</table>`],
  [
    "another table",
    `<div><table><tr><th>STT</th><th>Họ tên</th></tr></table><div><table>${rows}</table></div></div>`,
  ],
  [
    "a row made like all others",
    `<section><div class="q head"><i>STT</i><i>Họ tên</i></div>${'<div class="q"><i>1</i><i>Võ Bảo Khoa</i></div>'.repeat(3)}</section>`,
  ],
  [
    "the level below titles",
    `<table><thead><tr><th colspan="2">Bệnh nhân</th></tr><tr><th>STT</th><th>Họ tên</th></tr></thead>${rows}</table>`,
  ],
])("headers of %s are found", (_where, markup) => {
  expect(headersOf(markup)).toEqual(["STT", "Họ tên"]);
});

it.each([
  ["there are none", `<table>${rows}</table>`],
  ["one cell spans all columns", `<table><tr><td colspan="2">Phòng khám 1</td></tr>${rows}</table>`],
  ["they have other columns", `<table><tr><th>STT</th><th>Họ tên</th><th>CCCD</th></tr>${rows}</table>`],
  ["they say nothing known", `<table><tr><th>A</th><th>B</th></tr>${rows}</table>`],
  ["they stand below", `<table>${rows}<tfoot><tr><th>STT</th><th>Họ tên</th></tr></tfoot></table>`],
])("no headers where %s", (_why, markup) => {
  expect(headersOf(markup)).toBeUndefined();
});

it("rows of a long list are taken whole, and nothing inside them again", () => {
  document.body.innerHTML = `<table>${rows.repeat(700)}</table>`;
  const groups = findRowGroups(document);
  expect(groups.map((group) => group.rows.length)).toEqual([2_100]);
});
