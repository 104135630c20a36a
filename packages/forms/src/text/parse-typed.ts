import { type Result, success } from "@cadre-care/domain/page";
import type { ItemDefinition } from "../definition/item-definition.ts";
import { refuse } from "../messages/form-messages.ts";
import type { AnswerValue, Coding } from "../questionnaire/data-types.ts";
import { cleanText } from "./clean-text.ts";
import { parseDate, parseDateTime, parseTime } from "./parse-date.ts";
import { parseDecimal, parseInteger } from "./parse-number.ts";
import { quantityOf } from "./quantity-of.ts";

export interface TypedAnswer {
  /** The answer, none where the text is empty, or why the text is no answer. */
  readonly result: Result<AnswerValue | undefined>;
  /** The text as it is kept. */
  readonly text: string;
  /** Whether hidden characters were taken out. */
  readonly cleaned: boolean;
}

const YES = new Set(["có", "co", "c", "yes", "y", "true", "1", "x"]);
const NO = new Set(["không", "khong", "k", "no", "n", "false", "0"]);

const parseBoolean = (text: string): Result<boolean> => {
  const word = text.trim().toLocaleLowerCase("vi");
  if (YES.has(word)) return success(true);
  return NO.has(word) ? success(false) : refuse("not-a-boolean");
};

/** The units that a Quantity of this item may have: the only one, those to choose from, or that of its initial value. */
export const unitsOf = ({ hints, item }: ItemDefinition): readonly Coding[] => {
  if (hints.unitOptions) return hints.unitOptions;
  if (hints.unit) return [hints.unit];
  const initial = item.initial?.[0]?.valueQuantity;
  if (initial?.value !== undefined || initial?.code === undefined) return [];
  const { unit, system, code } = initial;
  return [{ ...(system !== undefined && { system }), code, display: unit ?? code }];
};

const mapped = <From, To>(result: Result<From>, to: (value: From) => To): Result<To> =>
  result.ok ? success(to(result.value)) : result;

const parse = (text: string, definition: ItemDefinition, unit: Coding | undefined): Result<AnswerValue> => {
  switch (definition.type) {
    case "decimal":
      return mapped(parseDecimal(text), (valueDecimal) => ({ valueDecimal }));
    case "integer":
      return mapped(parseInteger(text), (valueInteger) => ({ valueInteger }));
    case "quantity":
      return mapped(parseDecimal(text), (value) => ({ valueQuantity: quantityOf(value, unit) }));
    case "date":
      return mapped(parseDate(text), (valueDate) => ({ valueDate }));
    case "dateTime":
      return mapped(parseDateTime(text), (valueDateTime) => ({ valueDateTime }));
    case "time":
      return mapped(parseTime(text), (valueTime) => ({ valueTime }));
    case "boolean":
      return mapped(parseBoolean(text), (valueBoolean) => ({ valueBoolean }));
    case "url":
      return /^\S+$/.test(text.trim()) ? success({ valueUri: text.trim() }) : refuse("not-a-url");
    case "string":
    case "text":
    case "open-choice":
      return success({ valueString: text });
    case "choice":
      // Words in place of a code, where the list of codes is not at hand.
      return success({ valueCoding: { display: text } });
    case "reference":
      return success({ valueReference: { display: text } });
    default:
      return refuse("not-typed");
  }
};

/** Reads what was typed as an answer of the item's type. The text is never lost: it comes back cleaned at most. */
export const parseTyped = (raw: string, definition: ItemDefinition, chosenUnit?: Coding): TypedAnswer => {
  const { text, cleaned } = cleanText(raw, definition.type === "text" ? "many" : "one");
  if (text.trim() === "") return { result: success(undefined), text, cleaned };
  return { result: parse(text, definition, chosenUnit ?? unitsOf(definition)[0]), text, cleaned };
};
