/** FHIR R4 data types as forms use them. What is not named here passes through untouched. */

export interface Coding {
  readonly system?: string;
  readonly version?: string;
  readonly code?: string;
  readonly display?: string;
}

export interface Quantity {
  readonly value?: number;
  readonly comparator?: string;
  readonly unit?: string;
  readonly system?: string;
  readonly code?: string;
}

export interface Reference {
  readonly reference?: string;
  readonly type?: string;
  readonly display?: string;
}

export interface Attachment {
  readonly contentType?: string;
  readonly data?: string;
  readonly url?: string;
  readonly title?: string;
  readonly size?: number;
}

/** One answer as FHIR writes it: an object with a single `value[x]`. */
export interface AnswerValue {
  readonly valueBoolean?: boolean;
  readonly valueDecimal?: number;
  readonly valueInteger?: number;
  readonly valueDate?: string;
  readonly valueDateTime?: string;
  readonly valueTime?: string;
  readonly valueString?: string;
  readonly valueUri?: string;
  readonly valueAttachment?: Attachment;
  readonly valueCoding?: Coding;
  readonly valueQuantity?: Quantity;
  readonly valueReference?: Reference;
}
export type AnswerValueName = keyof AnswerValue;

/** An extension; the value types that forms read are named, others pass through. */
export interface Extension {
  readonly url: string;
  readonly extension?: readonly Extension[];
  readonly valueBoolean?: boolean;
  readonly valueInteger?: number;
  readonly valueDecimal?: number;
  readonly valueCode?: string;
  readonly valueString?: string;
  readonly valueUri?: string;
  readonly valueDate?: string;
  readonly valueDateTime?: string;
  readonly valueTime?: string;
  readonly valueId?: string;
  readonly valueCoding?: Coding;
  readonly valueQuantity?: Quantity;
  readonly valueCodeableConcept?: CodeableConcept;
  readonly valueExpression?: Expression;
}

export interface CodeableConcept {
  readonly coding?: readonly Coding[];
  readonly text?: string;
}

export interface Expression {
  readonly name?: string;
  readonly language?: string;
  readonly expression?: string;
}

/** `_text` and the like: where FHIR keeps the extensions of a primitive. */
export interface PrimitiveElement {
  readonly extension?: readonly Extension[];
}
