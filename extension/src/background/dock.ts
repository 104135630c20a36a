import type { Unsubscribe } from "@cadre-care/domain";
import type { ExtensionTopics } from "../protocol/extension-topics.ts";
import type { DocumentStyles } from "./user-styles.ts";

type Listener = (value: ExtensionTopics["dock"]) => void;

/** The docked frame of one document: on screen or not, by a style sheet that the page's script neither sets nor reads. */
export class Dock {
  #open = false;
  readonly #listeners = new Set<Listener>();

  /** A background that slept may have left the frame on the screen: it starts off it. */
  constructor(private readonly styles: DocumentStyles) {
    styles.dock(false);
  }

  show(open: boolean): void {
    if (open === this.#open) return;
    this.#open = open;
    this.styles.dock(open);
    for (const listener of this.#listeners) listener({ open });
  }

  subscribe(listener: Listener): Unsubscribe {
    this.#listeners.add(listener);
    listener({ open: this.#open });
    return () => this.#listeners.delete(listener);
  }
}
