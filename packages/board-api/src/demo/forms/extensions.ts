import { CODE_SYSTEMS } from "@cadre-care/fhir";

/** An extension of a Questionnaire or item, as far as our forms use them. */
export interface Extension {
  readonly url: string;
  readonly [value: `value${string}`]: unknown;
  readonly extension?: readonly Extension[];
}

const hl7 = "http://hl7.org/fhir/StructureDefinition";
const sdc = "http://hl7.org/fhir/uv/sdc/StructureDefinition";
const FHIRPATH = "text/fhirpath";

export const EXT = {
  control: (code: string): Extension => ({
    url: `${hl7}/questionnaire-itemControl`,
    valueCodeableConcept: {
      coding: [{ system: "http://hl7.org/fhir/questionnaire-item-control", code }],
    },
  }),
  horizontal: { url: `${hl7}/questionnaire-choiceOrientation`, valueCode: "horizontal" },
  unit: (code: string, display: string): Extension => ({
    url: `${hl7}/questionnaire-unit`,
    valueCoding: { system: CODE_SYSTEMS.ucum, code, display },
  }),
  least: (value: number, whole: boolean): Extension => ({
    url: `${hl7}/minValue`,
    ...(whole ? { valueInteger: value } : { valueDecimal: value }),
  }),
  most: (value: number, whole: boolean): Extension => ({
    url: `${hl7}/maxValue`,
    ...(whole ? { valueInteger: value } : { valueDecimal: value }),
  }),
  decimals: (count: number): Extension => ({ url: `${hl7}/maxDecimalPlaces`, valueInteger: count }),
  format: (text: string): Extension => ({ url: `${hl7}/entryFormat`, valueString: text }),
  calculated: (expression: string): Extension => ({
    url: `${sdc}/sdc-questionnaire-calculatedExpression`,
    valueExpression: { language: FHIRPATH, expression },
  }),
  extract: { url: `${sdc}/sdc-questionnaire-observationExtract`, valueBoolean: true },
  category: (code: string): Extension => ({
    url: `${sdc}/sdc-questionnaire-observation-extract-category`,
    valueCodeableConcept: { coding: [{ system: CODE_SYSTEMS.observationCategory, code }] },
  }),
} as const;
