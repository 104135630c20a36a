import { afterEach, expect, it } from "vitest";
import { findElements } from "../read/find-elements.ts";
import { documentSelectorOf, isStableName, selectorOf, selectorOfAll } from "./stable-selectors.ts";

afterEach(() => document.body.replaceChildren());

const all = (selector: string): Element[] => [...document.querySelectorAll(selector)];
const one = (selector: string): Element => {
  const [found] = all(selector);
  if (found === undefined) throw new Error(`no ${selector}`);
  return found;
};

it.each(["grdBenhNhan", "list", "col-name", "sobh1", "TENBN"])("%s lasts", (name) => {
  expect(isStableName(name)).toBe(true);
});

it.each([
  "ctl00_12345",
  "css-1x9ab2c",
  "ui-state-hover",
  "selected",
  "row-active",
  "odd",
  "ember1042",
  "ng-invalid",
])("%s may be another tomorrow", (name) => {
  expect(isStableName(name)).toBe(false);
});

it("a selector finds its element alone, wherever it stands", () => {
  document.body.innerHTML = `<div id="x12345"><p><span>a</span></p><p class="odd"><span>b</span></p></div>
    <table><tr><td aria-describedby="grid_HOTEN">c</td><td>d</td></tr></table><div><div><div></div></div></div>`;
  for (const element of all("body *"))
    for (const scope of [document, document.body]) {
      const selector = selectorOf(element, scope);
      expect(findElements(scope, selector), selector).toEqual([element]);
      expect(selector).not.toMatch(/12345|odd/u);
    }
  expect(selectorOf(one("td"), document)).toBe('[aria-describedby$="_HOTEN"]');
});

it("leads through shadow roots", () => {
  document.body.innerHTML = "<his-app></his-app><his-app></his-app>";
  const inner = one("his-app:last-child").attachShadow({ mode: "open" });
  inner.innerHTML = "<b></b><b></b>";
  const last = inner.lastElementChild;
  if (last === null) throw new Error("no b");
  expect(findElements(document, documentSelectorOf(last))).toEqual([last]);
});

it("a selector of several finds exactly these, or there is none", () => {
  document.body.innerHTML = `<table id="t"><tbody><tr class="group"><td></td></tr><tr class="row odd"><td></td></tr><tr class="row"><td></td></tr></tbody></table>
    <ul><li></li><li></li><li></li></ul>`;
  expect(selectorOfAll(all("tr.row"), one("#t"))).toBe("tr.row");
  expect(selectorOfAll(all("li"), one("ul"))).toBe("li");
  expect(selectorOfAll(all("li").slice(1), one("ul"))).toBe(":scope > li:not(:first-child)");
  expect(selectorOfAll(all("li").slice(0, 2), one("ul"))).toBeUndefined();
});
