import type { FrameHost } from "./host.ts";

/** `inside`: anywhere in the anchor, so that it is never moved there. A frame that is moved loads anew. */
export type Position = "before" | "after" | "first-child" | "inside";

const LIMIT = 5;
const WINDOW_MILLISECONDS = 5_000;

const isPlaced = (host: Element, anchor: Element, position: Position): boolean => {
  switch (position) {
    case "before":
      return anchor.previousElementSibling === host;
    case "after":
      return anchor.nextElementSibling === host;
    case "first-child":
      return anchor.firstElementChild === host;
    case "inside":
      return host.parentNode === anchor;
  }
};

const insert = (host: Element, anchor: Element, position: Position) => {
  switch (position) {
    case "before":
      anchor.before(host);
      return;
    case "after":
      anchor.after(host);
      return;
    case "first-child":
      anchor.prepend(host);
      return;
    case "inside":
      anchor.append(host);
  }
};

/**
 * Keeps one host where it belongs. Pages unmount and redraw what they like; a host that was taken out returns once a
 * change. More than five forced returns in five seconds is a page that fights: we stop instead (DESIGN 6, EXEMPLARS).
 */
export class Mounting {
  #returns: number[] = [];
  #observer: MutationObserver | undefined;
  #parent: Node | undefined;
  #anchor: Element | undefined;
  #position: Position = "first-child";
  #stopped = false;

  constructor(
    readonly host: FrameHost,
    private readonly onGiveUp: () => void,
  ) {}

  get stopped(): boolean {
    return this.#stopped;
  }

  at(anchor: Element, position: Position): void {
    if (this.#stopped) return;
    const moved = this.#anchor !== anchor || this.#position !== position;
    this.#anchor = anchor;
    this.#position = position;
    if (moved || !isPlaced(this.host.element, anchor, position)) this.#mount(moved);
  }

  remove(): void {
    this.#observer?.disconnect();
    this.#observer = undefined;
    this.#anchor = undefined;
    this.#parent = undefined;
    this.host.element.remove();
  }

  #mount(expected: boolean): void {
    const anchor = this.#anchor;
    if (anchor === undefined || !anchor.isConnected) return;
    if (!expected && this.#isFight()) {
      this.#stopped = true;
      this.remove();
      this.onGiveUp();
      return;
    }
    insert(this.host.element, anchor, this.#position);
    this.host.settle();
    this.#watch();
  }

  #isFight(): boolean {
    const now = performance.now();
    this.#returns = [...this.#returns.filter((at) => now - at < WINDOW_MILLISECONDS), now];
    return this.#returns.length > LIMIT;
  }

  #watch(): void {
    const parent = this.host.element.parentNode;
    if (parent === null || parent === this.#parent) return;
    this.#observer?.disconnect();
    this.#parent = parent;
    this.#observer = new MutationObserver(() => {
      const anchor = this.#anchor;
      if (anchor?.isConnected && !isPlaced(this.host.element, anchor, this.#position)) this.#mount(false);
    });
    this.#observer.observe(parent, { childList: true });
  }
}
