import type { ProfilePage } from "../profile/page-schema.ts";
import { findElements } from "../read/find-elements.ts";
import { rootOfPage, subjectsOf } from "./page-places.ts";
import { textOf } from "./text-place.ts";

/** How many elements each selector of a page finds in a document now; -1: the browser does not know the selector. */
export interface PageCounts {
  readonly recognise: readonly number[];
  readonly root: number;
  /** Rows of a list. */
  readonly rows?: number;
  /** Of the banner's element. */
  readonly anchor?: number;
  /** What forms would take from here. */
  readonly facts: readonly { readonly item: string; readonly text: string }[];
}

/** In characters: enough to know a text again by. */
const LONGEST_FACT = 200;

const counted = (scope: ParentNode, selector: string): number => findElements(scope, selector)?.length ?? -1;

/** What the selectors of a page find, whether or not the page is recognised. */
export const countsOfPage = (document: Document, page: ProfilePage): PageCounts => {
  const root = rootOfPage(document, page);
  const [find] = page.kind === "patient" ? subjectsOf(document, page) : [];
  const facts = page.kind === "patient" ? (page.prefill?.facts ?? []) : [];
  return {
    recognise: page.recognise.map(({ selector }) => counted(document, selector)),
    root: counted(document, page.root),
    ...(page.kind === "list" && root !== undefined && { rows: counted(root, page.rows.selector) }),
    ...(page.kind === "patient" &&
      page.banner !== undefined && { anchor: counted(document, page.banner.anchor) }),
    facts: facts.map(({ item, parts, join }) => ({
      item,
      text: parts
        .flatMap((part) => find?.(part).slice(0, 1) ?? [])
        .map((element) => textOf(element).trim())
        .join(join)
        .slice(0, LONGEST_FACT),
    })),
  };
};
