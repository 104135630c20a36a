import type { ProfilePage } from "../profile/page-schema.ts";
import { findElements } from "../read/find-elements.ts";
import { UUID } from "./code-in-link.ts";
import { type FieldsInput, inOneOrder, type PartInput } from "./draft-fields.ts";
import { isStated } from "./draft-patient.ts";
import { lookAtPage } from "./look-at-page.ts";
import { checkedPage } from "./page-draft.ts";
import { selectorOf } from "./stable-selectors.ts";

/** What a code in an address looks like, the surest first. */
const SHAPES = [UUID, "[0-9]{4,}", "[A-Z]{1,4}[0-9]{3,}"];

const identifiersWith = (fields: ProfilePage["fields"], part: PartInput): FieldsInput["identifiers"] =>
  inOneOrder([
    ...fields.identifiers.filter(({ kind }) => kind !== "his-code"),
    { kind: "his-code", parts: [part] },
  ]);

/** The page with the HIS's own code out of the address of the link that somebody pointed at. */
export const pointLink = (
  document: Document,
  root: Element,
  page: ProfilePage,
  element: Element,
): ProfilePage | undefined => {
  const base =
    page.kind === "list"
      ? (findElements(root, page.rows.selector) ?? []).find((row) => row.contains(element))
      : root;
  const link = element.closest("a[href]");
  if (base === undefined || link === null || !base.contains(link)) return undefined;
  const address = link.getAttribute("href") ?? "";
  const pattern = SHAPES.find((shape) => [...address.matchAll(new RegExp(shape, "giu"))].length === 1);
  if (pattern === undefined) return undefined;
  const selector = link === base ? undefined : selectorOf(link, base);
  const part: PartInput = {
    from: "attribute",
    attribute: "href",
    match: { pattern },
    ...(selector !== undefined && { selector }),
  };
  const next = checkedPage({
    ...page,
    fields: { ...page.fields, identifiers: identifiersWith(page.fields, part) },
  });
  const isRead =
    next !== undefined &&
    lookAtPage(document, next).subjects.some(({ identity }) => isStated(identity, "his-code"));
  return isRead ? next : undefined;
};
