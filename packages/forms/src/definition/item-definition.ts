import type {
  AnswerValue,
  AnswerValueName,
  Coding,
  Expression,
  Quantity,
} from "../questionnaire/data-types.ts";
import type { QuestionnaireItem } from "../questionnaire/questionnaire.ts";

/** What extensions say of an item, read once. Absent means not said. */
export interface ItemHints {
  /** Code of itemControl: radio-button, check-box, drop-down, autocomplete, table, page, slider, help and so on. */
  control?: string;
  hidden?: boolean;
  minValue?: AnswerValue;
  maxValue?: AnswerValue;
  minQuantity?: Quantity;
  maxQuantity?: Quantity;
  minLength?: number;
  regex?: string;
  entryFormat?: string;
  shortText?: string;
  maxDecimalPlaces?: number;
  /** The only unit. */
  unit?: Coding;
  /** Units to choose from. */
  unitOptions?: readonly Coding[];
  minOccurs?: number;
  maxOccurs?: number;
  choiceOrientation?: "horizontal" | "vertical";
  sliderStep?: number;
  /** Largest attachment in megabytes. */
  maxSize?: number;
  mimeTypes?: readonly string[];
  variables?: readonly Expression[];
  calculated?: Expression;
  initialExpression?: Expression;
  enableWhenExpression?: Expression;
  answerExpression?: Expression;
  constraints?: readonly ConstraintDefinition[];
  /** Names that launchContext declares. */
  contextNames?: readonly string[];
  observationExtract?: boolean;
  observationCategory?: Coding;
}

/** A rule that an expression states: of `constraint` and `targetConstraint`. */
export interface ConstraintDefinition {
  readonly key: string;
  readonly severity: "error" | "warning";
  readonly human: string;
  readonly expression: string;
  /** `targetConstraint` looks from the response, `constraint` from the item. */
  readonly target: boolean;
}

/** One item of the Questionnaire, indexed: the same for every form that is filled from it. */
export interface ItemDefinition {
  readonly item: QuestionnaireItem;
  readonly linkId: string;
  readonly type: QuestionnaireItem["type"];
  /** Place in document order, counted from 0: an index into `FormDefinition.items`. */
  readonly index: number;
  readonly depth: number;
  readonly parent: ItemDefinition | undefined;
  readonly children: readonly ItemDefinition[];
  /** Whether it takes answers: neither group nor display. */
  readonly isQuestion: boolean;
  readonly repeats: boolean;
  /** Whether it, or anything above it, has the hidden extension. */
  readonly isHidden: boolean;
  /** Whether it has conditions, a calculation or computed options. */
  readonly isReactive: boolean;
  readonly hints: Readonly<ItemHints>;
  /** The `value[x]` that its answers have; choices may have others. */
  readonly valueName: AnswerValueName | undefined;
}
