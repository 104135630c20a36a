import type { Unsubscribe } from "@cadre-care/domain";
import type { ExtensionTopics } from "../protocol/extension-topics.ts";

type Listener = (value: ExtensionTopics["selection"]) => void;

/** Whom of a page's list the user asked to see; popup and panel of one tab share it. A token, never a person. */
export class Selection {
  #subject: string | null = null;
  readonly #listeners = new Set<Listener>();

  choose(subject: string | null): void {
    this.#subject = subject;
    for (const listener of this.#listeners) listener({ subject });
  }

  subscribe(listener: Listener): Unsubscribe {
    this.#listeners.add(listener);
    listener({ subject: this.#subject });
    return () => this.#listeners.delete(listener);
  }
}

const selections = new Map<number, Selection>();

export const selectionOf = (tabId: number | undefined): Selection => {
  const known = selections.get(tabId ?? -1);
  if (known !== undefined) return known;
  const made = new Selection();
  selections.set(tabId ?? -1, made);
  return made;
};
