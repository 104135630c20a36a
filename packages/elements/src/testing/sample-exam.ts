import type { FhirJson, OpenedForm } from "@cadre-care/domain";
import { openedForm } from "./sample-forms.ts";

/** An exam form with every part that the checklist designs for, far shorter than a real one. Classes and codes are the sample's own. */

const CONTROL = "http://hl7.org/fhir/StructureDefinition/questionnaire-itemControl";
const UNIT = "http://hl7.org/fhir/StructureDefinition/questionnaire-unit";
const MIN = "http://hl7.org/fhir/StructureDefinition/minValue";
const MAX = "http://hl7.org/fhir/StructureDefinition/maxValue";
const CLASSES = "https://board.example/fhir/CodeSystem/health-class";
export const ICD = "https://board.example/fhir/ValueSet/icd-10";
export const SAMPLE_CODES = [
  { system: "http://hl7.org/fhir/sid/icd-10", code: "I10", display: "Tăng huyết áp vô căn (nguyên phát)" },
  { system: "http://hl7.org/fhir/sid/icd-10", code: "I11.9", display: "Bệnh tim do tăng huyết áp" },
  {
    system: "http://hl7.org/fhir/sid/icd-10",
    code: "E11.9",
    display: "Đái tháo đường típ 2, không biến chứng",
  },
];

/** Units as people here write them. */
const SHOWN: Readonly<Record<string, string>> = { "mm[Hg]": "mmHg", "/min": "lần/phút" };

const control = (code: string): FhirJson => ({
  url: CONTROL,
  valueCodeableConcept: { coding: [{ system: "http://hl7.org/fhir/questionnaire-item-control", code }] },
});
const measured = (
  linkId: string,
  text: string,
  unit: string,
  loinc: string,
  range: readonly [number, number],
) => ({
  linkId,
  type: "decimal",
  text,
  required: true,
  code: [{ system: "http://loinc.org", code: loinc }],
  extension: [
    {
      url: UNIT,
      valueCoding: { system: "http://unitsofmeasure.org", code: unit, display: SHOWN[unit] ?? unit },
    },
    { url: MIN, valueDecimal: range[0] },
    { url: MAX, valueDecimal: range[1] },
  ],
});
const health = [
  ["I", "Loại I (Rất khỏe)"],
  ["II", "Loại II (Khỏe)"],
  ["III", "Loại III (Trung bình)"],
  ["IV", "Loại IV (Yếu)"],
  ["V", "Loại V (Rất yếu)"],
].map(([code, display]) => ({ valueCoding: { system: CLASSES, code, display } }));
const organ = (linkId: string, text: string): FhirJson => ({
  linkId,
  type: "group",
  text,
  item: [
    { linkId: `${linkId}-finding`, type: "text", text: "Kết quả khám", required: true, maxLength: 1024 },
    {
      linkId: `${linkId}-class`,
      type: "choice",
      text: "Phân loại",
      required: true,
      code: [{ system: "https://board.example/fhir/CodeSystem/form-item", code: "specialty-class" }],
      extension: [control("radio-button")],
      answerOption: health,
    },
    { linkId: `${linkId}-doctor`, type: "string", text: "Bác sĩ khám", required: true },
  ],
});

const HISTORY = [
  "Có bệnh hay bị thương trong 5 năm qua",
  "Bệnh mắt hoặc giảm thị lực",
  "Tăng huyết áp",
  "Đái tháo đường hoặc đang kiểm soát tăng đường huyết",
  "Rối loạn giấc ngủ, ngừng thở khi ngủ, ngủ rũ, ngáy to",
  "Bệnh khác",
];

export const sampleExam: FhirJson = {
  resourceType: "Questionnaire",
  url: "https://board.example/fhir/Questionnaire/exam",
  version: "2026.2",
  status: "active",
  title: "Phiếu khám sức khỏe định kỳ",
  item: [
    {
      linkId: "admin",
      type: "group",
      text: "Hành chính",
      item: [
        { linkId: "name", type: "string", text: "Họ và tên", required: true },
        { linkId: "birth", type: "date", text: "Ngày sinh", required: true },
        { linkId: "job", type: "string", text: "Nghề nghiệp" },
        { linkId: "address", type: "string", text: "Chỗ ở hiện nay" },
      ],
    },
    {
      linkId: "history",
      type: "group",
      text: "Tiền sử bản thân",
      extension: [control("table")],
      item: [
        ...HISTORY.map((text, index) => ({
          linkId: `history-${index + 1}`,
          type: "boolean",
          text,
          required: true,
        })),
        {
          linkId: "history-other",
          type: "string",
          text: "Ghi rõ bệnh khác",
          required: true,
          enableWhen: [{ question: "history-6", operator: "=", answerBoolean: true }],
        },
      ],
    },
    {
      linkId: "body",
      type: "group",
      text: "I. Thể lực",
      item: [
        measured("height", "Chiều cao", "cm", "8302-2", [100, 220]),
        measured("weight", "Cân nặng", "kg", "29463-7", [25, 200]),
        measured("pulse", "Mạch", "/min", "8867-4", [30, 220]),
        measured("systolic", "Huyết áp tâm thu", "mm[Hg]", "8480-6", [60, 260]),
        measured("diastolic", "Huyết áp tâm trương", "mm[Hg]", "8462-4", [30, 160]),
      ],
    },
    {
      linkId: "clinical",
      type: "group",
      text: "II. Khám lâm sàng",
      item: [
        organ("heart", "1. Nội khoa: tuần hoàn"),
        organ("lung", "2. Nội khoa: hô hấp"),
        organ("eye", "3. Mắt"),
      ],
    },
    {
      linkId: "conclusion",
      type: "group",
      text: "III. Kết luận",
      item: [
        {
          linkId: "disease",
          type: "choice",
          text: "Bệnh, tật (mã ICD-10)",
          repeats: true,
          answerValueSet: ICD,
          extension: [control("autocomplete")],
        },
        { linkId: "advice", type: "text", text: "Hướng xử trí, theo dõi" },
        { linkId: "date", type: "date", text: "Ngày kết luận", required: true },
      ],
    },
  ],
};

