import type { LocalizedText } from "@cadre-care/domain";
import { CODE_SYSTEMS, EXTENSIONS } from "@cadre-care/fhir";
import type { QuestionnaireItem } from "@medplum/fhirtypes";
import { EXT, type Extension } from "./extensions.ts";

/** Small builders of Questionnaire items. Texts are Vietnamese with English as the standard translation extension. */

export const t = (vi: string, en: string): LocalizedText => ({ vi, en });

/** fhirtypes knows no `_text`. */
export type Item = Omit<QuestionnaireItem, "item" | "extension"> & {
  readonly _text?: { readonly extension: readonly Extension[] };
  readonly extension?: readonly Extension[];
  readonly item?: readonly Item[];
};

/** The primitive's own element that holds its English. */
export const translated = (english: string): { readonly extension: readonly Extension[] } => ({
  extension: [
    {
      url: EXTENSIONS.translation,
      extension: [
        { url: "lang", valueCode: "en" },
        { url: "content", valueString: english },
      ],
    },
  ],
});

/** What builders take beside linkId and text. `for`: one of FORM_ITEMS. */
export interface ItemOptions extends Omit<Item, "linkId" | "type" | "text" | "_text" | "code" | "extension"> {
  readonly for?: string;
  readonly extension?: readonly Extension[];
}

export const item = (
  type: Item["type"],
  linkId: string,
  text: LocalizedText,
  { for: purpose, extension = [], item: items, ...rest }: ItemOptions = {},
  codes: Item["code"] = [],
): Item => {
  const code = [
    ...codes,
    ...(purpose === undefined ? [] : [{ system: CODE_SYSTEMS.formItem, code: purpose }]),
  ];
  return {
    ...(extension.length === 0 ? {} : { extension }),
    linkId,
    ...(code.length === 0 ? {} : { code }),
    text: text.vi,
    _text: translated(text.en),
    type,
    ...rest,
    ...(items === undefined ? {} : { item: items }),
  };
};

type Builder = (linkId: string, text: LocalizedText, options?: ItemOptions) => Item;
const of =
  (type: Item["type"]): Builder =>
  (linkId, text, options) =>
    item(type, linkId, text, options);

export const words = of("string");
export const paragraph = of("text");
export const yesNo = of("boolean");
export const day = of("date");
export const moment = of("dateTime");
export const note = of("display");
export const whole = of("integer");

export const group = (
  linkId: string,
  text: LocalizedText,
  items: readonly Item[],
  options: ItemOptions = {},
): Item => item("group", linkId, text, { ...options, item: items });

/** A page or section of its own in long forms. */
export const section = (prefix: string, linkId: string, text: LocalizedText, items: readonly Item[]): Item =>
  group(linkId, text, items, { prefix });

export interface Option {
  readonly code: string;
  readonly text: LocalizedText;
}

/** Longer answers than these stand below each other. */
const SIDE_BY_SIDE = 60;

/** One of a few answers. fhirtypes knows no `_display`. */
export const choice = (
  linkId: string,
  text: LocalizedText,
  system: string,
  choices: readonly Option[],
  { extension = [], ...options }: ItemOptions = {},
): Item => {
  const answerOption = choices.map((one) => ({
    valueCoding: { system, code: one.code, display: one.text.vi, _display: translated(one.text.en) },
  }));
  const isShort = choices.reduce((length, one) => length + one.text.vi.length, 0) <= SIDE_BY_SIDE;
  return item("choice", linkId, text, {
    ...options,
    extension: [EXT.control("radio-button"), ...(isShort ? [EXT.horizontal] : []), ...extension],
    answerOption,
  });
};

/** One of a value set that travels with the forms. */
export const fromValueSet = (
  linkId: string,
  text: LocalizedText,
  answerValueSet: string,
  { extension = [], ...options }: ItemOptions = {},
): Item => item("choice", linkId, text, { ...options, extension, answerValueSet });

/** Codes of a value set that is searched, or words where it has none that fits. */
export const codedOrWords = (
  linkId: string,
  text: LocalizedText,
  answerValueSet: string,
  options: ItemOptions = {},
): Item => item("open-choice", linkId, text, { ...options, answerValueSet });
