import { PAGE_FACTS, type PageFactKind } from "@cadre-care/domain";
import type { PatientPage, ProfilePage } from "../profile/page-schema.ts";
import { holds } from "../read/shadow-roots.ts";
import { guessDateFormats } from "./guess-date-formats.ts";
import { checkedPage } from "./page-draft.ts";
import { rootOfPage } from "./page-places.ts";
import { pointLink } from "./point-link.ts";
import type { PointedPlace } from "./point-place.ts";
import { pointRoot } from "./point-root.ts";
import { pointOtherRow } from "./point-row.ts";
import { deepSelectorOf, documentSelectorOf } from "./stable-selectors.ts";
import { readableControl, textOf } from "./text-place.ts";

/**
 * What may be pointed at beside fields and places. `root`: the part that holds the list or the patient. `recognise`: what
 * is there only while the page is. `other-row`: a row that is no patient. `link`: whose address holds the HIS's code.
 */
export const SETTING_TARGETS = ["root", "recognise", "other-row", "link", ...PAGE_FACTS] as const;
export type SettingTarget = (typeof SETTING_TARGETS)[number];

export const isSettingTarget = (target: string): target is SettingTarget =>
  SETTING_TARGETS.some((one) => one === target);

const placed = (page: ProfilePage | undefined): PointedPlace<ProfilePage> =>
  page === undefined ? { state: "outside" } : { state: "placed", page, occupied: false };

/** The page with what somebody pointed at as this setting; a page that the profile does not take is `outside`. */
export const pointSetting = (
  document: Document,
  page: ProfilePage,
  target: SettingTarget,
  element: Element,
): PointedPlace<ProfilePage> => {
  if (target === "root") return placed(pointRoot(page, element));
  if (target === "recognise") {
    const [, ...others] = page.recognise;
    return placed(
      checkedPage({ ...page, recognise: [{ selector: documentSelectorOf(element) }, ...others] }),
    );
  }
  const root = rootOfPage(document, page);
  if (root === undefined) return { state: "outside" };
  if (target === "other-row")
    return placed(page.kind === "list" ? pointOtherRow(root, page, element) : undefined);
  if (target === "link") return placed(pointLink(document, root, page, element));
  return placed(page.kind === "patient" ? pointFact(root, page, target, element) : undefined);
};

/** What a form takes from where somebody pointed. */
const pointFact = (
  root: Element,
  page: PatientPage,
  item: PageFactKind,
  element: Element,
): ProfilePage | undefined => {
  if (element === root || !holds(root, element)) return undefined;
  const part = {
    from: readableControl(element) ?? ("text" as const),
    selector: deepSelectorOf(element, root),
  };
  const formats = item === "insurance-valid-to" ? datesLike(page, textOf(element)) : undefined;
  const fact = { item, parts: [part], ...(formats !== undefined && { formats }) };
  const known = page.prefill?.facts ?? [];
  const facts = known.some((one) => one.item === item)
    ? known.map((one) => (one.item === item ? fact : one))
    : [...known, fact];
  return checkedPage({ ...page, prefill: { version: 1, facts } });
};

/** Day and month stand on one page in one order: the birth date's, where that is known. */
const datesLike = (page: PatientPage, text: string) => {
  const guessed = guessDateFormats([text]);
  const known = page.fields.birthDate?.formats.filter((format) => format !== "yyyy") ?? [];
  if (guessed !== undefined && !guessed.undecided) return [...guessed.formats];
  return known.length > 0 ? known : undefined;
};