/** A chronic patient's exam, prefilled from the page, with two earlier exams. */
export const openedExam: OpenedForm = {
  ...openedForm,
  questionnaire: sampleExam,
  searched: [ICD],
  prefilled: [
    { linkId: "name", value: { valueString: openedForm.person.name }, source: "page" },
    { linkId: "birth", value: { valueDate: openedForm.person.birthDate }, source: "page" },
    { linkId: "address", value: { valueString: "Số 4, phố Mẫu" }, source: "page" },
  ],
  previous: [
    {
      code: "http://loinc.org|29463-7",
      points: [
        { at: "2024-11-20", value: 58, unit: "kg" },
        { at: "2025-05-15", value: 59.5, unit: "kg" },
        { at: "2025-11-18", value: 60, unit: "kg" },
      ],
    },
    {
      code: "http://loinc.org|8480-6",
      points: [
        { at: "2024-11-20", value: 128, unit: "mm[Hg]" },
        { at: "2025-11-18", value: 136, unit: "mm[Hg]" },
      ],
    },
    { code: "http://loinc.org|8302-2", points: [{ at: "2025-11-18", value: 156, unit: "cm" }] },
  ],
};

/** A draft in the middle: history and measurements are there, two findings are missing, one value is out of range. */
export const halfExam: FhirJson = {
  resourceType: "QuestionnaireResponse",
  status: "in-progress",
  item: [
    {
      linkId: "admin",
      item: [
        { linkId: "name", answer: [{ valueString: openedForm.person.name }] },
        { linkId: "birth", answer: [{ valueDate: openedForm.person.birthDate }] },
        { linkId: "job", answer: [{ valueString: "Hưu trí" }] },
      ],
    },
    {
      linkId: "history",
      item: HISTORY.map((_, index) => ({
        linkId: `history-${index + 1}`,
        answer: [{ valueBoolean: index === 2 }],
      })),
    },
    {
      linkId: "body",
      item: [
        ["height", 156],
        ["weight", 61.5],
        ["pulse", 300],
        ["systolic", 142],
      ].map(([linkId, valueDecimal]) => ({ linkId, answer: [{ valueDecimal }] })),
    },
    {
      linkId: "clinical",
      item: [
        {
          linkId: "heart",
          item: [
            { linkId: "heart-finding", answer: [{ valueString: "Tim đều, không tiếng thổi" }] },
            { linkId: "heart-class", answer: [health[2]] },
            { linkId: "heart-doctor", answer: [{ valueString: "BS Lê Văn Sáng" }] },
          ],
        },
      ],
    },
    {
      linkId: "conclusion",
      item: [{ linkId: "disease", answer: [{ valueCoding: SAMPLE_CODES[0] }] }],
    },
  ],
};

const findings = (organName: string, finding: string, klass: number): FhirJson => ({
  linkId: organName,
  item: [
    { linkId: `${organName}-finding`, answer: [{ valueString: finding }] },
    { linkId: `${organName}-class`, answer: [health[klass]] },
    { linkId: `${organName}-doctor`, answer: [{ valueString: "BS Lê Văn Sáng" }] },
  ],
});

/** The same exam with nothing left to do. */
export const completeExam: FhirJson = {
  resourceType: "QuestionnaireResponse",
  status: "in-progress",
  item: [
    {
      linkId: "admin",
      item: [
        { linkId: "name", answer: [{ valueString: openedForm.person.name }] },
        { linkId: "birth", answer: [{ valueDate: openedForm.person.birthDate }] },
        { linkId: "job", answer: [{ valueString: "Hưu trí" }] },
        { linkId: "address", answer: [{ valueString: "Số 4, phố Mẫu" }] },
      ],
    },
    {
      linkId: "history",
      item: HISTORY.map((_, index) => ({
        linkId: `history-${index + 1}`,
        answer: [{ valueBoolean: index === 2 }],
      })),
    },
    {
      linkId: "body",
      item: [
        ["height", 156],
        ["weight", 61.5],
        ["pulse", 72],
        ["systolic", 142],
        ["diastolic", 85],
      ].map(([linkId, valueDecimal]) => ({ linkId, answer: [{ valueDecimal }] })),
    },
    {
      linkId: "clinical",
      item: [
        findings("heart", "Tim đều, không tiếng thổi", 2),
        findings("lung", "Phổi trong, không ran", 1),
        findings("eye", "Thị lực hai mắt 8/10, đục thủy tinh thể nhẹ", 2),
      ],
    },
    {
      linkId: "conclusion",
      item: [
        { linkId: "disease", answer: [{ valueCoding: SAMPLE_CODES[0] }] },
        { linkId: "advice", answer: [{ valueString: "Theo dõi huyết áp tại nhà" }] },
        { linkId: "date", answer: [{ valueDate: "2026-11-22" }] },
      ],
    },
  ],
};
