import type { Frame, Page } from "puppeteer-core";

/** A row that is wholly on screen, in CSS pixels of the page. */
export interface VisibleRow {
  /** The HIS's patient code (mã bệnh nhân). */
  readonly code: string;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Drives one demo HIS as a receptionist does. */
export interface HisDriver {
  readonly name: "jqgrid" | "react";
  /** Waits until the list shows rows. */
  listReady(page: Page): Promise<void>;
  visibleRows(page: Page): Promise<readonly VisibleRow[]>;
  /** Scrolls the list to this many pixels from its start. */
  scrollTo(page: Page, pixels: number): Promise<void>;
  /** Undefined where the list has no pages. */
  readonly turnPage?: (page: Page) => Promise<void>;
  sortByName(page: Page): Promise<void>;
  search(page: Page, text: string): Promise<void>;
  reload(page: Page): Promise<void>;
  openPatient(page: Page, code: string): Promise<void>;
  nextPatient(page: Page): Promise<void>;
  backToList(page: Page): Promise<void>;
  /** Where the in-page banner stands on a patient page, in CSS pixels of the page; it is 56 high for everybody. */
  bannerBox(page: Page): Promise<Box>;
  /** Code of the patient whom the HIS itself shows now. */
  shownPatient(page: Page): Promise<string>;
}

/** How far a same-origin frame's document lies from the page's corner. */
export const frameOffset = (frame: Frame): Promise<{ left: number; top: number }> =>
  frame.evaluate(() => {
    let left = 0;
    let top = 0;
    for (let inner: Window = window; inner !== inner.parent; inner = inner.parent) {
      const element = inner.frameElement;
      if (element === null) break;
      const box = element.getBoundingClientRect();
      left += box.left + element.clientLeft;
      top += box.top + element.clientTop;
    }
    return { left, top };
  });

/** Rows of a list inside `frame` that are wholly inside the scroller. */
export const rowsInFrame = async (
  frame: Frame,
  selectors: { readonly row: string; readonly scroller: string; readonly code: string },
): Promise<readonly VisibleRow[]> => {
  const offset = await frameOffset(frame);
  const rows = await frame.evaluate(({ row, scroller, code }) => {
    const around = document.querySelector(scroller);
    if (around === null) return [];
    const view = around.getBoundingClientRect();
    const head = around.querySelector("thead")?.getBoundingClientRect();
    const top = Math.max(view.top, head?.bottom ?? view.top);
    const bottom = Math.min(view.top + around.clientHeight, innerHeight);
    return [...around.querySelectorAll(row)].flatMap((element) => {
      const box = element.getBoundingClientRect();
      if (box.height < 2 || box.top < top - 0.5 || box.bottom > bottom + 0.5) return [];
      const text = element.querySelector(code)?.textContent?.trim() ?? "";
      return [
        {
          code: text,
          left: Math.max(box.left, view.left),
          top: box.top,
          width: box.width,
          height: box.height,
        },
      ];
    });
  }, selectors);
  return rows.map((row) => ({ ...row, left: row.left + offset.left, top: row.top + offset.top }));
};

/** The element of constant height that stands right before `anchor`: our host, of whatever random attribute. */
export const boxBefore = async (frame: Frame, anchor: string): Promise<Box> => {
  const offset = await frameOffset(frame);
  const box = await frame.evaluate((selector) => {
    const host = document.querySelector(selector)?.previousElementSibling;
    const found = host?.getBoundingClientRect();
    return {
      left: found?.left ?? 0,
      top: found?.top ?? 0,
      width: found?.width ?? 0,
      height: found?.height ?? 0,
    };
  }, anchor);
  return { ...box, left: box.left + offset.left, top: box.top + offset.top };
};
