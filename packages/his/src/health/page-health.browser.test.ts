import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { painted, until } from "../testing/frames.ts";
import { person, profileOf, rowHtml, tableHtml, tablePage } from "../testing/profiles.ts";
import { RecordingObserver } from "../testing/recording-observer.ts";
import { watchPage } from "../watch/watch-page.ts";
import { siteProblem } from "./site-problems.ts";
import { GRACE_MS } from "./standing-problems.ts";

const people = Array.from({ length: 8 }, (_, index) => person(index));

let abort: AbortController;
let observer: RecordingObserver;
beforeEach(() => {
  abort = new AbortController();
  observer = new RecordingObserver();
  document.body.innerHTML = tableHtml(people);
});
afterEach(() => {
  abort.abort();
  document.body.replaceChildren();
});

const watch = (...pages: Parameters<typeof profileOf>) =>
  watchPage({ document, profile: profileOf(...pages), observer, signal: abort.signal });
const codes = () => observer.findings.map(({ code }) => code);
/** Somebody is told apart by what the list says. */
const anybody = () =>
  observer.standing.some(({ identity }) => identity.identifiers.length > 0 || identity.name !== undefined);

describe("a list that an update has changed", () => {
  it.each<[string, string, () => void]>([
    [
      "a header that says something else",
      "header-missing",
      () => {
        const header = [...document.querySelectorAll("th")].find((one) => one.textContent === "CCCD");
        if (header) header.textContent = "Số giấy tờ";
      },
    ],
    [
      "a column more",
      "cells-off",
      () => {
        for (const row of document.querySelectorAll("tr"))
          row.insertBefore(
            document.createElement(row.parentElement?.localName === "thead" ? "th" : "td"),
            row.children[1] ?? null,
          );
      },
    ],
    [
      "cells without their headers",
      "cells-off",
      () => {
        for (const row of document.querySelectorAll("tbody > tr")) row.prepend(document.createElement("td"));
      },
    ],
    [
      "two columns changed over, headers as they were",
      "identifier-form-off",
      () => {
        for (const row of document.querySelectorAll("tbody > tr")) {
          const [, , born, cccd] = row.children;
          if (born && cccd) row.insertBefore(cccd, born);
        }
      },
    ],
  ])("%s: nobody is told from then on, and it is said within this page view", async (_, code, update) => {
    watch(tablePage);
    await until(() => observer.lists.length > 0 && observer.kind === "list");
    expect(anybody()).toBe(true);
    expect(observer.findings).toEqual([]);
    update();
    await painted(2);
    expect(anybody()).toBe(false);
    await until(() => observer.findings.length > 0);
    expect(codes()).toContain(code);
    expect(observer.findings[0]).toMatchObject({ page: "list", kind: "list", off: true });
    expect(observer.kind).toBe("list");
  });

  it("is read again as soon as it fits", async () => {
    watch(tablePage);
    await until(() => observer.lists.length > 0);
    const header = document.querySelectorAll("th")[3];
    if (header) header.textContent = "?";
    await until(() => observer.findings.length > 0);
    if (header) header.textContent = "CCCD";
    await until(anybody);
    await until(() => observer.findings.length === 0);
  });

  it.each<[string, (few: string) => void]>([
    [
      "a search",
      (few) => {
        const body = document.querySelector("tbody");
        if (body) body.innerHTML = few;
      },
    ],
    [
      "a list that a search takes away and puts back",
      async (few) => {
        document.body.replaceChildren();
        await painted(5);
        document.body.innerHTML = tableHtml([]);
        const body = document.querySelector("tbody");
        if (body) body.innerHTML = few;
      },
    ],
  ])("stays as it is for the few rows that are left by %s, until five fit again", async (_, search) => {
    watch(tablePage);
    await until(() => observer.lists.length > 0);
    for (const row of document.querySelectorAll("tbody > tr")) row.prepend(document.createElement("td"));
    await until(() => observer.findings.length > 0);
    await search(people.slice(0, 2).map(rowHtml).join(""));
    await until(() => document.querySelectorAll("tbody > tr").length === 2 && observer.kind === "list");
    await until(() => codes().includes("cells-off"));
    await painted(5);
    expect(anybody()).toBe(false);
    const body = document.querySelector("tbody");
    if (body) body.innerHTML = people.slice(0, 5).map(rowHtml).join("");
    await until(anybody);
    await until(() => observer.findings.length === 0);
  });

  it("that has lost its emergency signal says nobody, however few rows it has", async () => {
    document.body.innerHTML = tableHtml(people.slice(0, 2));
    for (const row of document.querySelectorAll("tbody > tr"))
      row.children[0]?.append(document.createElement("i"));
    watch({
      ...tablePage,
      emergency: [{ when: "equals", part: { from: "text", selector: "i" }, words: ["Cấp cứu"] }],
    });
    await until(anybody);
    for (const mark of document.querySelectorAll("i")) mark.remove();
    await painted(2);
    expect(anybody()).toBe(false);
    await until(() => observer.findings.length > 0);
    expect(observer.findings[0]).toMatchObject({
      code: "element-count-off",
      place: "emergency[0]",
      off: true,
    });
  });

  it("says nothing of what passes while it is redrawn", async () => {
    watch(tablePage);
    await until(() => observer.kind === "list");
    const head = document.querySelector("thead");
    const headers = head?.innerHTML ?? "";
    const said: string[] = [];
    for (let time = 0; time < 4; time += 1) {
      if (head) head.innerHTML = "";
      await painted(2);
      said.push(...codes());
      if (head) head.innerHTML = headers;
      await painted(2);
    }
    expect(said).toEqual([]);
    await until(anybody);
  });

  it("names page, field, version and what to do in both languages, and nothing that the page says", async () => {
    const identifiers = [
      { kind: "cccd" as const, parts: [{ from: "text" as const, header: "Mã định danh" }] },
    ];
    const page = { ...tablePage, fields: { ...tablePage.fields, identifiers } };
    watch(page);
    await until(() => observer.findings.length > 0);
    const problems = observer.findings.map((finding) => siteProblem(profileOf(page), finding));
    expect(problems.map(({ message }) => message)).toEqual([
      {
        vi: "Trang danh sách «list», mục «Số CCCD»: không có cột mang tiêu đề này. Không đánh dấu để tránh nhầm người. Hãy báo bộ phận CNTT kiểm tra hồ sơ trang «test», bản 1.",
        en: "List page “list”, “Citizen ID”: no column has this header. Nothing is marked, so that nobody is mistaken. Ask IT to check the site profile “test”, version 1.",
      },
    ]);
    const said = JSON.stringify([observer.findings, problems]);
    for (const { name, cccd, born } of people)
      for (const secret of [name, cccd, born]) expect(said).not.toContain(secret);
  });
});

