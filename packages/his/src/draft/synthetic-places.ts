import { randomStream } from "@cadre-care/domain/synthetic";
import type { ProfilePage } from "../profile/page-schema.ts";
import { partsByRole, subjectsOf } from "./page-places.ts";
import { syntheticAttribute } from "./synthetic-attributes.ts";
import { SyntheticSubject } from "./synthetic-texts.ts";
import { textOf } from "./text-place.ts";

/** The deepest element that alone holds the text, so that a link around a name stays a link. */
const holder = (element: Element): Element => {
  const saying = [...element.children].filter((child) => (child.textContent ?? "").trim() !== "");
  const [only] = saying;
  const own = [...element.childNodes].some((node) => node.nodeType === 3 && /\S/u.test(node.nodeValue ?? ""));
  return only !== undefined && saying.length === 1 && !own ? holder(only) : element;
};

/** What elements that fields are read from say in a fixture, and what their attributes hold. */
export interface SyntheticPlaces {
  readonly texts: ReadonlyMap<Element, string>;
  readonly attributes: ReadonlyMap<Element, ReadonlyMap<string, string>>;
}

/** One synthetic person a row, another for the patient. */
export const syntheticPlaces = (document: Document, pages: readonly ProfilePage[]): SyntheticPlaces => {
  const texts = new Map<Element, string>();
  const attributes = new Map<Element, Map<string, string>>();
  const random = randomStream(11);
  let serial = 1;
  for (const page of pages)
    for (const find of subjectsOf(document, page)) {
      const subject = new SyntheticSubject(page, serial);
      serial += 1;
      for (const [role, parts] of partsByRole(page))
        for (const [at, part] of parts.entries()) {
          for (const element of find(part)) {
            if (part.from === "attribute") {
              const made = syntheticAttribute(
                part,
                element.getAttribute(part.attribute) ?? "",
                random,
                (taken) => subject.text(role, taken, at, parts.length),
              );
              const known = attributes.get(element) ?? new Map<string, string>();
              if (made !== undefined) attributes.set(element, known.set(part.attribute, made));
              continue;
            }
            const place = holder(element);
            texts.set(place, subject.text(role, textOf(place), at, parts.length));
          }
        }
    }
  return { texts, attributes };
};
