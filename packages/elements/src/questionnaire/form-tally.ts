import type { FormNode, FormState } from "@cadre-care/forms/on-demand";
import { sectionOf } from "./section-of.ts";
import { isUnconfirmed } from "./unconfirmed.ts";

/** How far a section is. */
export interface SectionTally {
  /** Questions that can be answered now. */
  readonly total: number;
  readonly answered: number;
  /** Items with answers that nobody has confirmed. */
  readonly unconfirmed: number;
  readonly blocking: number;
}

interface Counts {
  total: number;
  answered: number;
  unconfirmed: number;
  blocking: number;
}

const none = (): Counts => ({ total: 0, answered: 0, unconfirmed: 0, blocking: 0 });

const countsOf = (node: FormNode): Counts => {
  const { isQuestion, hints } = node.definition;
  const shown = node.enabled && hints.hidden !== true;
  const asks = shown && isQuestion && !node.readOnly;
  return {
    total: asks ? 1 : 0,
    answered: asks && node.answers.some(({ value }) => value !== undefined) ? 1 : 0,
    unconfirmed: shown && isUnconfirmed(node) ? 1 : 0,
    blocking: node.issues.some(({ severity }) => severity === "blocking") ? 1 : 0,
  };
};

const differ = (one: Counts, other: Counts): boolean =>
  one.total !== other.total ||
  one.answered !== other.answered ||
  one.unconfirmed !== other.unconfirmed ||
  one.blocking !== other.blocking;

/** Progress of each section and what is left to do, kept up to date node by node. */
export class FormTally {
  readonly #records = new Map<FormNode, Counts>();
  readonly #sections = new Map<FormNode, Counts>();
  readonly #blocking = new Set<FormNode>();
  readonly #whole = none();
  readonly #form: FormState;

  constructor(form: FormState) {
    this.#form = form;
    this.rebuild();
  }

  get whole(): SectionTally {
    return this.#whole;
  }

  of(section: FormNode): SectionTally {
    return this.#sections.get(section) ?? none();
  }

  /** Nodes with something that must be put right, in the order of the form. */
  get blocking(): readonly FormNode[] {
    return [...this.#blocking].sort((one, other) => one.definition.index - other.definition.index);
  }

  /** A node changed. Answers the section whose figures did, if any. */
  refresh(node: FormNode): FormNode | undefined {
    const now = countsOf(node);
    const before = this.#records.get(node) ?? none();
    if (!differ(now, before)) return undefined;
    const section = sectionOf(node);
    this.#records.set(node, now);
    this.#add(section, now, 1);
    this.#add(section, before, -1);
    if (now.blocking > 0) this.#blocking.add(node);
    else this.#blocking.delete(node);
    return section;
  }

  /** Repeats came or went. */
  rebuild(): void {
    this.#records.clear();
    this.#sections.clear();
    this.#blocking.clear();
    Object.assign(this.#whole, none());
    const add = (nodes: readonly FormNode[]): void => {
      for (const node of nodes) {
        this.refresh(node);
        add(node.children);
      }
    };
    add(this.#form.roots);
  }

  #add(section: FormNode, counts: Counts, sign: 1 | -1): void {
    const known = this.#sections.get(section) ?? none();
    this.#sections.set(section, known);
    for (const sum of [known, this.#whole]) {
      sum.total += sign * counts.total;
      sum.answered += sign * counts.answered;
      sum.unconfirmed += sign * counts.unconfirmed;
      sum.blocking += sign * counts.blocking;
    }
  }
}
