import { hospitalDay, type RunningHis } from "@cadre-care/example-his-common";
import { SEED, startFixtures } from "@cadre-care/example-his-fixtures";
import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { eventually } from "./harness/index.ts";
import { browsersUnderTest } from "./support/browsers.ts";
import { settledMarks, wrongRows } from "./support/drawn-marks.ts";
import type { VisibleRow } from "./support/his-driver.ts";
import { startWorkday, type Workday } from "./support/workday.ts";

const FIXTURE = "f15-web-components";

declare global {
  interface Window {
    /** Every shadow root of the page, for this test to look into: they stay closed to everybody else. */
    rootsOfTheTest?: ShadowRoot[];
  }
}

/** Before the page's own scripts. */
const rememberRoots = (): void => {
  const roots: ShadowRoot[] = [];
  window.rootsOfTheTest = roots;
  const { attachShadow } = Element.prototype;
  Element.prototype.attachShadow = function (this: Element, init: ShadowRootInit): ShadowRoot {
    const root = attachShadow.call(this, init);
    roots.push(root);
    return root;
  };
};

const visibleRows = (page: Page): Promise<readonly VisibleRow[]> =>
  page.evaluate(() => {
    const root = window.rootsOfTheTest?.find((one) => one.querySelector("tbody > tr") !== null);
    const scroller = root?.querySelector(".scroller")?.getBoundingClientRect();
    const head = root?.querySelector("thead")?.getBoundingClientRect();
    return [...(root?.querySelectorAll("tbody > tr") ?? [])].flatMap((row) => {
      const { top, bottom, width, height } = row.getBoundingClientRect();
      const gutter = row.children[1]?.getBoundingClientRect();
      if (scroller === undefined || head === undefined || gutter === undefined) return [];
      if (top < head.bottom || bottom > scroller.bottom) return [];
      return [
        { code: row.querySelector("td.code")?.textContent ?? "", left: gutter.left, top, width, height },
      ];
    });
  });

describe.each(browsersUnderTest())("a HIS of web components with closed shadow roots in %s", (kind) => {
  const { patients, expected } = hospitalDay(SEED);
  let his: RunningHis;
  let workday: Workday;
  let page: Page;
  beforeAll(async () => {
    his = await startFixtures(0);
    workday = await startWorkday(kind, {
      moreHis: [{ file: `examples/his-fixtures/fixtures/${FIXTURE}/site-profile.json`, origin: his.url }],
    });
    page = await workday.session.open("about:blank");
    await page.evaluateOnNewDocument(rememberRoots);
    await page.goto(`${his.url}/${FIXTURE}/index.html`);
  }, 300_000);
  afterAll(async () => {
    await workday?.end();
    await his?.stop();
  });

  it("has the right rows marked, and those only", async () => {
    const codes = await eventually("the list", async () => {
      const rows = await visibleRows(page);
      return rows.length > 10 ? rows.map(({ code }) => code) : undefined;
    });
    const day = {
      expected,
      patients: patients.map((patient, place) => ({ ...patient, code: codes[place] ?? "" })),
    };
    const rows = await settledMarks(page, { visibleRows }, day);
    expect(wrongRows(rows)).toEqual([]);
    expect(rows.some(({ drawn }) => drawn === "managed")).toBe(true);
  });

  it("has a banner of its constant height above its patient", async () => {
    const [, , , , row] = await visibleRows(page);
    await page.mouse.click((row?.left ?? 0) + 200, (row?.top ?? 0) + 5);
    const above = await eventually("the banner", () =>
      page.evaluate(() => {
        const card = window.rootsOfTheTest?.map((root) => root.querySelector("dl.card")).find((one) => one);
        const host = card?.previousElementSibling;
        return host === undefined || host === null ? undefined : host.getBoundingClientRect().height;
      }),
    );
    expect(above).toBe(56);
    await workday.session.extensionFrame(page, "banner");
  });
});
