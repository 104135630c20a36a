import { expect, it } from "vitest";
import { painted, until } from "../testing/frames.ts";
import { person, profileOf, rowHtml, tableHtml, tablePage } from "../testing/profiles.ts";
import { RecordingObserver } from "../testing/recording-observer.ts";
import { watchPage } from "../watch/watch-page.ts";
import { findElements } from "./find-elements.ts";
import { recognisePages } from "./recognise-pages.ts";
import { holds, openShadowRootsWith } from "./shadow-roots.ts";

const closed = new WeakMap<Element, ShadowRoot>();
const attach = (parent: ParentNode, name: string, mode: ShadowRootMode): ShadowRoot => {
  const host = document.createElement(name);
  parent.append(host);
  const root = host.attachShadow({ mode });
  if (mode === "closed") closed.set(host, root);
  return root;
};

it("closed roots stay closed until somebody can open them", () => {
  const root = attach(document.body, "his-sealed", "closed");
  root.innerHTML = "<p>1</p>";
  expect(findElements(document, "his-sealed >>> p")).toEqual([]);
  openShadowRootsWith((host) => closed.get(host) ?? null);
  const [found] = findElements(document, "his-sealed >>> p") ?? [];
  expect(found?.textContent).toBe("1");
  expect(findElements(document, "his-sealed >>>")).toBeUndefined();
  expect(found && holds(document.body, found)).toBe(true);
  expect(found && document.body.contains(found)).toBe(false);
  document.body.replaceChildren();
});

it("thousands of roots are not searched: the count is off, and no page is recognised by them", () => {
  let looked = 0;
  openShadowRootsWith((host) => {
    looked += 1;
    return closed.get(host) ?? null;
  });
  const box = document.createElement("main");
  for (let index = 0; index < 3000; index += 1) attach(box, "his-cell", "closed").innerHTML = "<p>1</p>";
  document.body.append(box);
  expect(findElements(document, "his-cell >>> p")).toBeUndefined();
  expect(findElements(document, "main > :first-child >>> p")).toHaveLength(1);
  expect(looked).toBeLessThan(10);
  const path = "his-cell >>> p";
  const recognised = recognisePages(
    document,
    profileOf({ ...tablePage, recognise: [{ selector: path, count: { min: 1, max: 9999 } }] }),
  );
  expect(recognised.shown).toEqual([]);
  expect(recognised.findings.map(({ code }) => code)).toEqual(["element-count-off"]);
  expect(looked).toBeLessThan(10);
  // Hosts in several roots of one step count together.
  box.replaceChildren();
  for (let outer = 0; outer < 30; outer += 1) {
    const root = attach(box, "his-row", "closed");
    for (let inner = 0; inner < 30; inner += 1) attach(root, "his-cell", "closed").innerHTML = "<p>1</p>";
  }
  expect(findElements(document, "his-row >>> his-cell >>> p")).toBeUndefined();
  expect(findElements(document, "his-row >>> his-cell")).toHaveLength(900);
  const malformed = recognisePages(
    document,
    profileOf({ ...tablePage, recognise: [{ selector: "his-row >>> p[" }] }),
  );
  expect(malformed.findings.map(({ code }) => code)).toEqual(["selector-broken"]);
  document.body.replaceChildren();
});

it("a list in nested roots is read, and followed when it changes, scrolls and goes", async () => {
  openShadowRootsWith((host) => closed.get(host) ?? null);
  const inner = attach(attach(document.body, "his-app", "open"), "his-list", "closed");
  const people = Array.from({ length: 60 }, (_, index) => person(index));
  inner.innerHTML = tableHtml(people);
  const path = "his-app >>> his-list >>> #list";
  const profile = profileOf({ ...tablePage, root: path, recognise: [{ selector: path }] });
  const abort = new AbortController();
  const observer = new RecordingObserver();
  watchPage({ document, profile, observer, signal: abort.signal });
  await until(() => observer.lists.length > 0);
  expect(observer.lastList?.faults).toEqual([]);
  expect(observer.names[0]).toBe(person(0).name);
  const body = inner.querySelector("tbody");
  if (body === null) throw new Error("no body");
  body.innerHTML = [...people].reverse().map(rowHtml).join("");
  await painted(1);
  expect(observer.names[0]).toBe(person(59).name);
  inner.querySelector("#scroller")?.scrollTo({ top: 1_000, behavior: "instant" });
  await painted(2);
  expect(observer.names.at(-1)).toBe(person(0).name);
  document.querySelector("his-app")?.remove();
  await until(() => observer.gone.includes("list"));
  abort.abort();
});
