import type { ProfilePage } from "../profile/page-schema.ts";
import { partsByRole, subjectsOf } from "./page-places.ts";
import { SyntheticSubject } from "./synthetic-texts.ts";
import { textOf } from "./text-place.ts";

/** The deepest element that alone holds the text, so that a link around a name stays a link. */
const holder = (element: Element): Element => {
  const saying = [...element.children].filter((child) => (child.textContent ?? "").trim() !== "");
  const [only] = saying;
  const own = [...element.childNodes].some((node) => node.nodeType === 3 && /\S/u.test(node.nodeValue ?? ""));
  return only !== undefined && saying.length === 1 && !own ? holder(only) : element;
};

/** What each element that a field is read from says in a fixture. One synthetic person a row, another for the patient. */
export const syntheticTexts = (
  document: Document,
  pages: readonly ProfilePage[],
): ReadonlyMap<Element, string> => {
  const texts = new Map<Element, string>();
  let serial = 1;
  for (const page of pages)
    for (const find of subjectsOf(document, page)) {
      const subject = new SyntheticSubject(page, serial);
      serial += 1;
      for (const [role, parts] of partsByRole(page))
        for (const [at, part] of parts.entries()) {
          if (part.from === "attribute") continue;
          for (const element of find(part)) {
            const place = holder(element);
            texts.set(place, subject.text(role, textOf(place), at, parts.length));
          }
        }
    }
  return texts;
};
