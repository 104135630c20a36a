import type { AnswerValue, Extension } from "../questionnaire/data-types.ts";

export type ResponseStatus = "in-progress" | "completed" | "amended" | "entered-in-error" | "stopped";

export interface ResponseAnswer extends AnswerValue {
  readonly extension?: readonly Extension[];
  readonly item?: readonly ResponseItem[];
}

export interface ResponseItem {
  readonly linkId: string;
  readonly text?: string;
  readonly answer?: readonly ResponseAnswer[];
  readonly item?: readonly ResponseItem[];
}

/** A QuestionnaireResponse of R4. Elements not named here (subject, author, identifier and so on) pass through. */
export interface QuestionnaireResponse {
  readonly resourceType: "QuestionnaireResponse";
  readonly id?: string;
  readonly questionnaire?: string;
  readonly status: ResponseStatus;
  readonly authored?: string;
  readonly item?: readonly ResponseItem[];
}
