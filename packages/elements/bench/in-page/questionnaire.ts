import { type Kind, OPTIONS, type Question, sectionsOf, VITALS } from "./bench-form.ts";

const TYPES: Readonly<Record<Kind, string>> = {
  text: "string",
  whole: "integer",
  decimal: "decimal",
  yesno: "boolean",
  choice: "choice",
  date: "date",
  long: "text",
};
const answerOption = OPTIONS.map((display, index) => ({
  valueCoding: { system: "https://board.example/fhir/CodeSystem/sample-class", code: String(index), display },
}));

const itemOf = ({ id, label, kind, whileEmpty }: Question) => ({
  linkId: id,
  text: label,
  type: TYPES[kind],
  ...(kind === "choice" && { answerOption }),
  ...(whileEmpty !== undefined && {
    enableWhen: [{ question: whileEmpty, operator: "exists", answerBoolean: false }],
  }),
});

const { height, weight, bmi, advice } = VITALS;
const answerOf = (linkId: string) =>
  `%resource.item.where(linkId='vitals').item.where(linkId='${linkId}').answer.value`;

const vitals = {
  linkId: "vitals",
  type: "group",
  text: VITALS.title,
  item: [
    { linkId: height.id, type: "decimal", text: height.label, initial: [{ valueDecimal: height.start }] },
    { linkId: weight.id, type: "decimal", text: weight.label },
    {
      linkId: bmi.id,
      type: "decimal",
      text: bmi.label,
      readOnly: true,
      extension: [
        {
          url: "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-calculatedExpression",
          valueExpression: {
            language: "text/fhirpath",
            expression: `(${answerOf(weight.id)} / (${answerOf(height.id)} * ${answerOf(height.id)})).round(1)`,
          },
        },
      ],
    },
    {
      linkId: advice.id,
      type: "string",
      text: advice.label,
      enableWhen: [{ question: weight.id, operator: ">", answerDecimal: advice.above }],
    },
  ],
};

/** The form as a Questionnaire of FHIR R4. */
export const questionnaireOf = (items: number) => ({
  resourceType: "Questionnaire",
  status: "active",
  url: "https://board.example/fhir/Questionnaire/bench",
  title: `Mẫu ${items} câu`,
  item: [
    vitals,
    ...sectionsOf(items).map(({ id, title, questions }) => ({
      linkId: id,
      type: "group",
      text: title,
      item: questions.map(itemOf),
    })),
  ],
});
