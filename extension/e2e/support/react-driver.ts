import type { Page } from "puppeteer-core";
import { eventually } from "../harness/index.ts";
import { boxBefore, type HisDriver, rowsInFrame } from "./his-driver.ts";

const press = (page: Page, selector: string): Promise<void> =>
  page.evaluate((wanted) => document.querySelector<HTMLElement>(wanted)?.click(), selector);

const rowsThere = async (page: Page): Promise<void> => {
  await eventually("rows are shown", () =>
    page.evaluate(() => document.querySelector("tr.grid-row") !== null),
  );
};

const typeInto = (page: Page, selector: string, text: string): Promise<void> =>
  page.evaluate(
    (wanted, value) => {
      const field = document.querySelector<HTMLInputElement>(wanted);
      if (field === null) return;
      // React listens to the native setter, as it does when a person types.
      Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")?.set?.call(field, value);
      field.dispatchEvent(new Event("input", { bubbles: true }));
    },
    selector,
    text,
  );

/** The React demo: a virtual list that recycles its rows, and client-side routes. */
export const reactDriver: HisDriver = {
  name: "react",
  listReady: rowsThere,
  visibleRows: (page) =>
    rowsInFrame(page.mainFrame(), {
      row: "tr.grid-row",
      scroller: ".grid-scroller",
      code: "td:nth-child(3)",
    }),
  scrollTo: (page, pixels) =>
    page.evaluate((top) => document.querySelector(".grid-scroller")?.scrollTo({ top }), pixels),
  sortByName: (page) =>
    page.evaluate(() => {
      const heads = [...document.querySelectorAll<HTMLElement>(".grid-head > th")];
      const head = heads.find((one) => one.textContent?.includes("Họ và tên"));
      (head?.querySelector<HTMLElement>("button") ?? head)?.click();
    }),
  search: (page, text) => typeInto(page, 'input[name="q"]', text),
  reload: async (page) => {
    await press(page, "button.reload");
    await rowsThere(page);
  },
  openPatient: async (page, code) => {
    await page.evaluate((wanted) => {
      const row = [...document.querySelectorAll("tr.grid-row")].find(
        (one) => one.querySelector("td:nth-child(3)")?.textContent?.trim() === wanted,
      );
      (row?.querySelector<HTMLElement>("a, button") ?? row)?.dispatchEvent(
        new MouseEvent("click", { bubbles: true, cancelable: true }),
      );
    }, code);
    await eventually("the patient is shown", async () => (await reactDriver.shownPatient(page)) === code);
  },
  nextPatient: async (page) => {
    const before = await reactDriver.shownPatient(page);
    await press(page, "button.next");
    await eventually(
      "another patient is shown",
      async () => (await reactDriver.shownPatient(page)) !== before,
    );
  },
  backToList: async (page) => {
    await press(page, "button.back");
    await rowsThere(page);
  },
  bannerBox: (page) => boxBefore(page.mainFrame(), ".patient-head"),
  shownPatient: (page) =>
    page.evaluate(() => document.querySelector(".patient-code")?.textContent?.trim() ?? ""),
};
