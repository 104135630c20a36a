import type { Problem } from "@cadre-care/domain/page";
import type { ItemDefinition } from "../definition/item-definition.ts";
import type { AnswerValue } from "../questionnaire/data-types.ts";

/** Where an answer that no person gave came from: what surrounds the form, an initial value, or a calculation. */
export type AnswerSource = "page" | "roster" | "form" | "visit" | "user" | "initial" | "calculated";

/** One place for an answer. A question always has at least one, empty at first. */
export interface AnswerSlot {
  /** Stable while the slot exists, unique in the form: a key for lists. */
  readonly key: number;
  readonly value: AnswerValue | undefined;
  /** What was typed, kept as it was typed until `tidy`; shown instead of the value. */
  readonly typed: string | undefined;
  /** Set until the answer is given or confirmed by a person. */
  readonly source: AnswerSource | undefined;
  /** Items nested under this answer. */
  readonly children: readonly FormNode[];
}

export interface FormIssue {
  /** Kebab-case, stable: a key of the catalogue, or `constraint-unmet`. */
  readonly code: string;
  readonly message: Problem["message"];
  /** Blocking: not to be submitted as completed. Advisory: said, no more. */
  readonly severity: "blocking" | "advisory";
  /** Which answer, counted from 0; absent where the whole item is meant. */
  readonly answer?: number;
}

/** What changed on a node: a set of bits. */
export const CHANGE = { answers: 1, enabled: 2, issues: 4, children: 8, options: 16, language: 32 } as const;
export type NodeListener = (node: FormNode, changes: number) => void;

/** One item as it stands in this form. Repeats of a group are nodes of their own, side by side. */
export interface FormNode {
  /** Stable while the node exists, and the same for every form of the Questionnaire where nothing repeats. */
  readonly key: string;
  readonly definition: ItemDefinition;
  readonly parent: FormNode | undefined;
  /** Items inside a group; for a question, those under all its answers. */
  readonly children: readonly FormNode[];
  /** One at least for a question, none for groups and displays. */
  readonly answers: readonly AnswerSlot[];
  /** Whether its conditions and those of everything above it hold. */
  readonly enabled: boolean;
  readonly issues: readonly FormIssue[];
  /** Whether nobody may answer it: as its item says, unless its calculation fails and it has to be entered by hand. */
  readonly readOnly: boolean;
  /** A calculated item that a person has answered otherwise: it is no longer calculated until it is emptied. */
  readonly overridden: boolean;
  /** Told after each change of this node alone. Returns what ends it. */
  subscribe(listener: NodeListener): () => void;
}
