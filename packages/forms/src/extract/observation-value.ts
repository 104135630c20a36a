import type { ItemDefinition } from "../definition/item-definition.ts";
import type { AnswerValue } from "../questionnaire/data-types.ts";
import { unitsOf } from "../text/parse-typed.ts";
import { quantityOf } from "../text/quantity-of.ts";
import type { ObservationValue } from "./observation.ts";

/** An answer as the value of an Observation; undefined for files and references, which an Observation cannot hold. */
export const observationValue = (
  value: AnswerValue,
  definition: ItemDefinition,
): ObservationValue | undefined => {
  const { valueInteger, valueDecimal, valueQuantity, valueCoding, valueString, valueBoolean } = value;
  const [unit] = unitsOf(definition);
  if (valueQuantity) return { valueQuantity };
  if (valueDecimal !== undefined) return { valueQuantity: quantityOf(valueDecimal, unit) };
  if (valueInteger !== undefined) {
    return unit ? { valueQuantity: quantityOf(valueInteger, unit) } : { valueInteger };
  }
  if (valueCoding) {
    const { display } = valueCoding;
    return {
      valueCodeableConcept: { coding: [valueCoding], ...(display !== undefined && { text: display }) },
    };
  }
  if (valueString !== undefined) {
    const isChoice = definition.type === "open-choice" || definition.type === "choice";
    return isChoice ? { valueCodeableConcept: { text: valueString } } : { valueString };
  }
  if (valueBoolean !== undefined) return { valueBoolean };
  if (value.valueTime !== undefined) return { valueTime: value.valueTime };
  const valueDateTime = value.valueDateTime ?? value.valueDate;
  if (valueDateTime !== undefined) return { valueDateTime };
  return value.valueUri === undefined ? undefined : { valueString: value.valueUri };
};
