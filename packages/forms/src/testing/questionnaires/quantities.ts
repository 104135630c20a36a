import { URLS } from "../../definition/extension-urls.ts";
import { scriptedForm } from "./scripted-form.ts";

const system = "http://unitsofmeasure.org";

export const quantities = scriptedForm({
  name: "quantities",
  idea: "A quantity with its only unit, one with a choice of units, and a decimal with a unit beside it",
  item: [
    {
      linkId: "pressure",
      type: "quantity",
      text: "Huyết áp tâm thu",
      extension: [{ url: URLS.unitOption, valueCoding: { system, code: "mm[Hg]", display: "mmHg" } }],
    },
    {
      linkId: "glucose",
      type: "quantity",
      text: "Đường máu",
      extension: [
        { url: URLS.unitOption, valueCoding: { system, code: "mmol/L", display: "mmol/L" } },
        { url: URLS.unitOption, valueCoding: { system, code: "mg/dL", display: "mg/dL" } },
      ],
    },
    {
      linkId: "height",
      type: "decimal",
      text: "Chiều cao",
      extension: [{ url: URLS.unit, valueCoding: { system, code: "cm", display: "cm" } }],
    },
    { linkId: "bare", type: "quantity", text: "Số lượng" },
  ],
  steps: [
    { linkId: "pressure", give: { valueQuantity: { value: 125, unit: "mmHg", system, code: "mm[Hg]" } } },
    { linkId: "glucose", give: { valueQuantity: { value: 99.5, unit: "mg/dL", system, code: "mg/dL" } } },
    { linkId: "height", give: { valueDecimal: 165 } },
    { linkId: "bare", give: { valueQuantity: { value: 3 } } },
  ],
});

export const oneUnit = scriptedForm({
  name: "one-unit",
  idea: "questionnaire-unit on an item of type quantity",
  item: [
    {
      linkId: "weight",
      type: "quantity",
      text: "Cân nặng",
      extension: [{ url: URLS.unit, valueCoding: { system, code: "kg", display: "kg" } }],
    },
  ],
  steps: [{ linkId: "weight", give: { valueQuantity: { value: 60.5, unit: "kg", system, code: "kg" } } }],
});
