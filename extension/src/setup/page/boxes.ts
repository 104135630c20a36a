import {
  cellsOfGutter,
  findElements,
  findFrame,
  type ProfilePage,
  placesOf,
  rootOfPage,
  rowsOf,
} from "@cadre-care/his/draft";
import { BANNER_HEIGHT } from "../../protocol/banner-lanes.ts";
import type { Box } from "../page-messages.ts";

interface Edges {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

const round = (value: number): number => Math.round(value * 2) / 2;

/** The smallest box around these, as far as it lies within `limits`; undefined when nothing is left of it. */
export const around = (boxes: readonly Edges[], limits: Edges): Omit<Box, "kind"> | undefined => {
  const seen = boxes.flatMap((box) => {
    const left = Math.max(box.left, limits.left);
    const top = Math.max(box.top, limits.top);
    const right = Math.min(box.right, limits.right);
    const bottom = Math.min(box.bottom, limits.bottom);
    return right - left < 1 || bottom - top < 1 ? [] : [{ left, top, right, bottom }];
  });
  if (seen.length === 0) return undefined;
  const left = Math.min(...seen.map((box) => box.left));
  const top = Math.min(...seen.map((box) => box.top));
  return {
    left: round(left),
    top: round(top),
    width: round(Math.max(...seen.map((box) => box.right)) - left),
    height: round(Math.max(...seen.map((box) => box.bottom)) - top),
  };
};

export const viewport = (): Edges => ({ left: 0, top: 0, right: innerWidth, bottom: innerHeight });

const scrollerOf = (page: ProfilePage): Edges => {
  const root = page.kind === "list" ? rootOfPage(document, page) : undefined;
  const scroller = root && page.kind === "list" ? findFrame(page, root)?.scroller : undefined;
  return scroller?.getBoundingClientRect() ?? viewport();
};

/** Where the fields of a page are on screen now, one box each: a column from its header to its last visible cell. */
export const boxesOf = (page: ProfilePage): readonly Box[] => {
  const limits = scrollerOf(page);
  return placesOf(document, page).flatMap(({ role, elements, header }) => {
    const cells = around(
      elements.map((element) => element.getBoundingClientRect()),
      limits,
    );
    const head = header === undefined ? undefined : around([header.getBoundingClientRect()], viewport());
    const parts = [cells, head].flatMap((box) =>
      box === undefined
        ? []
        : [{ left: box.left, top: box.top, right: box.left + box.width, bottom: box.top + box.height }],
    );
    const box = around(parts, viewport());
    return box === undefined ? [] : [{ ...box, kind: role }];
  });
};

/** Where marks would stand: over a free column, or at an edge of the rows. */
const gutterBox = (page: Extract<ProfilePage, { kind: "list" }>, limits: Edges): readonly Box[] => {
  const { gutter } = page;
  const strip =
    gutter.at === "column"
      ? cellsOfGutter(document, page).map((cell) => cell.getBoundingClientRect())
      : rowsOf(document, page).map((row) => {
          const { left: start, right: end, top, bottom } = row.getBoundingClientRect();
          const left = gutter.edge === "left" ? start + gutter.inset : end - gutter.inset - gutter.width;
          return { left, right: left + gutter.width, top, bottom };
        });
  const box = around(strip, limits);
  return box === undefined ? [] : [{ ...box, kind: "gutter" }];
};

/** Where the banner would stand; a part of another page has none. It will push what follows down; here it lies over it. */
const bannerBox = ({ banner }: Extract<ProfilePage, { kind: "patient" }>): readonly Box[] => {
  const [anchor] = (banner && findElements(document, banner.anchor)) ?? [];
  if (banner === undefined || anchor === undefined) return [];
  const { left, right, top, bottom } = anchor.getBoundingClientRect();
  const from = { before: top - BANNER_HEIGHT, after: bottom, "first-child": top }[banner.position];
  const box = around(
    [{ left, right, top: Math.max(0, from), bottom: Math.max(0, from) + BANNER_HEIGHT }],
    viewport(),
  );
  return box === undefined ? [] : [{ ...box, kind: "banner" }];
};

/** Where our own hosts would stand in this page. */
export const placeBoxesOf = (page: ProfilePage): readonly Box[] =>
  page.kind === "list" ? gutterBox(page, scrollerOf(page)) : bannerBox(page);

/** The box of one element. */
export const boxOf = (element: Element): readonly Box[] => {
  const box = around([element.getBoundingClientRect()], viewport());
  return box === undefined ? [] : [{ ...box, kind: "hover" }];
};
