import type { Concept, PageFact } from "@cadre-care/domain";
import { CODE_SYSTEMS, FORM_ITEMS } from "@cadre-care/fhir";
import { describe, expect, it } from "vitest";
import { person } from "../testing/people.ts";
import { ChoiceIndex } from "./choice-index.ts";
import { prefilledAnswers } from "./prefill.ts";
import { itemsOf } from "./questionnaire-items.ts";

const item = (linkId: string, type: string, meaning: string, more: object = {}) => ({
  linkId,
  type,
  code: [{ system: CODE_SYSTEMS.formItem, code: meaning }],
  ...more,
});
const JOBS: readonly Concept[] = [
  { system: "s", code: "retired", display: "Hưu trí" },
  { system: "s", code: "teacher", display: "Giáo viên" },
];

const occasion = { day: "2026-11-22", doctor: "BS. Phạm Thị Mẫu" };

const answers = (
  items: readonly object[],
  page: readonly PageFact[] = [],
  said: Parameters<typeof prefilledAnswers>[1]["said"] = [],
) =>
  prefilledAnswers(
    itemsOf({ item: items }),
    { person: person(3), occasion, page, said },
    () => new ChoiceIndex(JOBS),
  );

const address: PageFact = { item: "person-address", text: "Số 4, phố Mẫu" };
const job = (text: string): PageFact => ({ item: "person-occupation", text });

describe("proposals for a form", () => {
  it("go by what an item is for, wherever it stands, and never by its text", () => {
    const inside = item("where", "string", FORM_ITEMS.personAddress);
    const named = { linkId: "person-address", type: "string", text: "person-address" };
    expect(answers([{ linkId: "g", type: "group", item: [inside, named] }], [address])).toEqual([
      { linkId: "where", value: { valueString: "Số 4, phố Mẫu" }, source: "page" },
    ]);
  });

  it("take the board's list before the page", () => {
    const page: PageFact = { item: "insurance-number", text: "HT3001234567890" };
    const [answer] = answers([item("card", "string", FORM_ITEMS.insuranceNumber)], [page]);
    expect(answer).toMatchObject({ source: "roster" });
    expect(answer?.value.valueString).not.toBe(page.text);
  });

  it("give the day of the event and the name of who writes the form, and no specialty's doctor", () => {
    const items = [
      item("on", "date", FORM_ITEMS.eventDate),
      item("at", "dateTime", FORM_ITEMS.eventDate),
      item("by", "string", FORM_ITEMS.doctorName),
      item("eyes", "string", FORM_ITEMS.specialtyDoctor),
      item("signed", "date", FORM_ITEMS.signedOn),
    ];
    expect(answers(items)).toEqual([
      { linkId: "on", value: { valueDate: "2026-11-22" }, source: "visit" },
      { linkId: "at", value: { valueDateTime: "2026-11-22" }, source: "visit" },
      { linkId: "by", value: { valueString: "BS. Phạm Thị Mẫu" }, source: "user" },
    ]);
  });

  it.each([
    ["hưu trí", "retired"],
    ["HUU TRI", "retired"],
    ["teacher", "teacher"],
  ])("find the choice that says %s", (text, code) => {
    const [answer] = answers([item("job", "choice", FORM_ITEMS.personOccupation)], [job(text)]);
    expect(answer?.value).toMatchObject({ valueCoding: { system: "s", code } });
  });

  it("leave out what is no answer to the question", () => {
    const items = [
      item("job", "choice", FORM_ITEMS.personOccupation),
      item("when", "date", FORM_ITEMS.insuranceValidTo),
      item("yes", "boolean", FORM_ITEMS.personAddress),
    ];
    const until: PageFact = { item: "insurance-valid-to", text: "31/12/2026" };
    expect(answers(items, [job("Nông dân"), until, address])).toEqual([]);
  });

  it("write in an open choice what the list does not have", () => {
    const open = item("job", "open-choice", FORM_ITEMS.personOccupation);
    expect(answers([open], [job("Nông dân")])[0]?.value).toEqual({ valueString: "Nông dân" });
  });

  it("take all answers of another form where several may be given, else the first", () => {
    const two = [{ valueString: "Tăng huyết áp" }, { valueString: "Đái tháo đường" }];
    const fact = { item: FORM_ITEMS.diagnosis, answers: two };
    const many = item("many", "string", FORM_ITEMS.diagnosis, { repeats: true });
    const one = item("one", "string", FORM_ITEMS.diagnosis);
    const page: PageFact = { item: "diagnosis", text: "của trang" };
    expect(answers([many, one], [page], [fact]).map(({ linkId, source }) => [linkId, source])).toEqual([
      ["many", "form"],
      ["many", "form"],
      ["one", "form"],
    ]);
  });
});
