/** What page script can observe of one document. */
export interface ProbeReport {
  /** Sizes, times and totals. */
  readonly numbers: Readonly<Record<string, number>>;
  /** How often each kind of thing was seen: mutations, events, performance entries, shapes of elements. */
  readonly counts: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** Elements without content that the page might not have made, described in full. */
  readonly suspects: readonly string[];
  /** Globals that appeared after the document began. */
  readonly newGlobals: readonly string[];
  /** Data of message events. */
  readonly messages: readonly string[];
}

declare global {
  interface Window {
    __probeReport(): ProbeReport;
  }
}

/** Runs inside the page; must not refer to anything outside itself. */
export const installProbe = (): void => {
  const counts: Record<string, Record<string, number>> = {
    mutation: {},
    event: {},
    performance: {},
    element: {},
    point: {},
    resize: {},
  };
  const tally = (group: string, name: string) => {
    const names = counts[group] ?? {};
    names[name] = (names[name] ?? 0) + 1;
    counts[group] = names;
  };
  const messages: string[] = [];
  const globalsBefore = new Set(Object.getOwnPropertyNames(window));
  const frames: number[] = [];
  const tasks: number[] = [];

  const shape = (node: Node): string => {
    if (!(node instanceof Element)) return node.nodeName;
    // A random attribute name says nothing but that it is one.
    const names = node
      .getAttributeNames()
      .map((name) => (/^(data-)?[a-z0-9-]{12,}$/.test(name) ? "random" : name));
    return `${node.localName}[${names.sort().join(",")}]`;
  };

  new MutationObserver((records) => {
    for (const record of records) {
      tally("mutation", `${record.type}:${shape(record.target)}:${record.attributeName ?? ""}`);
      for (const node of record.addedNodes) tally("mutation", `added:${shape(node)}`);
      for (const node of record.removedNodes) tally("mutation", `removed:${shape(node)}`);
    }
  }).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });

  const types =
    "blur focus focusin focusout message messageerror error securitypolicyviolation resize scroll storage popstate " +
    "hashchange load unload pagehide visibilitychange animationstart animationend transitionrun transitionend click " +
    "dblclick pointerdown pointerup pointermove mouseover mouseenter keydown keyup input change selectionchange " +
    "selectstart slotchange contextmenu dragstart toggle beforetoggle fullscreenchange unhandledrejection wheel";
  for (const type of types.split(" ")) {
    const record = (event: Event) => {
      const target = event.target instanceof Node ? shape(event.target) : "window";
      tally("event", `${type}:${target}`);
      if (event instanceof MessageEvent) messages.push(String(JSON.stringify(event.data)).slice(0, 500));
    };
    window.addEventListener(type, record, { capture: true, passive: true });
  }

  for (const type of PerformanceObserver.supportedEntryTypes) {
    // Frame timings differ from run to run by nature; gaps between frames are measured below.
    if (type === "long-animation-frame" || type === "event") continue;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) tally("performance", `${type}:${entry.name}`);
    }).observe({ type, buffered: true });
  }

  const eachFrame = (now: number) => {
    frames.push(now);
    requestAnimationFrame(eachFrame);
  };
  requestAnimationFrame(eachFrame);
  const channel = new MessageChannel();
  let sent = 0;
  channel.port1.onmessage = () => {
    tasks.push(performance.now() - sent);
    setTimeout(ping, 20);
  };
  const ping = () => {
    sent = performance.now();
    channel.port2.postMessage(0);
  };
  ping();

  const quantile = (values: readonly number[], at: number): number => {
    const ordered = [...values].sort((a, b) => a - b);
    return ordered[Math.min(ordered.length - 1, Math.floor(at * ordered.length))] ?? 0;
  };

  const describe = (element: Element): string => {
    const { left, top, width, height } = element.getBoundingClientRect();
    const attributes = element
      .getAttributeNames()
      .map((name) => `${name.length}=${element.getAttribute(name)?.length}`);
    const style = getComputedStyle(element);
    return [
      element.localName,
      attributes.sort().join(" "),
      left,
      top,
      width,
      height,
      style.position,
      style.zIndex,
    ].join("|");
  };

  window.__probeReport = () => {
    counts.element = {};
    counts.point = {};
    const elements = [...document.querySelectorAll("*")];
    for (const element of elements) tally("element", shape(element));
    for (let x = 8; x < innerWidth; x += 40)
      for (let y = 8; y < innerHeight; y += 40) {
        const hit = document.elementsFromPoint(x, y).map((element) => element.localName);
        tally("point", hit.join(">"));
      }
    const suspects = elements.filter(
      (element) =>
        element.childNodes.length === 0 &&
        ["div", "span", "section", "aside", "iframe"].includes(element.localName) &&
        element.id === "" &&
        element.className === "",
    );
    const gaps = frames.slice(1).map((now, at) => now - (frames[at] ?? now));
    const { documentElement } = document;
    return {
      numbers: {
        "html-length": documentElement.outerHTML.length,
        elements: elements.length,
        "elements-with-dash": elements.filter((element) => element.localName.includes("-")).length,
        "open-shadow-roots": elements.filter((element) => element.shadowRoot !== null).length,
        "history-length": history.length,
        "window-length": window.length,
        "iframes-visible": document.querySelectorAll("iframe").length,
        "style-sheets": document.styleSheets.length + document.adoptedStyleSheets.length,
        "local-storage": localStorage.length,
        "session-storage": sessionStorage.length,
        cookie: document.cookie.length,
        "active-element": document.activeElement === null ? 0 : elements.indexOf(document.activeElement) + 1,
        "scroll-width": documentElement.scrollWidth,
        "scroll-height": documentElement.scrollHeight,
        messages: messages.length,
        "performance-entries": performance.getEntries().length,
        "suspects-area": suspects.reduce((sum, element) => {
          const { width, height } = element.getBoundingClientRect();
          return sum + width * height;
        }, 0),
        "frame-gap-mean": gaps.reduce((sum, gap) => sum + gap, 0) / Math.max(gaps.length, 1),
        "frame-gap-p50": quantile(gaps, 0.5),
        "frame-gap-p95": quantile(gaps, 0.95),
        "frame-gap-max": quantile(gaps, 1),
        "task-latency-p50": quantile(tasks, 0.5),
        "task-latency-p95": quantile(tasks, 0.95),
        "heap-used":
          "memory" in performance ? Number(Reflect.get(Object(performance.memory), "usedJSHeapSize")) : 0,
      },
      counts,
      suspects: suspects.map(describe),
      newGlobals: Object.getOwnPropertyNames(window).filter((name) => !globalsBefore.has(name)),
      messages,
    };
  };
};
