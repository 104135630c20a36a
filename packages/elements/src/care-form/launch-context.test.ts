import { compileForm, readQuestionnaire, startForm } from "@cadre-care/forms";
import { expect, it } from "vitest";
import { launchContextOf } from "./launch-context.ts";

const opened = {
  subject: "p-1",
  person: { name: "Trần Văn Mẫu", birthDate: "1961-06-04", sex: "male" },
  author: { name: "BS. Phạm Thị Mẫu" },
  visit: "v-1",
  eventDate: "2026-11-22T08:15:00.000+07:00",
} as const;

const initial = (expression: string) => ({
  url: "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-initialExpression",
  valueExpression: { language: "text/fhirpath", expression },
});
const form = {
  resourceType: "Questionnaire",
  status: "active",
  item: [
    { linkId: "by", type: "string", text: "By", extension: [initial("%user.name.text")] },
    { linkId: "on", type: "dateTime", text: "On", extension: [initial("%encounter.period.start")] },
    { linkId: "of", type: "string", text: "Of", extension: [initial("%patient.name.text")] },
  ],
};

it("lets a form say by itself who fills it in, when and about whom", async () => {
  const read = readQuestionnaire(form);
  if (!read.ok) throw new Error(read.problem.code);
  const state = startForm(compileForm(read.value), { launchContext: launchContextOf(opened) });
  await state.ready;
  const answers = state.roots.map(({ answers: [answer] }) => answer?.value);
  expect(answers).toEqual([
    { valueString: opened.author.name },
    { valueDateTime: opened.eventDate },
    { valueString: opened.person.name },
  ]);
});

it("has no user and no encounter where none is known", () => {
  const { author: _author, visit: _visit, ...rest } = opened;
  expect(Object.keys(launchContextOf(rest))).toEqual(["patient"]);
});
