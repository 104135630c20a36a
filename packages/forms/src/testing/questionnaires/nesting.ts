import { URLS } from "../../definition/extension-urls.ts";
import { scriptedForm } from "./scripted-form.ts";

export const nestedGroups = scriptedForm({
  name: "nested-groups",
  idea: "Groups in groups, displays, prefixes; a group without answers is not in the response",
  item: [
    {
      linkId: "internal",
      type: "group",
      prefix: "1.",
      text: "Nội khoa",
      item: [
        { linkId: "explained", type: "display", text: "Bác sĩ chuyên khoa nội ghi" },
        {
          linkId: "heart",
          type: "group",
          prefix: "a)",
          text: "Tuần hoàn",
          item: [{ linkId: "heart-finding", type: "text", text: "Khám thấy" }],
        },
        {
          linkId: "lungs",
          type: "group",
          prefix: "b)",
          text: "Hô hấp",
          item: [{ linkId: "lungs-finding", type: "text", text: "Khám thấy" }],
        },
      ],
    },
    {
      linkId: "surgery",
      type: "group",
      text: "Ngoại khoa",
      item: [{ linkId: "scar", type: "string", text: "Sẹo" }],
    },
  ],
  steps: [{ linkId: "heart-finding", give: { valueString: "Tim đều, T1 T2 rõ" } }],
});

export const itemsUnderAnswers = scriptedForm({
  name: "items-under-answers",
  idea: "Questions under a question stand under its answer; a help text is no answer",
  item: [
    {
      linkId: "allergic",
      type: "boolean",
      text: "Có dị ứng không",
      item: [
        {
          linkId: "allergic-help",
          type: "display",
          text: "Hỏi cả thuốc và thức ăn",
          extension: [
            {
              url: URLS.itemControl,
              valueCodeableConcept: {
                coding: [{ system: "http://hl7.org/fhir/questionnaire-item-control", code: "help" }],
              },
            },
          ],
        },
        { linkId: "allergen", type: "string", text: "Với chất gì" },
      ],
    },
    { linkId: "next", type: "string", text: "Câu tiếp" },
  ],
  steps: [
    { linkId: "allergic", give: { valueBoolean: true } },
    { linkId: "allergen", give: { valueString: "Penicillin" } },
    { linkId: "next", give: { valueString: "không" } },
  ],
});

export const childWithoutAnswer = scriptedForm({
  name: "child-without-answer",
  idea: "A question under a question that itself has no answer",
  item: [
    {
      linkId: "upper",
      type: "string",
      text: "Câu trên",
      item: [{ linkId: "lower", type: "string", text: "Câu dưới" }],
    },
  ],
  steps: [{ linkId: "lower", give: { valueString: "chỉ câu dưới" } }],
});
