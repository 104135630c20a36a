import { URLS } from "../../definition/extension-urls.ts";
import { scriptedForm } from "./scripted-form.ts";

export const numbers = scriptedForm({
  name: "numbers",
  idea: "Whole numbers and decimals, with limits",
  item: [
    { linkId: "pulse", type: "integer", text: "Mạch (lần/phút)" },
    { linkId: "height", type: "decimal", text: "Chiều cao (cm)" },
    { linkId: "dioptres", type: "decimal", text: "Độ cầu mắt phải" },
    { linkId: "floor", type: "integer", text: "Tầng" },
    {
      linkId: "temperature",
      type: "decimal",
      text: "Nhiệt độ (°C)",
      extension: [
        { url: URLS.minValue, valueDecimal: 34 },
        { url: URLS.maxValue, valueDecimal: 42 },
      ],
    },
    { linkId: "weight", type: "decimal", text: "Cân nặng (kg)" },
  ],
  steps: [
    { linkId: "pulse", give: { valueInteger: 72 } },
    { linkId: "height", give: { valueDecimal: 165.5 } },
    { linkId: "dioptres", give: { valueDecimal: -1.25 } },
    { linkId: "floor", give: { valueInteger: 0 } },
    { linkId: "temperature", give: { valueDecimal: 36.6 } },
    { linkId: "weight", give: { valueDecimal: 70 } },
    { linkId: "weight", empty: true },
  ],
});

export const outsideLimits = scriptedForm({
  name: "outside-limits",
  idea: "Values beyond minValue and maxValue, texts too short or too long: reported, and still in the draft",
  item: [
    {
      linkId: "pulse",
      type: "integer",
      text: "Mạch",
      extension: [
        { url: URLS.minValue, valueInteger: 30 },
        { url: URLS.maxValue, valueInteger: 250 },
      ],
    },
    {
      linkId: "card",
      type: "string",
      text: "Số sổ khám",
      extension: [
        { url: URLS.minLength, valueInteger: 4 },
        { url: URLS.regex, valueString: "[0-9]+" },
      ],
    },
    { linkId: "note", type: "string", text: "Ghi chú", maxLength: 5 },
    { linkId: "name", type: "string", text: "Họ tên", required: true },
  ],
  steps: [
    { linkId: "pulse", give: { valueInteger: 300 } },
    { linkId: "card", give: { valueString: "ab" } },
    { linkId: "note", give: { valueString: "dài quá" } },
  ],
});
