import { HEALTH_CLASSES, type HealthClass, overallClass } from "@cadre-care/domain";
import { CODE_SYSTEMS, type Questionnaire } from "@cadre-care/fhir";
import {
  type AnswerValue,
  compileForm,
  type FormState,
  readQuestionnaire,
  startForm,
} from "@cadre-care/forms";
import fc from "fast-check";
import { expect, it } from "vitest";
import { GYNAECOLOGY, REQUIRED_CLASSES } from "./exam-clinical.ts";
import { periodicExams } from "./periodic-exam.ts";

const start = async (questionnaire: Questionnaire | undefined): Promise<FormState> => {
  const read = readQuestionnaire(questionnaire);
  if (!read.ok) throw new Error(read.problem.code);
  const state = startForm(compileForm(read.value));
  await state.ready;
  return state;
};
const classOf = (code: HealthClass): AnswerValue => ({
  valueCoding: { system: CODE_SYSTEMS.healthClass, code, display: `Loại ${code}` },
});
const sexOf = (code: string): AnswerValue => ({
  valueCoding: { system: "http://hl7.org/fhir/administrative-gender", code },
});
const value = (state: FormState, linkId: string): AnswerValue | undefined =>
  state.node(linkId)?.answers[0]?.value;

const form = await start(periodicExams()[1]);
const all = [...REQUIRED_CLASSES, GYNAECOLOGY.linkId];

it("BMI follows from weight and height, and from nothing less", () => {
  form.setAnswer("can-nang", 0, { valueDecimal: 60.5 });
  expect(value(form, "bmi")).toBeUndefined();
  form.setAnswer("chieu-cao", 0, { valueDecimal: 165 });
  expect(value(form, "bmi")).toEqual({ valueDecimal: 22.2 });
  form.setAnswer("can-nang", 0, { valueDecimal: 81 });
  expect(value(form, "bmi")).toEqual({ valueDecimal: 29.8 });
  form.setAnswer("chieu-cao", 0, undefined);
  expect(value(form, "bmi")).toBeUndefined();
});

it("the form's overall class is what the domain rule says, whatever is answered", () => {
  const answers = fc.record({
    sex: fc.constantFrom("male", "female"),
    declined: fc.boolean(),
    // Mostly complete, or nearly every case would have no overall class.
    classes: fc.array(fc.option(fc.constantFrom(...HEALTH_CLASSES), { nil: undefined, freq: 60 }), {
      minLength: all.length,
      maxLength: all.length,
    }),
  });
  let given = 0;
  fc.assert(
    fc.property(answers, ({ sex, declined, classes }) => {
      const isAsked = sex === "female" && !declined;
      form.batch(() => {
        form.setAnswer("gioi-tinh", 0, sexOf(sex));
        form.setAnswer(GYNAECOLOGY.declined, 0, { valueBoolean: declined });
        for (const [index, linkId] of all.entries()) {
          const code = classes[index];
          form.setAnswer(linkId, 0, code && classOf(code));
        }
      });
      const expected = overallClass(
        all.map((linkId, index) => {
          const counts = linkId !== GYNAECOLOGY.linkId || isAsked;
          return { required: counts, class: counts ? classes[index] : undefined };
        }),
      );
      if (expected) given += 1;
      expect(value(form, "phan-loai-suc-khoe")).toEqual(expected && classOf(expected));
    }),
    { numRuns: 60 },
  );
  expect(given).toBeGreaterThan(10);
});
