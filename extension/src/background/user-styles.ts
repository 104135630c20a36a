import { browser } from "../browser.ts";
import { BANNER_HEIGHT } from "../protocol/banner-lanes.ts";

/**
 * USER origin with !important outranks every rule of the page, inline ones too. `a`: gutter host, a point at the
 * start of the scroller's content that keeps left while scrolling sideways. `b`: banner host, constant height. `c`: docked
 * frame, off the screen until it is opened.
 * Hosts never print.
 */
const hostStyles = (attribute: string): string => `
div[${attribute}] { all: initial !important; display: block !important; color-scheme: light !important; }
div[${attribute}="a"] { position: sticky !important; left: 0 !important; z-index: 2 !important;
  width: 0 !important; height: 0 !important; pointer-events: none !important; }
div[${attribute}="b"] { position: relative !important; width: auto !important; height: ${BANNER_HEIGHT}px !important;
  margin: 0 0 8px !important; flex: none !important; grid-column: 1 / -1 !important; }
div[${attribute}="c"] { display: none !important; }
@media print { div[${attribute}] { display: none !important; } }
`;

/** Screen only: an open dock never prints either. */
const openDock = (attribute: string): string => `
@media screen { div[${attribute}="c"] { display: block !important; position: fixed !important; inset: 0 0 0 auto !important;
  width: min(440px, 100vw) !important; z-index: 2147483647 !important; border-left: 1px solid #8a94a0 !important;
  box-shadow: 0 0 24px rgb(0 0 0 / 0.25) !important; background: #fff !important; } }
`;

/**
 * The style sheets of one document, changed one after the other: no call overtakes another. Fails quietly when the document
 * is gone already.
 */
export class DocumentStyles {
  #last: Promise<void> = Promise.resolve();

  constructor(
    private readonly tabId: number,
    private readonly frameId: number,
    private readonly attribute: string,
  ) {}

  /** Styles the hosts. */
  begin(): void {
    this.#change("insertCSS", hostStyles(this.attribute));
  }

  /** Puts the docked frame on the screen, or takes it off. */
  dock(open: boolean): void {
    this.#change(open ? "insertCSS" : "removeCSS", openDock(this.attribute));
  }

  /** Resolves once all that was asked for is done. */
  done(): Promise<void> {
    return this.#last;
  }

  #change(how: "insertCSS" | "removeCSS", css: string): void {
    const target = { tabId: this.tabId, frameIds: [this.frameId] };
    this.#last = this.#last
      .then(() => browser.scripting[how]({ target, css, origin: "USER" }))
      // The document navigated away meanwhile, or there was no such sheet.
      .catch(() => undefined);
  }
}
