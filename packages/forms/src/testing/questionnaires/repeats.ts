import { scriptedForm } from "./scripted-form.ts";

export const repeatedQuestions = scriptedForm({
  name: "repeated-questions",
  idea: "A question that takes several answers, one of them left empty",
  item: [
    { linkId: "drug", type: "string", repeats: true, text: "Thuốc đang dùng" },
    { linkId: "pulse", type: "integer", repeats: true, text: "Mạch đo lại" },
  ],
  steps: [
    { linkId: "drug", give: { valueString: "Amlodipin 5 mg" } },
    { linkId: "drug", add: true },
    { linkId: "drug", answer: 1, give: { valueString: "Metformin 850 mg" } },
    { linkId: "drug", add: true },
    { linkId: "pulse", give: { valueInteger: 80 } },
    { linkId: "pulse", add: true },
    { linkId: "pulse", answer: 1, give: { valueInteger: 76 } },
  ],
});

export const repeatedGroups = scriptedForm({
  name: "repeated-groups",
  idea: "A group repeated twice, a condition inside it that looks at its own repeat",
  item: [
    {
      linkId: "illness",
      type: "group",
      repeats: true,
      text: "Bệnh đã mắc",
      item: [
        { linkId: "illness-name", type: "string", text: "Tên bệnh" },
        { linkId: "ongoing", type: "boolean", text: "Còn điều trị" },
        {
          linkId: "therapy",
          type: "string",
          text: "Điều trị bằng",
          enableWhen: [{ question: "ongoing", operator: "=", answerBoolean: true }],
        },
      ],
    },
  ],
  steps: [
    { linkId: "illness-name", give: { valueString: "Viêm gan B" } },
    { linkId: "ongoing", give: { valueBoolean: false } },
    { linkId: "illness", add: true },
    { linkId: "illness-name", node: 1, give: { valueString: "Hen phế quản" } },
    { linkId: "ongoing", node: 1, give: { valueBoolean: true } },
    { linkId: "therapy", node: 1, give: { valueString: "Thuốc hít" } },
  ],
});
