import type { Complaint } from "../../outcome/outcome.ts";
import type { ProblemCode } from "../../outcome/problems.ts";
import { type AnsweredItem, answeredItems, answersByLinkId } from "./answered-items.ts";
import { isEnabled } from "./conditions.ts";
import { codingOf, type FormItem, type FormValue, formItems } from "./form-items.ts";
import { isSameValue } from "./same-value.ts";

/** What a code of a value set is known by: `system|code`. */
export type KnownCodes = ReadonlyMap<string, ReadonlySet<string>>;

const VALUES: Readonly<Record<string, readonly string[]>> = {
  boolean: ["valueBoolean"],
  decimal: ["valueDecimal"],
  integer: ["valueInteger"],
  date: ["valueDate"],
  dateTime: ["valueDateTime"],
  time: ["valueTime"],
  string: ["valueString"],
  text: ["valueString"],
  url: ["valueUri"],
  choice: ["valueCoding"],
  "open-choice": ["valueCoding", "valueString"],
  attachment: ["valueAttachment"],
  reference: ["valueReference"],
  quantity: ["valueQuantity"],
};

const namesOf = (value: FormValue): readonly string[] =>
  Object.keys(value).filter((name) => name.startsWith("value"));

/** The value[x] that answers to this item have. Options may be numbers, days, times, words or references as well as codes. */
const namesFor = ({ type, options }: FormItem): readonly string[] => {
  const usual = VALUES[type] ?? [];
  if (!options || !usual.includes("valueCoding")) return usual;
  return [...options.flatMap(namesOf), ...usual.filter((name) => name !== "valueCoding")];
};

/** Codes by system and code, all else as FHIR writes it. */
const isOption = (value: FormValue, option: FormValue): boolean => {
  const [given, offered] = [codingOf(value.valueCoding), codingOf(option.valueCoding)];
  if (given && offered) return offered.code === given.code && offered.system === given.system;
  return namesOf(value).every((name) => isSameValue(value[name], option[name]));
};

/**
 * Whether an answer is one of those that the item offers. An open choice takes words, and any code of the set's own
 * systems: the list may have changed while a machine was offline.
 */
const isOffered = (value: FormValue, { type, options, valueSet }: FormItem, codes: KnownCodes): boolean => {
  if (type === "open-choice" && value.valueString !== undefined) return true;
  if (options) return options.some((option) => isOption(value, option));
  const given = codingOf(value.valueCoding);
  if (value.valueCoding === undefined || !given) return true;
  const known = codes.get(valueSet?.split("|")[0] ?? "");
  if (!known) return true;
  return type === "open-choice"
    ? [...known].some((one) => one.startsWith(`${given.system}|`))
    : known.has(`${given.system}|${given.code}`);
};

/** Compares one response with the form that it answers. */
class ResponseCheck {
  readonly complaints: Complaint[] = [];
  readonly #answers: ReturnType<typeof answersByLinkId>;
  readonly #codes: KnownCodes;

  constructor(response: readonly AnsweredItem[], codes: KnownCodes) {
    this.#answers = answersByLinkId(response);
    this.#codes = codes;
  }

  /** linkIds are the board's own, so that naming them tells nothing of a person. */
  #complain(code: ProblemCode, linkId?: string): void {
    const items = "QuestionnaireResponse.descendants()";
    this.complaints.push({
      code,
      expression:
        linkId === undefined ? "QuestionnaireResponse.item" : `${items}.where(linkId = '${linkId}')`,
    });
  }

  check(items: readonly FormItem[], answered: readonly AnsweredItem[], isShown: boolean): void {
    const known = new Set(items.map(({ linkId }) => linkId));
    if (answered.some(({ linkId }) => !known.has(linkId))) this.#complain("response-invalid");
    for (const item of items) {
      const found = answered.filter(({ linkId }) => linkId === item.linkId);
      const isAsked = isEnabled(item, this.#answers);
      this.#item(item, found, isShown && isAsked !== false, isAsked === undefined);
    }
  }

  #item(item: FormItem, found: readonly AnsweredItem[], isShown: boolean, isOpen: boolean): void {
    const { linkId, type, required } = item;
    const isGroup = type === "group";
    if (found.length > 1 && !(isGroup && item.repeats)) this.#complain("response-invalid", linkId);
    const answers = found.flatMap((one) => one.answers);
    if (isGroup || type === "display") {
      if (answers.length > 0) this.#complain("response-invalid", linkId);
    } else
      this.#values(
        item,
        answers.map(({ value }) => value),
      );
    const isEmpty = isGroup ? found.length === 0 : answers.length === 0;
    if (required && isEmpty && isShown && !isOpen) this.#complain("answer-missing", linkId);
    const holders = isGroup ? found : answers;
    if (holders.length === 0) this.check(item.children, [], isShown && !isOpen && isGroup);
    for (const { below } of holders) this.check(item.children, below, isShown && !isOpen);
  }

  #values(item: FormItem, values: readonly FormValue[]): void {
    const { linkId, maxLength = Number.POSITIVE_INFINITY } = item;
    if (values.length > 1 && !item.repeats) this.#complain("response-invalid", linkId);
    for (const value of values) {
      const names = namesOf(value);
      if (names.length !== 1 || !namesFor(item).includes(names[0] ?? ""))
        this.#complain("response-invalid", linkId);
      else if (typeof value.valueString === "string" && value.valueString.length > maxLength)
        this.#complain("response-invalid", linkId);
      else if (!isOffered(value, item, this.#codes))
        this.#complain(value.valueCoding === undefined ? "response-invalid" : "code-unknown", linkId);
    }
  }
}

/**
 * What is wrong with a completed response to this form: unknown or doubled linkIds, answers of another kind, codes that
 * are not offered, required items that are shown and have no answer. Expressions are the sender's to evaluate.
 */
export const responseComplaints = (
  questionnaire: unknown,
  response: unknown,
  codes: KnownCodes,
): readonly Complaint[] => {
  const answered = answeredItems(response);
  const check = new ResponseCheck(answered, codes);
  check.check(formItems(questionnaire), answered, true);
  return check.complaints;
};
