import type { Runtime } from "webextension-polyfill";
import { browser } from "../../browser.ts";
import type { OverlayDrawing } from "../overlay-messages.ts";
import { overlayStyles } from "../overlay-styles.ts";
import { OVERLAY_PORT, PAGE_PORT, pageAnswer } from "../page-messages.ts";
import { DocumentLink, type DocumentObserver, PATIENCE } from "./document-link.ts";

/** From the root: Firefox reads the name as relative to the page that asks. */
const SCRIPT = "/setup-page.js";

/** All documents of one tab that the picker was put into, and the overlay's frame in each. */
export class TabDocuments {
  readonly #observer: DocumentObserver;
  readonly #documents = new Map<number, DocumentLink>();
  readonly #overlays = new Map<string, Runtime.Port>();
  readonly #expected = new Map<number, () => void>();
  #tab: number | undefined;

  constructor(observer: DocumentObserver) {
    this.#observer = observer;
    browser.runtime.onConnect.addListener((port) => {
      if (port.sender?.tab?.id !== this.#tab || this.#tab === undefined) return;
      if (port.name === PAGE_PORT) this.#greet(port, this.#tab, port.sender?.frameId ?? 0);
      else if (port.name.startsWith(OVERLAY_PORT)) this.#overlay(port);
    });
  }

  list(): readonly DocumentLink[] {
    return [...this.#documents.values()].sort((one, other) => one.frameId - other.frameId);
  }

  at(frameId: number | undefined): DocumentLink | undefined {
    return frameId === undefined ? undefined : this.#documents.get(frameId);
  }

  /** Takes the picker out of all documents. */
  leave(): void {
    for (const document of this.#documents.values()) document.close();
    this.#documents.clear();
    this.#overlays.clear();
    for (const resolve of this.#expected.values()) resolve();
    this.#expected.clear();
    this.#tab = undefined;
  }

  /**
   * Puts the picker into every frame of a tab that it may be put into.
   * @returns whether at least the tab's own document answered
   */
  async enter(tab: number): Promise<boolean> {
    this.leave();
    this.#tab = tab;
    const injected = await this.#injected(tab);
    if (this.#tab !== tab) return false;
    const frames = injected.map(({ frameId }) => frameId).filter((id): id is number => id !== undefined);
    await Promise.all(frames.map((id) => this.#answered(id)));
    return this.#documents.has(0);
  }

  /** The tab that the picker was put into. */
  get tab(): number | undefined {
    return this.#tab;
  }

  draw(document: DocumentLink, drawing: OverlayDrawing): void {
    try {
      this.#overlays.get(document.hello.token)?.postMessage(drawing);
    } catch {
      // The frame is gone with its document.
    }
  }

  /** Frames that the picker is in now. A page whose scripts never end lets nobody in. */
  #injected(tab: number): Promise<readonly { readonly frameId?: number }[]> {
    return new Promise((resolve) => {
      const patience = setTimeout(() => {
        this.#observer.silent();
        resolve([]);
      }, PATIENCE);
      browser.scripting
        .executeScript({ target: { tabId: tab, allFrames: true }, files: [SCRIPT] })
        .catch(() => [])
        .then(resolve)
        .finally(() => clearTimeout(patience));
    });
  }

  /** A frame that never answers is none that could be read. */
  #answered(frameId: number): Promise<void> {
    if (this.#documents.has(frameId)) return Promise.resolve();
    return new Promise((resolve) => {
      this.#expected.set(frameId, resolve);
      setTimeout(resolve, PATIENCE);
    });
  }

  #greet(port: Runtime.Port, tab: number, frameId: number): void {
    const hear = (message: unknown): void => {
      const hello = pageAnswer.safeParse(message);
      if (!hello.success || hello.data.said !== "hello") return;
      port.onMessage.removeListener(hear);
      const document = new DocumentLink(port, frameId, hello.data, {
        changed: (one) => this.#observer.changed(one),
        drawn: (one) => this.#observer.drawn(one),
        silent: () => this.#observer.silent(),
        gone: (one) => {
          if (this.#documents.get(frameId) === one) this.#documents.delete(frameId);
          this.#observer.gone(one);
        },
      });
      this.#documents.set(frameId, document);
      const target = { tabId: tab, frameIds: [frameId] };
      browser.scripting
        .insertCSS({ target, css: overlayStyles(hello.data.attribute), origin: "USER" })
        .catch(() => undefined);
      this.#expected.get(frameId)?.();
      this.#expected.delete(frameId);
    };
    port.onMessage.addListener(hear);
  }

  #overlay(port: Runtime.Port): void {
    const token = port.name.slice(OVERLAY_PORT.length);
    const document = this.list().find(({ hello }) => hello.token === token);
    if (document === undefined) return;
    this.#overlays.set(token, port);
    port.onDisconnect.addListener(() => {
      if (this.#overlays.get(token) === port) this.#overlays.delete(token);
    });
    this.#observer.drawn(document);
  }
}
