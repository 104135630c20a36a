import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { painted, until } from "../testing/frames.ts";
import { person, profileOf, rowHtml, tableHtml, tablePage } from "../testing/profiles.ts";
import { RecordingObserver } from "../testing/recording-observer.ts";
import { watchPage } from "./watch-page.ts";

let abort: AbortController;
let observer: RecordingObserver;
const people = (count: number) => Array.from({ length: count }, (_, index) => person(index));
const get = (selector: string): HTMLElement => {
  const element = document.querySelector<HTMLElement>(selector);
  if (element === null) throw new Error(`no ${selector}`);
  return element;
};
const start = async () => {
  watchPage({ document, profile: profileOf(tablePage), observer, signal: abort.signal });
  await until(() => observer.lists.length > 0);
};

beforeEach(() => {
  abort = new AbortController();
  observer = new RecordingObserver();
});
afterEach(() => {
  abort.abort();
  document.body.replaceChildren();
  vi.restoreAllMocks();
});

describe("a list", () => {
  it("is read with places in its own content", async () => {
    document.body.innerHTML = tableHtml(people(5));
    await start();
    expect(observer.kind).toBe("list");
    const reading = observer.lastList;
    expect(reading?.faults).toEqual([]);
    expect(reading?.place.container).toBe(get("#scroller"));
    expect(reading?.place.width).toBeGreaterThan(20);
    expect(observer.names).toEqual(people(5).map(({ name }) => name));
    const first = get("tbody > tr").getBoundingClientRect();
    expect(reading?.rows[0]).toMatchObject({
      identity: {
        identifiers: [{ kind: "cccd", value: person(0).cccd }],
        birthDate: { year: 1950, month: 1, day: 1 },
      },
      urgency: { emergency: false },
      top: first.top - get("#scroller").getBoundingClientRect().top,
      height: first.height,
    });
  });

  it("keeps its generation when rows are only added, and says nothing when nothing changed", async () => {
    document.body.innerHTML = tableHtml(people(3));
    await start();
    const before = observer.lastList;
    get("tbody").insertAdjacentHTML("beforeend", rowHtml(person(3)));
    await painted();
    expect(observer.names).toHaveLength(4);
    expect(observer.lastList?.generation).toBe(before?.generation);
    const readings = observer.lists.length;
    get("tbody > tr").className = "hover";
    await painted(2);
    expect(observer.lists).toHaveLength(readings);
  });

  it.each([
    [
      "another person at the same place",
      () => {
        get("tbody > tr").outerHTML = rowHtml(person(40));
      },
    ],
    [
      "another text in the same node",
      () => {
        get("tbody > tr > td:nth-child(4)").textContent = person(41).cccd;
      },
    ],
    ["rows shifted", () => get("tbody").insertAdjacentHTML("afterbegin", rowHtml(person(42)))],
    [
      "sorted",
      () => {
        for (const row of [...document.querySelectorAll("tbody > tr")].reverse()) get("tbody").append(row);
      },
    ],
    ["a row taken away", () => get("tbody > tr:last-child").remove()],
    [
      "a row grown",
      () => {
        get("tbody > tr").style.height = "50px";
      },
    ],
    [
      "hidden by a filter",
      () => {
        get("tbody > tr:nth-child(2)").style.display = "none";
      },
    ],
    [
      "headers swapped",
      () => {
        get("th:nth-child(2)").textContent = "CCCD";
        get("th:nth-child(4)").textContent = "Họ tên";
      },
    ],
  ])("begins a new generation before the next paint: %s", async (_name, change) => {
    document.body.innerHTML = tableHtml(people(6));
    await start();
    const before = observer.lastList?.generation ?? 0;
    await painted(15);
    change();
    await painted();
    expect(observer.lastList?.generation).toBeGreaterThan(before);
  });

  it("says nothing of a row whose cells do not line up", async () => {
    document.body.innerHTML = tableHtml(people(3));
    get("tbody > tr:nth-child(2) > td:nth-child(2)").remove();
    await start();
    expect(observer.lastList?.rows[1]?.identity).toEqual({ identifiers: [] });
    expect(observer.lastList?.faults.map(({ code }) => code)).toEqual(["cells-off"]);
  });

  it("goes when it is unmounted and comes back once", async () => {
    document.body.innerHTML = tableHtml(people(3));
    await start();
    const html = document.body.innerHTML;
    const generation = observer.lastList?.generation ?? 0;
    document.body.replaceChildren();
    await painted();
    expect(observer.gone).toEqual(["list"]);
    const readings = observer.lists.length;
    document.body.innerHTML = html;
    await until(() => observer.lists.length > readings);
    await painted(5);
    expect(observer.lists).toHaveLength(readings + 1);
    expect(observer.lastList?.generation).toBeGreaterThan(generation);
    expect(observer.gone).toEqual(["list"]);
  });

  it("reads anew after a mutation too large to look at", async () => {
    document.body.innerHTML = tableHtml(people(3));
    await start();
    get("tbody").innerHTML = Array.from({ length: 1500 }, (_, index) => rowHtml(person(index + 100))).join(
      "",
    );
    await painted();
    expect(observer.names[0]).toBe(person(100).name);
  });
});

describe("a list of 10,000 rows", () => {
  const measured = () => {
    const spy = vi.spyOn(Element.prototype, "getBoundingClientRect");
    return () => spy.mock.contexts.filter((element) => element instanceof HTMLTableRowElement).length;
  };

  it("is measured only where it is on screen", async () => {
    document.body.innerHTML = tableHtml(people(10_000));
    const count = measured();
    await start();
    const shown = observer.lastList?.rows.length ?? 0;
    expect(shown).toBeGreaterThan(15);
    expect(shown).toBeLessThan(30);
    expect(count()).toBeLessThan(120);
  });

  it("is followed when it is scrolled far, and keeps its generation", async () => {
    document.body.innerHTML = tableHtml(people(10_000));
    await start();
    const count = measured();
    get("#scroller").scrollTop = 24 * 7000;
    await until(() => observer.names.includes(person(7005).name));
    expect(count()).toBeLessThan(120);
    expect(observer.lastList?.generation).toBe(observer.lists[0]?.generation);
    get("tbody > tr:nth-child(7006) > td:nth-child(4)").textContent = person(3).cccd;
    await painted();
    expect(observer.lastList?.generation).toBeGreaterThan(observer.lists[0]?.generation ?? 0);
  });

  it("remembers what it said off screen", async () => {
    document.body.innerHTML = tableHtml(people(10_000));
    await start();
    get("#scroller").scrollTop = 24 * 7000;
    await until(() => observer.names.includes(person(7005).name));
    const before = observer.lastList?.generation ?? 0;
    get("tbody > tr:nth-child(2) > td:nth-child(4)").textContent = person(9999).cccd;
    await painted();
    expect(observer.lastList?.generation).toBeGreaterThan(before);
  });
});
