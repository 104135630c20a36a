import type { AnswerValue, Coding, Extension, PrimitiveElement, Quantity, Reference } from "./data-types.ts";

/** The item types of R4. */
export const ITEM_TYPES = [
  "group",
  "display",
  "boolean",
  "decimal",
  "integer",
  "date",
  "dateTime",
  "time",
  "string",
  "text",
  "url",
  "choice",
  "open-choice",
  "attachment",
  "reference",
  "quantity",
] as const;
export type ItemType = (typeof ITEM_TYPES)[number];

export const OPERATORS = ["exists", "=", "!=", ">", "<", ">=", "<="] as const;
export type EnableOperator = (typeof OPERATORS)[number];

export interface EnableWhen {
  readonly question: string;
  readonly operator: EnableOperator;
  readonly answerBoolean?: boolean;
  readonly answerDecimal?: number;
  readonly answerInteger?: number;
  readonly answerDate?: string;
  readonly answerDateTime?: string;
  readonly answerTime?: string;
  readonly answerString?: string;
  readonly answerCoding?: Coding;
  readonly answerQuantity?: Quantity;
  readonly answerReference?: Reference;
}

export interface QuestionnaireAnswerOption extends AnswerValue {
  readonly initialSelected?: boolean;
  readonly extension?: readonly Extension[];
  readonly _valueString?: PrimitiveElement;
}

export interface QuestionnaireItem {
  readonly linkId: string;
  readonly type: ItemType;
  readonly text?: string;
  readonly _text?: PrimitiveElement;
  readonly prefix?: string;
  readonly _prefix?: PrimitiveElement;
  readonly definition?: string;
  readonly code?: readonly Coding[];
  readonly enableWhen?: readonly EnableWhen[];
  readonly enableBehavior?: "all" | "any";
  readonly required?: boolean;
  readonly repeats?: boolean;
  readonly readOnly?: boolean;
  readonly maxLength?: number;
  readonly answerValueSet?: string;
  readonly answerOption?: readonly QuestionnaireAnswerOption[];
  readonly initial?: readonly AnswerValue[];
  readonly extension?: readonly Extension[];
  readonly item?: readonly QuestionnaireItem[];
}

export interface ContainedResource {
  readonly resourceType: string;
  readonly id?: string;
}

export interface Questionnaire {
  readonly resourceType: "Questionnaire";
  readonly url?: string;
  readonly version?: string;
  readonly title?: string;
  readonly _title?: PrimitiveElement;
  readonly status?: string;
  readonly language?: string;
  readonly contained?: readonly ContainedResource[];
  readonly extension?: readonly Extension[];
  readonly item?: readonly QuestionnaireItem[];
}
