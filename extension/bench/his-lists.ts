import type { Page } from "puppeteer-core";
import type { HisDriver } from "../e2e/support/his-driver.ts";
import { jqgridDriver } from "../e2e/support/jqgrid-driver.ts";
import { reactDriver } from "../e2e/support/react-driver.ts";
import type { ListSelectors } from "./in-page/recorded.ts";

/** One demo HIS, and what in it brings new rows on screen. */
export interface BenchedHis {
  readonly driver: HisDriver;
  readonly selectors: ListSelectors;
  readonly bringNewRows: (page: Page, turn: number) => Promise<void>;
}

/** Far enough from one another that no row of one is on screen, or read ahead, in the next. */
const PLACES = [1_700, 5_200, 0, 3_400, 6_900, 2_500, 8_300, 900, 4_300, 6_000];

export const BENCHED: readonly BenchedHis[] = [
  {
    driver: jqgridDriver,
    selectors: {
      row: "tr.jqgrow",
      scroller: ".ui-jqgrid-bdiv",
      code: 'td[aria-describedby$="_MABENHNHAN"]',
    },
    // A reload draws the same people at the same places in one frame: their marks stay, and there is nothing to time.
    bringNewRows: (page, turn) =>
      turn % 4 === 3 || jqgridDriver.turnPage === undefined
        ? jqgridDriver.sortByName(page)
        : jqgridDriver.turnPage(page),
  },
  {
    driver: reactDriver,
    selectors: { row: "tr.grid-row", scroller: ".grid-scroller", code: "td:nth-child(3)" },
    bringNewRows: (page, turn) => reactDriver.scrollTo(page, PLACES[turn % PLACES.length] ?? 0),
  },
];
