import { findElements, type ProfilePage, rootOfPage, subjectsOf } from "@cadre-care/his/draft";
import type { Box } from "../page-messages.ts";
import { around, viewport } from "./boxes.ts";

const boxAt = (elements: readonly Element[], kind: Box["kind"]): readonly Box[] => {
  const box = around(
    elements.map((element) => element.getBoundingClientRect()),
    viewport(),
  );
  return box === undefined ? [] : [{ ...box, kind }];
};

/** Where the part that holds a page stands, what the page is recognised by, and what forms would take from it. */
export const settingBoxesOf = (page: ProfilePage): readonly Box[] => {
  const root = rootOfPage(document, page);
  const [find] = page.kind === "patient" ? subjectsOf(document, page) : [];
  const facts = page.kind === "patient" ? (page.prefill?.facts ?? []) : [];
  return [
    ...boxAt(root === undefined ? [] : [root], "root"),
    ...page.recognise
      .filter(({ selector }) => selector !== page.root)
      .flatMap(({ selector }) => boxAt(findElements(document, selector) ?? [], "recognise")),
    ...facts.flatMap(({ item, parts }) =>
      boxAt(
        parts.flatMap((part) => find?.(part) ?? []),
        item,
      ),
    ),
  ];
};