describe("a field that stands empty", () => {
  const empty = (from: number): void => {
    for (const [index, row] of [...document.querySelectorAll("tbody > tr")].entries())
      if (index >= from && row.children[3]) row.children[3].textContent = "";
  };

  it("in all rows from the first is told, and marks go on by what else there is", async () => {
    empty(0);
    watch(tablePage);
    await until(() => observer.findings.length > 0);
    expect(observer.findings).toMatchObject([
      { code: "field-empty", place: "fields.identifiers[0]", off: false },
    ]);
    expect(anybody()).toBe(true);
  });

  it("in all rows on screen, where it had something a moment ago, is nothing to tell", async () => {
    const many = Array.from({ length: 60 }, (_, index) => person(index));
    document.body.innerHTML = tableHtml(many);
    empty(30);
    watch(tablePage);
    await until(() => observer.lists.length > 0);
    const scroller = document.querySelector("#scroller");
    scroller?.scrollTo({ top: scroller.scrollHeight });
    await until(() => observer.names.includes(person(59).name));
    await new Promise((resolve) => setTimeout(resolve, GRACE_MS + 200));
    expect(observer.findings).toEqual([]);
  });
});

describe("selectors that fit everything or nothing", () => {
  it.each<[string, object]>([
    ["nothing", { rows: { selector: ".row", count: { min: 1, max: 50 } } }],
    ["more than they may", { rows: { selector: "*", count: { min: 0, max: 20 } } }],
    [
      "the whole body and all in it",
      { root: "body", recognise: [{ selector: "body" }], scroller: undefined, rows: { selector: "*" } },
    ],
    ["nested rows", { rows: { selector: "tbody, tbody > tr" } }],
    ["no syntax", { rows: { selector: "tr[" } }],
    ["a place that is not there", { gutter: { at: "column", cell: ".free" } }],
  ])("%s: nobody is told, and it is said", async (_, change) => {
    watch({ ...tablePage, ...change });
    await until(() => observer.findings.length > 0);
    expect(observer.findings.every(({ kind, page }) => kind === "list" && page === "list")).toBe(true);
    expect(observer.findings.some(({ off }) => off)).toBe(true);
    const { rows = [], place } = observer.lastList ?? {};
    const told = rows.some(({ identity }) => identity.identifiers.length > 0);
    expect(told && (place?.width ?? 0) > 0).toBe(false);
  });

  it("thousands of false rows: those on screen are read, and no more", async () => {
    const body = document.querySelector("tbody");
    if (body)
      body.innerHTML = Array.from({ length: 20_000 }, (_, index) => rowHtml(person(index % 60))).join("");
    watch(tablePage);
    await until(() => observer.lists.length > 0);
    expect(observer.lastList?.rows.length).toBeLessThan(60);
  });
});
