import { URLS } from "../../definition/extension-urls.ts";
import type { PrimitiveElement } from "../../questionnaire/data-types.ts";
import { scriptedForm } from "./scripted-form.ts";

const english = (content: string): PrimitiveElement => ({
  extension: [
    {
      url: URLS.translation,
      extension: [
        { url: "lang", valueCode: "en" },
        { url: "content", valueString: content },
      ],
    },
  ],
});

export const translations = scriptedForm({
  name: "translations",
  idea: "A text and an option with translations: the response keeps the language of the form",
  item: [
    { linkId: "skin", type: "string", text: "Da", _text: english("Skin") },
    {
      linkId: "level",
      type: "choice",
      text: "Mức độ",
      _text: english("Level"),
      answerOption: [{ valueString: "Nhẹ", _valueString: english("Mild") }, { valueString: "Nặng" }],
    },
  ],
  steps: [
    { linkId: "skin", give: { valueString: "Bình thường" } },
    { linkId: "level", give: { valueString: "Nhẹ" } },
  ],
});
