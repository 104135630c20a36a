type Opener = (host: Element) => ShadowRoot | null;
type Listener = (root: ShadowRoot) => void;

let opener: Opener = (host) => host.shadowRoot;
const listeners = new Set<Listener>();

/**
 * Says how a closed shadow root is looked into: what a content script may do, and no page. Until then only open roots
 * are read. To be called before a page is watched.
 */
export const openShadowRootsWith = (open: Opener): void => {
  opener = (host) => host.shadowRoot ?? open(host);
};

/** The shadow root of an element, open or closed. Whoever watches the page hears of each that is looked into. */
export const shadowRootOf = (host: Element): ShadowRoot | null => {
  const root = opener(host);
  if (root !== null) for (const listener of listeners) listener(root);
  return root;
};

/** Calls `listener` whenever a shadow root is looked into, until `signal` aborts. */
export const onShadowRoot = (listener: Listener, signal: AbortSignal): void => {
  listeners.add(listener);
  signal.addEventListener("abort", () => listeners.delete(listener));
};

const isShadowRoot = (node: Node): node is ShadowRoot => node.nodeType === 11 && "host" in node;

/** Whether `element` holds `node`, in its own tree or in a shadow root below it. */
export const holds = (element: Node, node: Node): boolean => {
  if (element.contains(node)) return true;
  const root = node.getRootNode();
  return isShadowRoot(root) && (root === element || holds(element, root.host));
};
