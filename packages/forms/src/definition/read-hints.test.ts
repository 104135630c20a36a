import { expect, it } from "vitest";
import type { Extension } from "../questionnaire/data-types.ts";
import { URLS } from "./extension-urls.ts";
import { readHints } from "./read-hints.ts";

const unit = { system: "http://unitsofmeasure.org", code: "kg", display: "kg" };
const control = (code: string) => ({ url: URLS.itemControl, valueCodeableConcept: { coding: [{ code }] } });

it.each<[string, Extension, object]>([
  ...[
    "radio-button",
    "check-box",
    "drop-down",
    "autocomplete",
    "table",
    "gtable",
    "page",
    "slider",
    "help",
  ].map((code): [string, Extension, object] => [`itemControl ${code}`, control(code), { control: code }]),
  ["hidden", { url: URLS.hidden, valueBoolean: true }, { hidden: true }],
  ["minValue", { url: URLS.minValue, valueDate: "2026-01-01" }, { minValue: { valueDate: "2026-01-01" } }],
  ["maxValue", { url: URLS.maxValue, valueInteger: 0 }, { maxValue: { valueInteger: 0 } }],
  ["minQuantity", { url: URLS.minQuantity, valueQuantity: { value: 1 } }, { minQuantity: { value: 1 } }],
  ["maxQuantity", { url: URLS.maxQuantity, valueQuantity: { value: 1 } }, { maxQuantity: { value: 1 } }],
  ["minLength", { url: URLS.minLength, valueInteger: 0 }, { minLength: 0 }],
  ["regex", { url: URLS.regex, valueString: "x" }, { regex: "x" }],
  ["entryFormat", { url: URLS.entryFormat, valueString: "x" }, { entryFormat: "x" }],
  ["shortText", { url: URLS.shortText, valueString: "x" }, { shortText: "x" }],
  ["maxDecimalPlaces", { url: URLS.maxDecimalPlaces, valueInteger: 1 }, { maxDecimalPlaces: 1 }],
  ["unit", { url: URLS.unit, valueCoding: unit }, { unit }],
  ["unitOption", { url: URLS.unitOption, valueCoding: unit }, { unitOptions: [unit] }],
  ["minOccurs", { url: URLS.minOccurs, valueInteger: 1 }, { minOccurs: 1 }],
  ["maxOccurs", { url: URLS.maxOccurs, valueInteger: 2 }, { maxOccurs: 2 }],
  [
    "choiceOrientation",
    { url: URLS.choiceOrientation, valueCode: "horizontal" },
    { choiceOrientation: "horizontal" },
  ],
  ["sliderStepValue", { url: URLS.sliderStep, valueInteger: 5 }, { sliderStep: 5 }],
  ["maxSize", { url: URLS.maxSize, valueDecimal: 1.5 }, { maxSize: 1.5 }],
  ["mimeType", { url: URLS.mimeType, valueCode: "image/png" }, { mimeTypes: ["image/png"] }],
  [
    "observationExtract",
    { url: URLS.observationExtract, valueBoolean: false },
    { observationExtract: false },
  ],
  [
    "launchContext",
    { url: URLS.launchContext, extension: [{ url: "name", valueCoding: { code: "patient" } }] },
    { contextNames: ["patient"] },
  ],
  ["an unknown one", { url: "https://other.example", valueBoolean: true }, {}],
  ["one of the object's own names", { url: "constructor" }, {}],
  ["one with a value of another type", { url: URLS.hidden, valueString: "yes" }, {}],
])("reads %s", (_, extension, expected) => {
  expect(readHints([extension])).toEqual(expected);
});
