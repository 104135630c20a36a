import type { CodeableConcept, Coding, Quantity, Reference } from "../questionnaire/data-types.ts";

/** The `value[x]` that an Observation of R4 may have; a decimal has no place there but as a Quantity. */
export interface ObservationValue {
  readonly valueQuantity?: Quantity;
  readonly valueCodeableConcept?: CodeableConcept;
  readonly valueString?: string;
  readonly valueBoolean?: boolean;
  readonly valueInteger?: number;
  readonly valueTime?: string;
  readonly valueDateTime?: string;
}

export interface ObservationComponent extends ObservationValue {
  readonly code: CodeableConcept;
}

/** An Observation of R4 as it comes out of a form. */
export interface ExtractedObservation extends ObservationValue {
  readonly resourceType: "Observation";
  /**
   * A UUID that depends on the response, the item and its repeat alone. None where it is not said which response it is
   * of: the Observations of two people would have the same.
   */
  readonly id?: string;
  readonly status: "preliminary" | "final" | "amended" | "entered-in-error";
  readonly category?: readonly { readonly coding: readonly Coding[] }[];
  readonly code: CodeableConcept;
  readonly subject?: Reference;
  readonly encounter?: Reference;
  readonly effectiveDateTime?: string;
  readonly performer?: readonly Reference[];
  readonly component?: readonly ObservationComponent[];
  readonly derivedFrom?: readonly Reference[];
}
