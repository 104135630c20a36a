import { type RandomStream, randomStream } from "@cadre-care/domain/synthetic";
import type { ProfilePage } from "../profile/page-schema.ts";
import { findElements } from "../read/find-elements.ts";
import { shadowRootOf } from "../read/shadow-roots.ts";
import { tidyText } from "../read/tidy-text.ts";
import { isKnownLabel } from "./header-roles.ts";
import { rootOfPage } from "./page-places.ts";
import { scrambledText, withoutNumbers } from "./scrambled-text.ts";
import { syntheticTexts } from "./synthetic-places.ts";

/** What is not markup, or would fetch something: none of it is kept. */
const LEFT_OUT = new Set([
  "script",
  "noscript",
  "link",
  "meta",
  "base",
  "object",
  "embed",
  "img",
  "picture",
  "video",
  "audio",
  "svg",
  "canvas",
  "iframe",
  "frame",
  "source",
]);
const KEPT_WHOLE = new Set(["style"]);

/** Attributes that selectors of a profile may use, and those that make a control what it is. */
const ATTRIBUTES =
  /^(?:class|id|name|role|type|for|colspan|rowspan|scope|checked|selected|disabled|multiple|open|hidden|tabindex|aria-(?:labelledby|describedby|colindex|rowindex|hidden)|data-(?:field|testid|label)|col-id|formcontrolname|ng-model|v-model)$/u;
const SAID = /^(?:aria-label|title|placeholder)$/u;

/** Attributes out of which a profile reads something. */
const readAttributes = (pages: readonly ProfilePage[]): ReadonlySet<string> =>
  new Set(
    [
      ...JSON.stringify(pages).matchAll(
        /"from":"attribute","attribute":"([^"]+)"|"attribute":"([^"]+)","from":"attribute"/gu,
      ),
    ].map(([, one, other]) => one ?? other ?? ""),
  );

class Copyist {
  readonly #inert: Document;
  readonly #texts: ReadonlyMap<Element, string>;
  readonly #kept: ReadonlySet<Element>;
  readonly #attributes: ReadonlySet<string>;
  readonly #random: RandomStream = randomStream(7);

  constructor(
    inert: Document,
    texts: ReadonlyMap<Element, string>,
    kept: ReadonlySet<Element>,
    attributes: ReadonlySet<string>,
  ) {
    this.#inert = inert;
    this.#texts = texts;
    this.#kept = kept;
    this.#attributes = attributes;
  }

  copy(element: Element): Element | undefined {
    if (LEFT_OUT.has(element.localName) || element.hasAttribute("popover")) return undefined;
    const twin = this.#inert.createElement(element.localName);
    for (const { name, value } of element.attributes) this.#attribute(twin, name, value);
    if (KEPT_WHOLE.has(element.localName)) {
      twin.textContent = (element.textContent ?? "").replace(/@import[^;]*;|url\([^)]*\)/giu, "");
      return twin;
    }
    const said = this.#texts.get(element);
    if (element instanceof HTMLInputElement) {
      const says = !["checkbox", "radio", "password", "file"].includes(element.type);
      if (says) twin.setAttribute("value", said ?? this.#said(element.value));
      if (element.checked) twin.setAttribute("checked", "");
      return twin;
    }
    if (element instanceof HTMLTextAreaElement) {
      twin.textContent = said ?? scrambledText(element.value, this.#random);
      return twin;
    }
    if (element instanceof HTMLSelectElement && said !== undefined) {
      const option = this.#inert.createElement("option");
      option.setAttribute("selected", "");
      option.textContent = said;
      twin.append(option);
      return twin;
    }
    const inside = shadowRootOf(element);
    if (inside !== null) twin.append(this.#shadow(inside));
    this.#children(twin, element, said);
    return twin;
  }

  #attribute(twin: Element, name: string, value: string): void {
    if (this.#attributes.has(name)) twin.setAttribute(name, withoutNumbers(value, this.#random));
    else if (SAID.test(name)) twin.setAttribute(name, this.#said(value));
    else if (ATTRIBUTES.test(name)) twin.setAttribute(name, withoutNumbers(value, this.#random));
  }

  #shadow(root: ShadowRoot): Element {
    const template = this.#inert.createElement("template");
    template.setAttribute("shadowrootmode", "open");
    for (const child of root.children) {
      const twin = this.copy(child);
      if (twin !== undefined && template instanceof HTMLTemplateElement) template.content.append(twin);
    }
    return template;
  }

  /** `said` takes the place of the longest text; whatever else stands there is a link or an ornament. */
  #children(twin: Element, element: Element, said: string | undefined): void {
    if (said !== undefined && element.children.length === 0) {
      twin.textContent = said;
      return;
    }
    for (const node of element.childNodes) {
      if (node.nodeType === 3)
        twin.append(this.#kept.has(element) ? (node.nodeValue ?? "") : this.#said(node.nodeValue ?? ""));
      else if (node instanceof Element) {
        const child = this.copy(node);
        if (child !== undefined) twin.append(child);
      }
    }
  }

  /** A label of something that is known may stay: it is what fields are found by. All else is replaced. */
  #said(text: string): string {
    const tidy = tidyText(text);
    return tidy === "" || isKnownLabel(tidy) ? text : scrambledText(text, this.#random);
  }
}

const headersOf = (document: Document, pages: readonly ProfilePage[]): ReadonlySet<Element> =>
  new Set(
    pages.flatMap((page) => {
      const root = rootOfPage(document, page);
      if (root === undefined || page.kind !== "list" || page.columns === undefined) return [];
      return (findElements(root, page.columns.headers) ?? []).flatMap((header) => [
        header,
        ...header.querySelectorAll("*"),
      ]);
    }),
  );

/**
 * A document as a page for tests: markup alone, without scripts, pictures and addresses, in which the fields of these
 * pages say synthetic people (DOMAIN 10.9) and every other text but labels and headers is made unreadable.
 */
export const pageFixture = (document: Document, pages: readonly ProfilePage[]): string => {
  const inert = document.implementation.createHTMLDocument("");
  const copyist = new Copyist(
    inert,
    syntheticTexts(document, pages),
    headersOf(document, pages),
    readAttributes(pages),
  );
  const root = copyist.copy(document.documentElement) ?? inert.documentElement;
  root.querySelector("title")?.replaceChildren("Fixture");
  return `<!doctype html>\n<meta charset="utf-8">\n${root.outerHTML}\n`;
};
