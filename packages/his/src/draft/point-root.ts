import type { ProfilePage } from "../profile/page-schema.ts";
import { readPatient } from "../read/read-patient.ts";
import { readRows } from "../read/read-rows.ts";
import { checkedPage } from "./page-draft.ts";
import { documentSelectorOf } from "./stable-selectors.ts";

/** How much the reader makes of what is in an element. */
const saidIn = (element: Element, page: ProfilePage): number => {
  if (page.kind === "list") return readRows(element, page).rows.length;
  const { identity } = readPatient(element, page);
  if (identity === null) return 0;
  const { identifiers, name, birthDate, sex } = identity;
  return identifiers.length + [name, birthDate, sex].filter((one) => one !== undefined).length;
};

const above = (element: Element): Element | null => {
  const tree = element.getRootNode();
  return element.parentElement ?? (tree instanceof ShadowRoot ? tree.host : null);
};

/**
 * The page with the part that holds all of it, where somebody pointed: the innermost element around that, in which most is
 * read, for nobody hits the outermost one at the first try. Where nothing is read anywhere, what was pointed at.
 */
export const pointRoot = (page: ProfilePage, element: Element): ProfilePage | undefined => {
  let best = { element, said: 0 };
  for (let at: Element | null = element; at !== null; at = above(at)) {
    if (at.matches("html, body")) break;
    const said = saidIn(at, page);
    if (said > best.said) best = { element: at, said };
  }
  return checkedPage({ ...page, root: documentSelectorOf(best.element) });
};
