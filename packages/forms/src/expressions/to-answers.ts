import type { ItemDefinition } from "../definition/item-definition.ts";
import type { AnswerValue } from "../questionnaire/data-types.ts";
import { isObject } from "../questionnaire/shape.ts";
import { isAnswerValue } from "../questionnaire/shapes.ts";
import type { AnswerOption } from "../state/options.ts";
import { LARGEST_INTEGER } from "../text/parse-number.ts";
import { unitsOf } from "../text/parse-typed.ts";
import { quantityOf } from "../text/quantity-of.ts";

const checked = (candidate: object): AnswerValue | undefined =>
  isAnswerValue(candidate) ? candidate : undefined;

const choiceOf = (result: unknown, options: readonly AnswerOption[]): AnswerValue | undefined => {
  if (isObject(result)) return checked({ valueCoding: result });
  // A calculation often yields the code alone; the option that has it says the rest.
  const option = options.find(
    ({ value, label }) =>
      value.valueCoding?.code === result ||
      (value.valueString ?? value.valueInteger) === result ||
      label === result,
  );
  return option?.value;
};

/** A quantity that FHIRPath itself made: `5 'mg'`, in UCUM. */
const literalQuantity = (text: string): AnswerValue | undefined => {
  const [, value, code] = /^(-?\d+(?:\.\d+)?) '(.+)'$/.exec(text) ?? [];
  if (value === undefined || code === undefined) return undefined;
  return {
    valueQuantity: quantityOf(Number(value), { system: "http://unitsofmeasure.org", code, display: code }),
  };
};

/** A result of an answerExpression as an option: a code, or a value that stands for itself. */
export const toOption = (result: unknown): AnswerValue | undefined => {
  if (isObject(result))
    return checked("reference" in result ? { valueReference: result } : { valueCoding: result });
  if (typeof result === "string") return { valueString: result };
  return typeof result === "number" && Number.isInteger(result) ? { valueInteger: result } : undefined;
};

/** One result of an expression as an answer of the item; undefined where it is of another kind. */
export const toAnswer = (
  result: unknown,
  definition: ItemDefinition,
  options: readonly AnswerOption[],
): AnswerValue | undefined => {
  const isNumber = typeof result === "number" && Number.isFinite(result);
  switch (definition.type) {
    case "boolean":
      return typeof result === "boolean" ? { valueBoolean: result } : undefined;
    case "decimal":
      return isNumber ? { valueDecimal: result + 0 } : undefined;
    case "integer":
      return isNumber && Number.isInteger(result) && Math.abs(result) <= LARGEST_INTEGER
        ? { valueInteger: result + 0 }
        : undefined;
    case "quantity":
      if (isNumber) return { valueQuantity: quantityOf(result + 0, unitsOf(definition)[0]) };
      if (typeof result === "string") return literalQuantity(result);
      return isObject(result) ? checked({ valueQuantity: result }) : undefined;
    case "choice":
      return choiceOf(result, options);
    case "open-choice":
      return choiceOf(result, options) ?? (typeof result === "string" ? { valueString: result } : undefined);
    case "reference":
      return isObject(result) ? checked({ valueReference: result }) : undefined;
    case "attachment":
      return isObject(result) ? checked({ valueAttachment: result }) : undefined;
    case "date":
      return checked({
        valueDate: typeof result === "string" ? result.replace(/^@/, "").slice(0, 10) : result,
      });
    case "dateTime":
      return checked({ valueDateTime: result });
    case "time":
      // FHIRPath may leave the seconds out, FHIR may not.
      return checked({
        valueTime:
          typeof result === "string" ? result.replace(/^T/, "").replace(/^\d\d:\d\d$/, "$&:00") : result,
      });
    case "url":
      return typeof result === "string" ? { valueUri: result } : undefined;
    case "string":
    case "text":
      return result === undefined || isObject(result) ? undefined : { valueString: String(result) };
    default:
      return undefined;
  }
};
