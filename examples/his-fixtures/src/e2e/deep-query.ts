interface Opener {
  openOrClosedShadowRoot(element: Element): ShadowRoot | null;
}

const isOpener = (value: unknown): value is Opener =>
  typeof value === "object" && value !== null && "openOrClosedShadowRoot" in value;

const opener = (): Opener | undefined => {
  const api: unknown = Reflect.get(globalThis, "chrome");
  const dom: unknown = typeof api === "object" && api !== null ? Reflect.get(api, "dom") : undefined;
  return isOpener(dom) ? dom : undefined;
};

/** What only extensions may do: look into a closed root. */
export const openShadow = (element: Element): ShadowRoot | null =>
  element.shadowRoot ?? opener()?.openOrClosedShadowRoot(element) ?? null;

/** `querySelectorAll` in which `>>>` steps into shadow roots. The audit's own, so that it errs apart from the reader. */
export const deepQuery = (scope: ParentNode, selector: string): Element[] => {
  const [first = "", ...rest] = selector.split(">>>");
  const found = [...scope.querySelectorAll(first)];
  if (rest.length === 0) return found;
  return found.flatMap((host) => {
    const root = openShadow(host);
    return root === null ? [] : deepQuery(root, rest.join(">>>"));
  });
};
