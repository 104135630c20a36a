import { browser } from "../browser.ts";
import { HOST_KINDS, HOST_STYLES, type HostRole } from "../protocol/host-styles.ts";

const rule = (attribute: string, role: HostRole): string => {
  const declarations = HOST_STYLES[role].map(([property, value]) => `${property}: ${value} !important;`);
  return `div[${attribute}="${HOST_KINDS[role]}"] { ${declarations.join(" ")} }`;
};

/** USER origin with !important outranks every rule of the page, inline ones too. Hosts never print. */
const hostStyles = (attribute: string): string => `
${rule(attribute, "marks")}
${rule(attribute, "banner")}
${rule(attribute, "docked")}
@media print { div[${attribute}] { display: none !important; } }
`;

/** Screen only: an open dock never prints either. */
const openDock = (attribute: string): string => `
@media screen { div[${attribute}="${HOST_KINDS.docked}"] { display: block !important; position: fixed !important; inset: 0 0 0 auto !important;
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
