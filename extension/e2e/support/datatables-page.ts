import type { Page } from "puppeteer-core";
import type { VisibleRow } from "./his-driver.ts";

/** The rows of the DataTables fixture that are wholly on screen, and where their free column stands. */
export const datatableRows = (page: Page): Promise<readonly VisibleRow[]> =>
  page.evaluate(() => {
    const head = document.querySelector("#bang > thead");
    const codeAt = [...(head?.querySelectorAll("th") ?? [])].findIndex(
      (header) => header.textContent === "Mã BN",
    );
    return [...document.querySelectorAll("#bang > tbody > tr")].flatMap((row) => {
      const { top, bottom, width, height } = row.getBoundingClientRect();
      const gutter = row.children[0]?.getBoundingClientRect();
      if (gutter === undefined || codeAt < 0 || top < 0 || bottom > window.innerHeight) return [];
      return [{ code: row.children[codeAt]?.textContent ?? "", left: gutter.left, top, width, height }];
    });
  });
