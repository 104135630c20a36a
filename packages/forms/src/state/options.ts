import type { FormDefinition } from "../definition/compile-form.ts";
import { URLS } from "../definition/extension-urls.ts";
import type { ItemDefinition } from "../definition/item-definition.ts";
import type { AnswerValue, Coding, Extension } from "../questionnaire/data-types.ts";
import type { QuestionnaireAnswerOption } from "../questionnaire/questionnaire.ts";
import { soleValue } from "../questionnaire/sole-value.ts";
import { formatValue } from "../text/format-value.ts";
import { translated } from "../text/translate.ts";
import type { ValueSets } from "./value-sets.ts";

export interface AnswerOption {
  readonly value: AnswerValue;
  /** In the language of the form. */
  readonly label: string;
  /** For example "A." before the label. */
  readonly prefix: string | undefined;
  /** Chosen alone or not at all. */
  readonly exclusive: boolean;
  readonly score: number | undefined;
}

export interface OptionList {
  readonly options: readonly AnswerOption[];
  /** Whether an answer in words is allowed beside the options. */
  readonly open: boolean;
  /** The options cannot be had on this machine now: an entry in words is all there is, and is allowed. */
  readonly unavailable: boolean;
}

const NO_OPTIONS: OptionList = { options: [], open: false, unavailable: false };

const find = (extensions: readonly Extension[] | undefined, url: string): Extension | undefined =>
  extensions?.find((extension) => extension.url === url);

interface CodingWithExtras extends Coding {
  readonly extension?: readonly Extension[];
  readonly _display?: { readonly extension?: readonly Extension[] };
}

/** A code as an answer has it: translations and scores stay with the option. */
const plain = ({ extension: _, _display, ...coding }: CodingWithExtras): AnswerValue => ({
  valueCoding: coding,
});

const optionOf = (option: QuestionnaireAnswerOption, language: string): AnswerOption => {
  const { extension, _valueString } = option;
  const coding: CodingWithExtras | undefined = option.valueCoding;
  const value = (coding ? plain(coding) : soleValue(option)) ?? {};
  const text = formatValue(value, language);
  const score =
    find(extension, URLS.ordinalValue) ??
    find(coding?.extension, URLS.ordinalValue) ??
    find(extension, URLS.itemWeight) ??
    find(coding?.extension, URLS.itemWeight);
  return {
    value,
    label: translated(text, coding ? coding._display : _valueString, language) ?? text,
    prefix: find(extension, URLS.optionPrefix)?.valueString,
    exclusive: find(extension, URLS.optionExclusive)?.valueBoolean === true,
    score: score?.valueDecimal ?? score?.valueInteger,
  };
};

/** The options of an item in a language, out of the form or of the value sets at hand. */
export const optionsOf = (
  definition: ItemDefinition,
  form: FormDefinition,
  valueSets: ValueSets,
  language: string,
): OptionList => {
  const { type, item } = definition;
  if (item.answerOption) {
    const options = item.answerOption.map((option) => optionOf(option, language));
    return { options, open: type === "open-choice", unavailable: false };
  }
  if (item.answerValueSet === undefined) return NO_OPTIONS;
  const expansion = valueSets.expansion(item.answerValueSet, form);
  if (!expansion) return { options: [], open: true, unavailable: true };
  const options = expansion.map((option) => optionOf(option, language));
  return { options, open: type === "open-choice", unavailable: false };
};
