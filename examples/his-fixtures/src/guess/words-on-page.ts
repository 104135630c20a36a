import { foldName } from "@cadre-care/domain";
import { HEADER_WORDS, OTHER_WORDS } from "@cadre-care/his/draft";

/** All words that the guesser reads headers and labels by, folded. */
const WORDS: readonly string[] = [
  ...Object.values(HEADER_WORDS).flatMap(({ words, whole = [] }) => [...words, ...whole]),
  ...OTHER_WORDS,
];
/** Whatever holds more text is more than a label. */
const LONGEST = 200;

/** Every text of a tree that may be read as a header or a label: of elements and of their attributes. */
const textsBelow = (tree: ParentNode, inside: (host: Element) => ShadowRoot | null): readonly string[] =>
  [...tree.querySelectorAll("*")].flatMap((element) => {
    const root = inside(element);
    const { textContent } = element;
    return [
      ...(textContent !== null && textContent.length <= LONGEST ? [textContent] : []),
      ...[...element.childNodes].flatMap((node) => (node.nodeType === 3 ? (node.nodeValue ?? "") : [])),
      ...[...element.attributes].map(({ value }) => value),
      ...(root === null ? [] : textsBelow(root, inside)),
    ];
  });

/** A name such as "txtHoTen" may be read as words that are glued together, with or without what stands before them. */
const gluedOf = (text: string): readonly string[] => {
  const glued = text.replaceAll(" ", "");
  return [glued, glued.replace(/^(txt|cbo|cb|ddl|lbl|dtp)/u, "")];
};

/** Which words of the guesser stand anywhere on a page, be it in a header, a name or a text that nobody reads as a label. */
export const wordsOnPage = (
  document: Document,
  inside: (host: Element) => ShadowRoot | null,
): readonly string[] => {
  const texts = [...new Set(textsBelow(document, inside).map(foldName))];
  const all = ` ${texts.join(" \n ")} `;
  const glued = new Set(texts.flatMap(gluedOf));
  return WORDS.filter((word) => all.includes(` ${word} `) || glued.has(word.replaceAll(" ", "")));
};
