import fc from "fast-check";
import { afterEach, expect, it } from "vitest";
import type { SiteProfileInput } from "../profile/site-profile.ts";
import { painted, until } from "../testing/frames.ts";
import { person, profileOf, rowHtml, tableHtml, tablePage } from "../testing/profiles.ts";
import { RecordingObserver } from "../testing/recording-observer.ts";
import { RecyclingList } from "../testing/recycling-list.ts";
import { watchPage } from "./watch-page.ts";

const SLACK = 1;
const people = (count: number) => Array.from({ length: count }, (_, index) => person(index));
const query = (selector: string): HTMLElement => {
  const element = document.querySelector<HTMLElement>(selector);
  if (element === null) throw new Error(`no ${selector}`);
  return element;
};

/** Every statement that stands, checked against what is drawn. Independent of the code under test. */
const untrue = (
  observer: RecordingObserver,
  scroller: HTMLElement,
  rows: string,
  cccdOf: (row: Element) => string,
) => {
  const box = scroller.getBoundingClientRect();
  const origin = box.top + scroller.clientTop - scroller.scrollTop;
  const drawn = [...document.querySelectorAll(rows)].flatMap((row) => {
    const { top, bottom } = row.getBoundingClientRect();
    return bottom > top ? [{ top: top - origin, bottom: bottom - origin, cccd: cccdOf(row) }] : [];
  });
  return observer.standing.flatMap(({ top, height, identity }) => {
    const bottom = top + height;
    const here = drawn.filter((row) => row.top < bottom - SLACK && row.bottom > top + SLACK);
    const onScreen = bottom + origin > box.top + SLACK && top + origin < box.bottom - SLACK;
    const said = identity.identifiers[0]?.value ?? "";
    if (here.length === 0 && !onScreen) return [];
    const [row] = here;
    const right =
      row !== undefined &&
      here.length === 1 &&
      Math.abs(row.top - top) < SLACK &&
      (said === "" || row.cccd === said);
    return right ? [] : [{ said, top, height, here }];
  });
};

const when = fc.constantFrom("task", "frame", "two-frames", "microtask", "layout");
type When = "task" | "frame" | "two-frames" | "microtask" | "layout";
const index = fc.nat(39);
const operation = fc.oneof(
  fc.record({ do: fc.constant("text" as const), at: index, who: fc.nat(200) }),
  fc.record({ do: fc.constant("swap" as const), at: index, who: index }),
  fc.record({ do: fc.constant("remove" as const), at: index, who: fc.constant(0) }),
  fc.record({ do: fc.constant("insert" as const), at: index, who: fc.nat(200) }),
  fc.record({ do: fc.constant("sort" as const), at: fc.constant(0), who: fc.constant(0) }),
  fc.record({ do: fc.constant("scroll" as const), at: fc.nat(100), who: fc.constant(0) }),
  fc.record({ do: fc.constant("grow" as const), at: index, who: fc.nat(30) }),
  fc.record({ do: fc.constant("hide" as const), at: index, who: fc.constant(0) }),
  fc.record({ do: fc.constant("redraw" as const), at: fc.constant(0), who: fc.nat(200) }),
  fc.record({ do: fc.constant("unseen" as const), at: index, who: fc.nat(200) }),
  fc.record({ do: fc.constant("all-unseen" as const), at: index, who: fc.nat(200) }),
);
type Operation = typeof operation extends fc.Arbitrary<infer Value> ? Value : never;
const script = fc.array(fc.tuple(operation, when), { minLength: 1, maxLength: 12 });

/** Runs `act` in the page's own ResizeObserver: after the layout of the next frame, before its paint. */
const afterLayout = (act: () => void): void => {
  const observer = new ResizeObserver(() => {
    observer.disconnect();
    act();
  });
  observer.observe(query("#scroller, #viewport"));
};

/** Nobody observes what is not in the document, once observers have been told that it left. */
const outOfDocument = (element: Element, act: () => void): void => {
  const { parentElement, nextElementSibling } = element;
  element.remove();
  queueMicrotask(() => {
    act();
    parentElement?.insertBefore(element, nextElementSibling);
  });
};

const at = (moment: When, act: () => void): void => {
  if (moment === "task") act();
  else if (moment === "microtask") queueMicrotask(act);
  else if (moment === "frame") requestAnimationFrame(act);
  else if (moment === "layout") afterLayout(act);
  else requestAnimationFrame(() => requestAnimationFrame(act));
};

