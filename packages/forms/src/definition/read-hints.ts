import type { AnswerValue, Coding, Expression, Extension, Quantity } from "../questionnaire/data-types.ts";
import { isAnswerValue } from "../questionnaire/shapes.ts";
import { soleValue } from "../questionnaire/sole-value.ts";
import { URLS } from "./extension-urls.ts";
import type { ConstraintDefinition, ItemHints } from "./item-definition.ts";

/** Of an item that has no extensions. */
export const NO_HINTS: Readonly<ItemHints> = Object.freeze({});

const part = (extension: Extension, url: string): Extension | undefined =>
  extension.extension?.find((inner) => inner.url === url);

const constraintOf = (extension: Extension, target: boolean): ConstraintDefinition | undefined => {
  const expression =
    part(extension, "expression")?.valueString ?? part(extension, "expression")?.valueExpression?.expression;
  if (expression === undefined) return undefined;
  return {
    key: part(extension, "key")?.valueId ?? part(extension, "key")?.valueString ?? "",
    severity: part(extension, "severity")?.valueCode === "warning" ? "warning" : "error",
    human: part(extension, "human")?.valueString ?? "",
    expression,
    target,
  };
};

type Reader = (hints: ItemHints, extension: Extension) => void;

/** Sets an element only where there is a value: absent stays absent. */
const put =
  <Name extends keyof ItemHints>(
    name: Name,
    read: (extension: Extension) => ItemHints[Name] | undefined,
  ): Reader =>
  (hints, extension) => {
    const value = read(extension);
    if (value !== undefined) hints[name] = value;
  };

const appended = <Value>(list: readonly Value[] | undefined, value: Value | undefined): readonly Value[] =>
  value === undefined ? (list ?? []) : [...(list ?? []), value];

const codes = (extension: Extension): readonly Coding[] => {
  const concept = extension.valueCodeableConcept?.coding ?? [];
  return extension.valueCoding ? [...concept, extension.valueCoding] : concept;
};

const bound = (extension: Extension): AnswerValue | undefined => {
  const value = soleValue(extension);
  return value && isAnswerValue(value) ? value : undefined;
};

const boolean = ({ valueBoolean }: Extension): boolean | undefined => valueBoolean;
const integer = ({ valueInteger }: Extension): number | undefined => valueInteger;
const text = ({ valueString }: Extension): string | undefined => valueString;
const quantity = ({ valueQuantity }: Extension): Quantity | undefined => valueQuantity;
const expression = ({ valueExpression }: Extension): Expression | undefined => valueExpression;

const READERS: Readonly<Record<string, Reader>> = {
  [URLS.itemControl]: put("control", (extension) => codes(extension)[0]?.code ?? extension.valueCode),
  [URLS.hidden]: put("hidden", boolean),
  [URLS.minValue]: put("minValue", bound),
  [URLS.maxValue]: put("maxValue", bound),
  [URLS.minQuantity]: put("minQuantity", quantity),
  [URLS.maxQuantity]: put("maxQuantity", quantity),
  [URLS.minLength]: put("minLength", integer),
  [URLS.regex]: put("regex", text),
  [URLS.entryFormat]: put("entryFormat", text),
  [URLS.shortText]: put("shortText", text),
  [URLS.maxDecimalPlaces]: put("maxDecimalPlaces", integer),
  [URLS.unit]: put("unit", (extension) => extension.valueCoding),
  [URLS.unitOption]: (hints, extension) => {
    hints.unitOptions = appended(hints.unitOptions, extension.valueCoding);
  },
  [URLS.minOccurs]: put("minOccurs", integer),
  [URLS.maxOccurs]: put("maxOccurs", integer),
  [URLS.choiceOrientation]: put("choiceOrientation", (extension) =>
    extension.valueCode === "horizontal" ? "horizontal" : "vertical",
  ),
  [URLS.sliderStep]: put("sliderStep", integer),
  [URLS.maxSize]: put("maxSize", (extension) => extension.valueDecimal),
  [URLS.mimeType]: (hints, extension) => {
    hints.mimeTypes = appended(hints.mimeTypes, extension.valueCode);
  },
  [URLS.variable]: (hints, extension) => {
    hints.variables = appended(hints.variables, extension.valueExpression);
  },
  [URLS.calculatedExpression]: put("calculated", expression),
  [URLS.initialExpression]: put("initialExpression", expression),
  [URLS.enableWhenExpression]: put("enableWhenExpression", expression),
  [URLS.answerExpression]: put("answerExpression", expression),
  [URLS.constraint]: (hints, extension) => {
    hints.constraints = appended(hints.constraints, constraintOf(extension, false));
  },
  [URLS.targetConstraint]: (hints, extension) => {
    hints.constraints = appended(hints.constraints, constraintOf(extension, true));
  },
  [URLS.launchContext]: (hints, extension) => {
    const name = part(extension, "name");
    hints.contextNames = appended(hints.contextNames, name?.valueCoding?.code ?? name?.valueId);
  },
  [URLS.observationExtract]: put("observationExtract", boolean),
  [URLS.observationExtractCategory]: put("observationCategory", (extension) => codes(extension)[0]),
};

/** Reads the extensions of an item or of the Questionnaire. Those that nobody here knows are left where they are. */
export const readHints = (extensions: readonly Extension[] | undefined): Readonly<ItemHints> => {
  if (!extensions?.length) return NO_HINTS;
  const hints: ItemHints = {};
  for (const extension of extensions) {
    if (Object.hasOwn(READERS, extension.url)) READERS[extension.url]?.(hints, extension);
  }
  return hints;
};
