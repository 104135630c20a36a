import { type RandomStream, randomStream } from "@cadre-care/domain/synthetic";
import type { ProfilePage } from "../profile/page-schema.ts";
import { holds, shadowRootOf } from "../read/shadow-roots.ts";
import { NAMING, plainValue } from "./kept-attribute.ts";
import { LabelNodes } from "./label-nodes.ts";
import { ScrambledNames } from "./scrambled-names.ts";
import { scrambledText } from "./scrambled-text.ts";
import { type SyntheticPlaces, syntheticPlaces } from "./synthetic-places.ts";

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
  "style",
]);

/** Nothing in a place that is read is a label; all in a header that the profile names is one. */
type Within = "page" | "field" | "header";

class Copyist {
  readonly #inert: Document;
  readonly #places: SyntheticPlaces;
  readonly #labels: LabelNodes;
  readonly #random: RandomStream = randomStream(7);
  readonly #names: ScrambledNames;

  constructor(inert: Document, document: Document, pages: readonly ProfilePage[]) {
    this.#inert = inert;
    this.#places = syntheticPlaces(document, pages);
    this.#labels = new LabelNodes(document, pages);
    this.#names = new ScrambledNames(pages, this.#random);
  }

  copy(element: Element, within: Within = "page"): Element | undefined {
    if (LEFT_OUT.has(element.localName) || element.hasAttribute("popover")) return undefined;
    const twin = this.#inert.createElement(element.localName);
    for (const { name, value } of element.attributes) this.#attribute(element, twin, name, value);
    this.#rendering(element, twin);
    const said = this.#places.texts.get(element);
    if (element instanceof HTMLInputElement) {
      const says = !["checkbox", "radio", "password", "file"].includes(element.type);
      if (says) twin.setAttribute("value", said ?? scrambledText(element.value, this.#random));
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
    const header = this.#labels.isHeader(element) ? "header" : within;
    const inner = said === undefined ? header : "field";
    const inside = shadowRootOf(element);
    if (inside !== null) twin.append(this.#shadow(inside, inner));
    this.#children(twin, element, said, inner);
    return twin;
  }

  #attribute(element: Element, twin: Element, name: string, value: string): void {
    const synthetic = this.#places.attributes.get(element)?.get(name);
    const plain = plainValue(name, value);
    if (synthetic !== undefined) twin.setAttribute(name, synthetic);
    else if (plain !== undefined) twin.setAttribute(name, plain);
    else if (NAMING.test(name) || this.#names.isNamed(name))
      twin.setAttribute(name, this.#names.scrambled(name, value));
  }

  /** Style sheets stay behind; what they hide stays hidden, or the fixture would show what nobody saw. */
  #rendering(element: Element, twin: Element): void {
    const tree = element.getRootNode();
    const above = element.parentElement ?? (tree instanceof ShadowRoot ? tree.host : null);
    const { body } = element.ownerDocument;
    if (above === null || !holds(body, above) || element instanceof HTMLOptionElement) return;
    const { display, visibility } = getComputedStyle(element);
    if (display === "none") twin.setAttribute("style", "display: none");
    else if (visibility !== getComputedStyle(above).visibility)
      twin.setAttribute("style", `visibility: ${visibility}`);
  }

  #shadow(root: ShadowRoot, within: Within): Element {
    const template = this.#inert.createElement("template");
    template.setAttribute("shadowrootmode", "open");
    for (const child of root.children) {
      const twin = this.copy(child, within);
      if (twin !== undefined && template instanceof HTMLTemplateElement) template.content.append(twin);
    }
    return template;
  }

  /** `said` takes the place of the only text; whatever else stands there is a link or an ornament. */
  #children(twin: Element, element: Element, said: string | undefined, within: Within): void {
    if (said !== undefined && element.children.length === 0) {
      twin.textContent = said;
      return;
    }
    for (const node of element.childNodes) {
      if (node.nodeType === 3) twin.append(this.#said(node, within));
      else if (node instanceof Element) {
        const child = this.copy(node, within);
        if (child !== undefined) twin.append(child);
      }
    }
  }

  /** A label of something that is known may stay: it is what fields are found by. All else is replaced. */
  #said(node: Node, within: Within): string {
    const text = node.nodeValue ?? "";
    const offered = node.parentElement?.closest("option, datalist") ?? null;
    const stays = within === "header" ? offered === null : within === "page" && this.#labels.isLabel(node);
    return stays ? text : scrambledText(text, this.#random);
  }
}

/**
 * A document as a page for tests: markup alone, without scripts, pictures and addresses, in which the fields of these
 * pages say synthetic people (DOMAIN 10.9) and all else that it says is made unreadable, in
 * attributes too. Known labels stay, and what stands in the profile itself: its headers, and names that its selectors use.
 */
export const pageFixture = (document: Document, pages: readonly ProfilePage[]): string => {
  const inert = document.implementation.createHTMLDocument("");
  const copyist = new Copyist(inert, document, pages);
  const root = copyist.copy(document.documentElement) ?? inert.documentElement;
  root.querySelector("title")?.replaceChildren("Fixture");
  return `<!doctype html>\n<meta charset="utf-8">\n${root.outerHTML}\n`;
};
