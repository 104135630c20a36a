import type { Finding } from "../health/findings.ts";
import { type SiteFinding, siteFinding } from "../health/site-finding.ts";
import type { ListPage, PatientPage, ProfilePage, Where } from "../profile/page-schema.ts";
import type { SiteProfile } from "../profile/site-profile.ts";
import { countFits, findElements, isShown, searchFault } from "./find-elements.ts";
import { findFrame, type ListFrame } from "./list-frame.ts";

export type RecognisedPage =
  | { readonly kind: "list"; readonly page: ListPage; readonly root: Element; readonly frame: ListFrame }
  | {
      readonly kind: "patient";
      readonly page: PatientPage;
      readonly root: Element;
      /** Where the banner goes; none on a page that is a part of another. */
      readonly anchor: Element | undefined;
    };

export interface Recognition {
  /** Pages of the profile that this document shows now. */
  readonly shown: readonly RecognisedPage[];
  /** Whether the document's address is one that the profile speaks of. */
  readonly expected: boolean;
  /** Why expected pages are not shown. */
  readonly findings: readonly SiteFinding[];
}

/** The address of a document, as `where` speaks of it. */
type Address = Pick<Location, "pathname" | "search" | "hash">;

/** `*` stands for any run of characters. Linear: pieces are sought from the left. */
const globFits = (glob: string, text: string): boolean => {
  const [first = "", ...rest] = glob.split("*");
  const last = rest.pop();
  if (last === undefined) return text === first;
  if (!text.startsWith(first)) return false;
  let at = first.length;
  for (const piece of rest) {
    const found = text.indexOf(piece, at);
    if (found < 0) return false;
    at = found + piece.length;
  }
  return text.length - last.length >= at && text.endsWith(last);
};

/** A route after # has a query of its own, which says nothing unless the profile speaks of it, as with the path's. */
const hashFits = (glob: string, hash: string): boolean =>
  globFits(glob, hash) || (!glob.includes("?") && globFits(glob, hash.replace(/\?.*$/su, "")));

export const whereFits = (where: Where, { pathname, search, hash }: Address, nested: boolean): boolean => {
  if (where.frame === "top" ? nested : where.frame === "nested" && !nested) return false;
  if (!globFits(where.path, pathname)) return false;
  if (where.hash !== undefined && !hashFits(where.hash, hash)) return false;
  const query = new URLSearchParams(search);
  return Object.entries(where.query).every(([name, glob]) =>
    query.getAll(name).some((value) => globFits(glob, value)),
  );
};

/** The pages whose address fits. Needs no look at the document's content. */
export const expectedPages = (document: Document, profile: SiteProfile): readonly ProfilePage[] => {
  const view = document.defaultView;
  if (view === null || !profile.origins.includes(view.origin)) return [];
  return profile.pages.filter((page) => whereFits(page.where, view.location, view.parent !== view));
};

const off = (place: string, fault: Finding["fault"]): Finding => ({ place, fault, off: true });

/** The page where the document shows it, or why it does not. */
const recognise = (document: Document, page: ProfilePage): RecognisedPage | Finding => {
  for (const [index, { selector, count }] of page.recognise.entries()) {
    const found = findElements(document, selector);
    if (found === undefined) return off(`recognise[${index}]`, searchFault(selector));
    if (!countFits(found.length, count)) return off(`recognise[${index}]`, "element-count-off");
  }
  const roots = findElements(document, page.root)?.filter(isShown);
  const [root] = roots ?? [];
  if (roots === undefined || root === undefined || roots.length > 1) {
    return off("root", roots === undefined ? searchFault(page.root) : "element-count-off");
  }
  if (page.kind === "list") {
    const frame = findFrame(page, root);
    return frame === undefined ? off("scroller", "place-off") : { kind: "list", page, root, frame };
  }
  if (page.banner === undefined) return { kind: "patient", page, root, anchor: undefined };
  const anchors = findElements(document, page.banner.anchor);
  const [anchor] = anchors ?? [];
  if (anchor === undefined || anchors?.length !== 1) {
    return off("banner.anchor", anchors === undefined ? searchFault(page.banner.anchor) : "place-off");
  }
  return { kind: "patient", page, root, anchor };
};

/** Which pages of the profile the document shows. */
export const recognisePages = (document: Document, profile: SiteProfile): Recognition => {
  const expected = expectedPages(document, profile);
  const shown: RecognisedPage[] = [];
  const findings: SiteFinding[] = [];
  for (const page of expected) {
    const found = recognise(document, page);
    if ("fault" in found) findings.push(siteFinding(page, found));
    else shown.push(found);
  }
  return { shown, expected: expected.length > 0, findings };
};
