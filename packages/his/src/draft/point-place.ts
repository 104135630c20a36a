import type { ListPage, PatientPage } from "../profile/page-schema.ts";
import { findElements } from "../read/find-elements.ts";
import { bannerAnchor } from "./banner-anchor.ts";
import { checkedPage } from "./page-draft.ts";
import { rootOfPage } from "./page-places.ts";
import { pointedColumn } from "./pointed-column.ts";
import { documentSelectorOf } from "./stable-selectors.ts";
import { sayingValues } from "./value-roles.ts";

/** Where marks or the banner were put by pointing. `occupied`: the column says something that marks would cover. */
export type PointedPlace<Page> =
  | { readonly state: "outside" }
  | { readonly state: "placed"; readonly page: Page; readonly occupied: boolean };

/** The strip of marks over the column that somebody pointed at. */
export const pointGutter = (document: Document, page: ListPage, element: Element): PointedPlace<ListPage> => {
  const root = rootOfPage(document, page);
  const column = root && pointedColumn(root, page, element);
  if (column === undefined) return { state: "outside" };
  const next = checkedPage({ ...page, gutter: { at: "column", ...column.place } });
  return next?.kind === "list"
    ? { state: "placed", page: next, occupied: sayingValues(column.values).length > 0 }
    : { state: "outside" };
};

/** The banner beside, or in, the element that somebody pointed at, or the nearest around it that takes one. */
export const pointBanner = (
  document: Document,
  page: PatientPage,
  element: Element,
): PointedPlace<PatientPage> => {
  const place = bannerAnchor(element);
  if (place === undefined) return { state: "outside" };
  const anchor = documentSelectorOf(place.anchor);
  if (findElements(document, anchor)?.length !== 1) return { state: "outside" };
  const after = place.position === "before" && page.banner?.position === "after";
  const next = checkedPage({ ...page, banner: { anchor, position: after ? "after" : place.position } });
  return next?.kind === "patient" ? { state: "placed", page: next, occupied: false } : { state: "outside" };
};
