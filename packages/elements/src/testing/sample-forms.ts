import type { FhirJson, FormOffer, FormsView, OpenedForm } from "@cadre-care/domain";
import { person, visit } from "./sample-views.ts";

const said = (vi: string, en: string) => ({ vi, en });

const EXAM = "https://board.example/fhir/Questionnaire/exam|2026.1";

/** A short exam checklist: enough for a panel, far from a real one. */
export const sampleQuestionnaire: FhirJson = {
  resourceType: "Questionnaire",
  url: "https://board.example/fhir/Questionnaire/exam",
  version: "2026.1",
  status: "active",
  title: "Khám sức khỏe định kỳ",
  item: [
    {
      linkId: "person",
      type: "group",
      text: "Hành chính",
      item: [{ linkId: "address", type: "string", text: "Chỗ ở hiện nay" }],
    },
    {
      linkId: "body",
      type: "group",
      text: "Thể lực",
      item: [
        {
          linkId: "pulse",
          type: "quantity",
          text: "Mạch",
          code: [{ system: "http://loinc.org", code: "8867-4" }],
        },
        { linkId: "smokes", type: "boolean", text: "Hút thuốc" },
      ],
    },
  ],
};

export const formOffers: readonly FormOffer[] = [
  { questionnaire: EXAM, kind: "exam", title: said("Khám sức khỏe định kỳ", "Periodic exam"), sample: true },
  {
    questionnaire: "https://board.example/fhir/Questionnaire/referral|2025.1",
    kind: "referral",
    title: said("Phiếu chuyển cơ sở khám bệnh, chữa bệnh", "Referral"),
    sample: true,
    draft: { form: "0193a000-0000-7000-8000-0000000000f2", savedAt: "2026-11-22T09:10:00+07:00" },
  },
];

export const openedForm: OpenedForm = {
  form: "0193a000-0000-7000-8000-0000000000f1",
  opening: { id: "0193a000-0000-7000-8000-0000000000a1" },
  subject: "s-1",
  person: { name: person.name, birthDate: person.birthDate, sex: person.sex },
  visit: visit.visit.id,
  eventDate: visit.visit.checkedInAt,
  kind: "exam",
  sample: true,
  questionnaire: sampleQuestionnaire,
  valueSets: [],
  searched: [],
  prefilled: [{ linkId: "address", value: { valueString: "Số 4, phố Mẫu" }, source: "page" }],
  previous: [
    {
      code: "http://loinc.org|8867-4",
      points: [
        { at: "2024-11-20", value: 76, unit: "/min" },
        { at: "2025-11-18", value: 82, unit: "/min" },
      ],
    },
  ],
  previousSource: "board",
};

export const formDrafts: FormsView = {
  drafts: [
    {
      form: "0193a000-0000-7000-8000-0000000000f2",
      questionnaire: "https://board.example/fhir/Questionnaire/referral|2025.1",
      kind: "referral",
      title: said("Phiếu chuyển cơ sở khám bệnh, chữa bệnh", "Referral"),
      savedAt: "2026-11-22T09:10:00+07:00",
      person: { name: person.name, birthDate: person.birthDate },
      subject: "s-1",
    },
  ],
  bound: [
    { form: "0193a000-0000-7000-8000-0000000000f2", page: "same" },
    { form: openedForm.form, page: "same" },
  ],
  patient: { name: person.name, birthDate: person.birthDate },
};

/** The page moved on to somebody else: open forms are locked, both names are known. */
export const formsElsewhere: FormsView = {
  drafts: formDrafts.drafts.map(({ subject: _, ...draft }) => draft),
  bound: formDrafts.bound.map(({ form }) => ({ form, page: "another" })),
  patient: { name: "Phạm Văn Đức", birthDate: "1948-02-11" },
};