const onTable = ({ do: what, at: place, who }: Operation): void => {
  const body = query("tbody");
  const rows = [...body.children];
  const row = rows[place % Math.max(1, rows.length)];
  const other = rows[who % Math.max(1, rows.length)];
  if (what === "insert") row?.insertAdjacentHTML("beforebegin", rowHtml(person(who)));
  else if (what === "redraw")
    body.innerHTML = people(40)
      .map(({ cccd }, at) => rowHtml(person(who + at + Number(cccd.slice(-2)))))
      .join("");
  else if (what === "scroll") query("#scroller").scrollTop = place * 10;
  else if (what === "sort")
    body.append(...rows.sort((a, b) => (b.textContent ?? "").localeCompare(a.textContent ?? "")));
  else if (!(row instanceof HTMLElement)) return;
  else if (what === "text" && row.children[3]) row.children[3].textContent = person(who).cccd;
  else if (what === "unseen" || what === "all-unseen")
    outOfDocument(what === "unseen" ? row : body, () => {
      if (row.children[3]) row.children[3].textContent = person(who).cccd;
    });
  else if (what === "swap" && other) row.before(other);
  else if (what === "remove") row.remove();
  else if (what === "grow") row.style.height = `${20 + who}px`;
  else if (what === "hide") row.style.display = row.style.display === "none" ? "" : "none";
};

let abort = new AbortController();
afterEach(() => {
  abort.abort();
  document.body.replaceChildren();
});

const watch = async (page: SiteProfileInput["pages"][number]): Promise<RecordingObserver> => {
  abort = new AbortController();
  const observer = new RecordingObserver();
  watchPage({ document, profile: profileOf(page), observer, signal: abort.signal });
  await until(() => observer.lists.length > 0);
  return observer;
};

it("whatever a page does to its table, no painted frame shows an untrue statement", async () => {
  await fc.assert(
    fc.asyncProperty(script, fc.boolean(), async (steps, quiet) => {
      document.body.innerHTML = tableHtml(people(40));
      const observer = await watch(tablePage);
      const scroller = query("#scroller");
      for (const [step, moment] of steps) {
        at(moment, () => onTable(step));
        await painted();
        const wrong = untrue(observer, scroller, "tbody > tr", (row) => row.children[3]?.textContent ?? "");
        expect(wrong).toEqual([]);
        if (quiet) await painted(12);
      }
      await painted(3);
      // Nothing true is kept back either: everybody on screen is named in the end.
      const box = scroller.getBoundingClientRect();
      const shown = [...document.querySelectorAll("tbody > tr")].filter((row) => {
        const { top, bottom } = row.getBoundingClientRect();
        return bottom > top && bottom > box.top && top < box.bottom;
      });
      const said = observer.lastList?.rows.map(({ identity }) => identity.identifiers[0]?.value);
      for (const row of shown) expect(said).toContain(row.children[3]?.textContent);
      abort.abort();
    }),
    { numRuns: 25, endOnFailure: true },
  );
}, 120_000);

const gridPage = {
  ...tablePage,
  recognise: [{ selector: "#grid" }],
  root: "#grid",
  rows: { selector: "#viewport [role=row]" },
  columns: { headers: "[role=columnheader]", cells: ":scope > [role=gridcell]", count: { min: 4, max: 4 } },
  scroller: "#viewport",
};

it("nor does a grid that recycles its rows, scrolled, jumped, sorted and filtered", async () => {
  const step = fc.oneof(
    fc.record({ do: fc.constant("scroll" as const), to: fc.nat(5700) }),
    fc.record({ do: fc.constant("sort" as const), to: fc.constant(0) }),
    fc.record({ do: fc.constant("filter" as const), to: fc.integer({ min: 1, max: 5 }) }),
    fc.record({ do: fc.constant("update" as const), to: fc.nat(199) }),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(step, when), { minLength: 1, maxLength: 12 }), async (steps) => {
      document.body.replaceChildren();
      let shown = people(200);
      const list = new RecyclingList(shown);
      const observer = await watch(gridPage);
      for (const [{ do: what, to }, moment] of steps) {
        at(moment, () => {
          if (what === "scroll") list.element.scrollTop = to;
          else if (what === "sort") shown = [...shown].reverse();
          else if (what === "update")
            shown = shown.map((one, index) => (index === to ? person(500 + to) : one));
          if (what === "filter") list.show(shown.filter((_, index) => index % to === 0));
          else if (what !== "scroll") list.show(shown);
        });
        await painted();
        const seen = () =>
          untrue(observer, list.element, "#viewport [role=row]", (row) => row.children[3]?.textContent ?? "");
        // Scrolled within a frame, a grid is drawn blank until its scroll event in the next; no other person stands there.
        expect(seen().filter(({ here }) => here.length > 0)).toEqual([]);
        if (seen().length === 0) continue;
        await painted();
        expect(seen()).toEqual([]);
      }
      abort.abort();
    }),
    { numRuns: 25, endOnFailure: true },
  );
}, 120_000);

it("a grid that recycles keeps its generation while it is only scrolled", async () => {
  const list = new RecyclingList(people(200));
  const observer = await watch(gridPage);
  const before = observer.lastList?.generation;
  for (const to of [100, 250, 400, 700, 2500, 2650, 40, 0]) {
    list.element.scrollTop = to;
    await painted(2);
  }
  expect(observer.lastList?.generation).toBe(before);
  expect(observer.names[0]).toBe(person(0).name);
});
