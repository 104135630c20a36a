interface Speaker {
  requestUpdate(): void;
}

/** Who gives others a language, and takes a change up before they are drawn. */
export const providers = new Set<Speaker>();

/** An element of ours, of whatever name. */
const isSpeaker = (element: Element): element is Element & Speaker =>
  "language" in element && "requireTrusted" in element && "requestUpdate" in element;

const drawWithin = (root: ParentNode): void => {
  for (const element of root.querySelectorAll("*")) {
    if (isSpeaker(element)) element.requestUpdate();
    if (element.shadowRoot !== null) drawWithin(element.shadowRoot);
  }
};

/** Draws every element of the page again, but for what is in closed shadow roots: that follows with its next drawing. */
export const drawAgain = (): void => {
  for (const provider of providers) provider.requestUpdate();
  drawWithin(document);
};

let follows = false;

/** Elements are drawn again when a `lang` of the page changes; one within a shadow root shows with the next drawing. */
export const followPage = (): void => {
  if (follows) return;
  follows = true;
  new MutationObserver(drawAgain).observe(document, { subtree: true, attributeFilter: ["lang"] });
};
