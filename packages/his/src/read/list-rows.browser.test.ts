import { afterEach, expect, it } from "vitest";
import { person, tableHtml } from "../testing/profiles.ts";
import { ListRows } from "./list-rows.ts";

const SELECTOR = "tbody > tr";

/** The rows of a table of so many, and how many of them were looked at. */
const listOf = (count: number) => {
  document.body.innerHTML = tableHtml(Array.from({ length: count }, (_, index) => person(index)));
  const root = document.querySelector("#list");
  if (root === null) throw new Error("no list");
  const found = root.querySelectorAll(SELECTOR);
  let looks = 0;
  const all = new Proxy(found, {
    get: (target, key) => {
      if (key === "length") return target.length;
      looks += 1;
      return target[Number(key)];
    },
  });
  return { root, found, rows: new ListRows(root, SELECTOR, all), looks: () => looks };
};

afterEach(() => document.body.replaceChildren());

it("knows each row of a long list, and nothing else, without a look at all of them", () => {
  const { root, found, rows, looks } = listOf(2000);
  for (const at of [0, 1, 777, 1998, 1999]) {
    const before = looks();
    expect(rows.has(found[at] ?? root)).toBe(true);
    expect(looks() - before).toBeLessThan(12);
  }
  for (const other of [document.body, root, root.querySelector("tbody"), root.querySelector("td")])
    expect(rows.has(other ?? root)).toBe(false);
  expect(rows.has(document.createElement("tr"))).toBe(false);
});

it("takes nothing for a row that was none, also where rows have moved", () => {
  const { root, found, rows } = listOf(2000);
  const body = root.querySelector("tbody");
  const [first, second] = found;
  if (body === null || first === undefined || second === undefined) throw new Error("no rows");
  body.append(first);
  const stranger = first.cloneNode(true);
  if (!(stranger instanceof Element)) throw new Error("no row");
  body.insertBefore(stranger, second);
  expect(rows.has(stranger)).toBe(false);
  expect(rows.has(second)).toBe(true);
});

it("says where no row can stand around an element", () => {
  const { root, found, rows } = listOf(3);
  expect([null, root, document.body].map((element) => rows.standsOutside(element))).toEqual([
    true,
    true,
    true,
  ]);
  expect(rows.standsOutside(found[0]?.querySelector("td") ?? null)).toBe(false);
});
