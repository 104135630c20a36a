/** What a page's own script finds out about one document when it looks for us on purpose. */
export interface PageSight {
  /** The whole document, hosts included; the random attribute of this load is written `host`. */
  readonly html: string;
  /** Every element that carries a random attribute, with all that script can measure of it. */
  readonly hosts: readonly string[];
  readonly storage: readonly string[];
  readonly globals: readonly string[];
  /** Names of ours that are registered, and elements with a dash or an open root. */
  readonly customElements: readonly string[];
  readonly frames: readonly string[];
  readonly resources: readonly string[];
  /** Addresses and texts that came through any of the ways into a closed root. */
  readonly leaked: readonly string[];
}

/** Runs inside the page; must not refer to anything outside itself. `names`: texts that only our frames show. */
export const lookAround = async (names: readonly string[]): Promise<PageSight> => {
  const elements = [...document.querySelectorAll("*")];
  const randomOf = (element: Element) =>
    element.getAttributeNames().find((name) => /^[a-z]{12}$/.test(name) && !(name in element));
  const hosts = elements.filter((element) => randomOf(element) !== undefined);
  const attributes = new Set(hosts.map(randomOf));
  let html = document.documentElement.outerHTML;
  for (const attribute of attributes) if (attribute !== undefined) html = html.replaceAll(attribute, "host");
  const computed = (element: Element, pseudo: string) => {
    const style = getComputedStyle(element, pseudo);
    return [...style].map((name) => `${name}:${style.getPropertyValue(name)}`).join(";");
  };
  const describe = (host: Element): string => {
    const own: string[] = [];
    for (const name in host) {
      const value: unknown = Reflect.get(host, name);
      if (["string", "number", "boolean"].includes(typeof value)) own.push(`${name}=${String(value)}`);
    }
    const text = [
      ...own,
      host.shadowRoot === null ? "closed" : "open",
      JSON.stringify([...host.getClientRects()]),
      `animations=${host.getAnimations({ subtree: true }).length}`,
      computed(host, ""),
      computed(host, "::before"),
      computed(host, "::after"),
    ].join("\n");
    return text.replaceAll(randomOf(host) ?? "", "host");
  };
  const leaked: string[] = [];
  const tell = (how: string, what: unknown) => leaked.push(`${how}: ${String(what)}`);
  for (const host of hosts) {
    if (host.shadowRoot !== null) tell("root", host.shadowRoot.innerHTML);
    if (host.childNodes.length > 0) tell("children", host.innerHTML);
    const { left, top, width, height } = host.getBoundingClientRect();
    for (const element of document.elementsFromPoint(left + width / 2, top + height / 2))
      if (element instanceof HTMLIFrameElement && /extension:/.test(element.src)) tell("point", element.src);
    const range = document.createRange();
    range.selectNode(host);
    if (range.toString() !== "") tell("range", range.toString());
  }
  for (const animation of document.getAnimations()) {
    const effect = animation.effect;
    if (effect instanceof KeyframeEffect && effect.target === null) tell("animation", "without target");
  }
  const find: unknown = Reflect.get(window, "find");
  for (const name of names) {
    if (typeof find === "function" && find.call(window, name)) {
      const node = getSelection()?.anchorNode;
      // What the page itself wrote it may find.
      if (node?.nodeType !== Node.TEXT_NODE) tell("find", name);
    }
    getSelection()?.removeAllRanges();
  }
  const framesOf = [...document.querySelectorAll("iframe")].map((frame) => frame.getAttribute("src") ?? "");
  const tags = ["priority-banner", "priority-marks", "visit-steps", "session", "roster-status"];
  const databases = (await indexedDB.databases()).map(({ name }) => `indexedDB ${name}`);
  const cached = "caches" in window ? (await caches.keys()).map((name) => `cache ${name}`) : [];
  return {
    html,
    hosts: hosts.map(describe),
    storage: [
      ...databases,
      ...cached,
      ...Object.keys(localStorage).map((name) => `local ${name}`),
      ...Object.keys(sessionStorage).map((name) => `session ${name}`),
      `cookie ${document.cookie}`,
    ],
    globals: Object.getOwnPropertyNames(window)
      .filter((name) => !name.startsWith("__probe"))
      // jQuery's own mark, drawn at random in each document.
      .map((name) => (/^jQuery\d+$/.test(name) ? "jQuery#" : name))
      .sort(),
    customElements: [
      ...tags.filter((tag) => customElements.get(`cadre-${tag}`) !== undefined),
      ...elements.filter((one) => one.localName.includes("-")).map((one) => one.localName),
      ...elements.filter((one) => one.shadowRoot !== null).map((one) => `open root in ${one.localName}`),
    ],
    frames: [`length ${window.length}`, `history ${history.length}`, ...framesOf],
    resources: [
      ...new Set(performance.getEntries().map((entry) => entry.name.replace(/[?#].*$/, ""))),
    ].sort(),
    leaked,
  };
};
