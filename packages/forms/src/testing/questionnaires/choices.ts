import { URLS } from "../../definition/extension-urls.ts";
import type { Extension } from "../../questionnaire/data-types.ts";
import { scriptedForm } from "./scripted-form.ts";

const SYSTEM = "https://board.example/fhir/CodeSystem/sample-class";
const good = { valueCoding: { system: SYSTEM, code: "I", display: "Loại I" } };
const fair = { valueCoding: { system: SYSTEM, code: "II", display: "Loại II" } };
const poor = { valueCoding: { system: SYSTEM, code: "V", display: "Loại V" } };
const answerOption = [good, fair, poor];

/** The control by its code in FHIR's own code system. */
const control = (code: string): Extension => ({
  url: URLS.itemControl,
  valueCodeableConcept: { coding: [{ system: "http://hl7.org/fhir/questionnaire-item-control", code }] },
});

export const controls = scriptedForm({
  name: "choice-controls",
  idea: "The same options as radio buttons, drop-down and autocomplete; an answer changed",
  item: [
    { linkId: "plain", type: "choice", text: "Mắt", answerOption },
    {
      linkId: "radio",
      type: "choice",
      text: "Tai mũi họng",
      answerOption,
      extension: [control("radio-button")],
    },
    { linkId: "list", type: "choice", text: "Răng hàm mặt", answerOption, extension: [control("drop-down")] },
    { linkId: "search", type: "choice", text: "Da liễu", answerOption, extension: [control("autocomplete")] },
    {
      linkId: "skipped",
      type: "choice",
      text: "Tâm thần",
      answerOption,
      extension: [control("radio-button")],
    },
  ],
  steps: [
    { linkId: "plain", give: good },
    { linkId: "radio", give: poor },
    { linkId: "radio", give: fair },
    { linkId: "list", give: poor },
    { linkId: "search", give: fair },
  ],
});

export const severalOptions = scriptedForm({
  name: "several-options",
  idea: "Check boxes: several answers to one question, ticked out of order, one unticked",
  item: [
    {
      linkId: "vaccines",
      type: "choice",
      repeats: true,
      text: "Đã tiêm",
      answerOption,
      extension: [control("check-box"), { url: URLS.choiceOrientation, valueCode: "horizontal" }],
    },
  ],
  steps: [
    { linkId: "vaccines", give: poor },
    { linkId: "vaccines", answer: 1, give: good },
    { linkId: "vaccines", answer: 2, give: fair },
    { linkId: "vaccines", untick: good },
  ],
});

export const exclusiveOption = scriptedForm({
  name: "exclusive-option",
  idea: "optionExclusive: an option that is chosen alone",
  item: [
    {
      linkId: "complaints",
      type: "choice",
      repeats: true,
      text: "Triệu chứng",
      extension: [control("check-box")],
      answerOption: [
        { valueCoding: { system: SYSTEM, code: "ho", display: "Ho" } },
        {
          valueCoding: { system: SYSTEM, code: "khong", display: "Không có" },
          extension: [{ url: URLS.optionExclusive, valueBoolean: true }],
        },
      ],
    },
  ],
  steps: [
    { linkId: "complaints", give: { valueCoding: { system: SYSTEM, code: "ho", display: "Ho" } } },
    {
      linkId: "complaints",
      answer: 1,
      give: { valueCoding: { system: SYSTEM, code: "khong", display: "Không có" } },
    },
  ],
});

export const openChoices = scriptedForm({
  name: "open-choices",
  idea: "An option, or an answer in one's own words",
  item: [
    { linkId: "chosen", type: "open-choice", text: "Nơi khám lần trước", answerOption },
    { linkId: "own", type: "open-choice", text: "Nơi khám khác", answerOption },
    {
      linkId: "radio",
      type: "open-choice",
      text: "Thói quen",
      answerOption,
      extension: [control("radio-button")],
    },
  ],
  steps: [
    { linkId: "chosen", give: fair },
    { linkId: "own", give: { valueString: "Trạm y tế xã" } },
    { linkId: "radio", give: { valueString: "Uống cà phê" } },
  ],
});

export const optionKinds = scriptedForm({
  name: "option-kinds",
  idea: "Options that are whole numbers, texts, dates and times, and codings without a code",
  item: [
    {
      linkId: "whole",
      type: "choice",
      text: "Số lần",
      answerOption: [{ valueInteger: 1 }, { valueInteger: 2 }],
    },
    {
      linkId: "words",
      type: "choice",
      text: "Mức độ",
      answerOption: [{ valueString: "Nhẹ" }, { valueString: "Nặng" }],
    },
    {
      linkId: "day",
      type: "choice",
      text: "Đợt",
      answerOption: [{ valueDate: "2026-07-01" }, { valueDate: "2026-10-01" }],
    },
    {
      linkId: "hour",
      type: "choice",
      text: "Giờ",
      answerOption: [{ valueTime: "07:00:00" }, { valueTime: "13:30:00" }],
    },
    {
      linkId: "shown",
      type: "choice",
      text: "Buồng",
      answerOption: [{ valueCoding: { display: "Buồng 1" } }],
    },
  ],
  steps: [
    { linkId: "whole", give: { valueInteger: 2 } },
    { linkId: "words", give: { valueString: "Nặng" } },
    { linkId: "day", give: { valueDate: "2026-10-01" } },
    { linkId: "hour", give: { valueTime: "13:30:00" } },
    { linkId: "shown", give: { valueCoding: { display: "Buồng 1" } } },
  ],
});
