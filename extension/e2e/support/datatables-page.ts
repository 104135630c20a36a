import type { Page } from "puppeteer-core";
import type { VisibleRow } from "./his-driver.ts";

/** The rows of the DataTables fixture that are wholly on screen, and where their free column stands. */
export const datatableRows = (page: Page): Promise<readonly VisibleRow[]> =>
  page.evaluate(() => {
    const head = document.querySelector("table.dataTable > thead");
    const codeAt = [...(head?.querySelectorAll("th") ?? [])].findIndex(
      (header) => header.textContent === "Mã BN",
    );
    return [...document.querySelectorAll("table.dataTable > tbody > tr")].flatMap((row) => {
      const { top, bottom, width, height } = row.getBoundingClientRect();
      const gutter = row.children[0]?.getBoundingClientRect();
      if (gutter === undefined || codeAt < 0 || top < 0 || bottom > window.innerHeight) return [];
      return [{ code: row.children[codeAt]?.textContent ?? "", left: gutter.left, top, width, height }];
    });
  });

/** The page's script puts five thousand copies of its rows into the list. */
export const crowd = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const body = document.querySelector("#bang > tbody");
    const rows = [...(body?.children ?? [])];
    while (body !== null && body.children.length < 5000 && rows.length > 0)
      body.append(...rows.map((row) => row.cloneNode(true)));
  });

/** The page's script gives its rows other names in every frame, for as long as the page stands. */
export const flicker = (page: Page): Promise<void> =>
  page.evaluate(() => {
    let turn = 0;
    const again = (): void => {
      turn += 1;
      const names = [...document.querySelectorAll("#bang > tbody > tr > td:nth-child(4)")];
      for (const [index, name] of names.entries())
        name.textContent = `Nguyễn Văn ${"ABCDEGHIKL"[(turn + index) % 10]}`;
      requestAnimationFrame(again);
    };
    again();
  });
