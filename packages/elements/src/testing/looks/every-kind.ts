import type { FhirJson } from "@cadre-care/domain";
import type { ItemKind } from "../../questionnaire/item-kind.ts";

/** An item without its text and linkId, and an answer to it. */
interface Sample {
  readonly text: string;
  readonly item: FhirJson;
  readonly answer?: readonly FhirJson[];
}

const coding = (code: string, display: string): FhirJson => ({
  valueCoding: { system: "urn:x", code, display },
});
const complaints = ["Ho", "Sốt", "Đau ngực", "Khó thở"].map((text, index) => coding(String(index), text));
const wards = [
  "Nội tim mạch",
  "Nội tiết",
  "Mắt",
  "Tai Mũi Họng",
  "Răng Hàm Mặt",
  "Da liễu",
  "Ngoại",
  "Sản",
].map((text, index) => coding(String(index), `Khoa ${text}`));
const smoking = [
  ["0", "Không hút"],
  ["1", "Đã bỏ"],
  ["2", "Đang hút"],
].map(([code = "", display = ""]) => coding(code, display));
const control = (code: string): readonly FhirJson[] => [
  {
    url: "http://hl7.org/fhir/StructureDefinition/questionnaire-itemControl",
    valueCodeableConcept: { coding: [{ code }] },
  },
];

const SAMPLES: Readonly<Record<ItemKind, Sample>> = {
  display: { text: "Các câu dưới đây hỏi về bốn tuần vừa qua.", item: { type: "display" } },
  text: { text: "Nghề nghiệp", item: { type: "string" }, answer: [{ valueString: "Hưu trí" }] },
  textarea: {
    text: "Diễn biến bệnh",
    item: { type: "text", required: true },
    answer: [{ valueString: "Đau ngực trái khi gắng sức, đỡ khi nghỉ.\nChưa điều trị gì." }],
  },
  number: { text: "Số lần khám trong năm", item: { type: "integer" }, answer: [{ valueInteger: 3 }] },
  quantity: {
    text: "Đường huyết",
    item: { type: "quantity" },
    answer: [{ valueQuantity: { value: 5.2, unit: "mmol/L" } }],
  },
  boolean: { text: "Dị ứng thuốc", item: { type: "boolean" }, answer: [{ valueBoolean: false }] },
  radio: { text: "Hút thuốc", item: { type: "choice", answerOption: smoking }, answer: smoking.slice(1, 2) },
  "check-boxes": {
    text: "Triệu chứng",
    item: { type: "choice", repeats: true, answerOption: complaints },
    answer: complaints.slice(1, 3),
  },
  "drop-down": {
    text: "Khoa khám",
    item: { type: "choice", answerOption: wards, extension: control("drop-down") },
    answer: wards.slice(0, 1),
  },
  autocomplete: {
    text: "Bệnh kèm theo",
    item: { type: "choice", repeats: true, answerValueSet: "urn:codes", extension: control("autocomplete") },
    answer: [
      {
        valueCoding: {
          system: "http://hl7.org/fhir/sid/icd-10",
          code: "I10",
          display: "Tăng huyết áp vô căn (nguyên phát)",
        },
      },
    ],
  },
  date: { text: "Ngày khám", item: { type: "date" }, answer: [{ valueDate: "2026-11-22" }] },
  "date-time": {
    text: "Vào viện lúc",
    item: { type: "dateTime" },
    answer: [{ valueDateTime: "2026-11-22T08:15:00+07:00" }],
  },
  time: { text: "Giờ ăn sáng", item: { type: "time" }, answer: [{ valueTime: "06:30:00" }] },
  url: {
    text: "Liên kết hồ sơ",
    item: { type: "url" },
    answer: [{ valueUri: "https://board.example/ho-so/1" }],
  },
  reference: {
    text: "Bác sĩ theo dõi",
    item: { type: "reference" },
    answer: [{ valueReference: { display: "BS Trần Văn Lộc" } }],
  },
  attachment: {
    text: "Điện tâm đồ",
    item: { type: "attachment" },
    answer: [{ valueAttachment: { contentType: "text/plain", data: "xJFpw6p1", title: "ecg.txt", size: 6 } }],
  },
};

const linked = Object.entries(SAMPLES).map(([linkId, sample]) => ({ linkId, ...sample }));

/** A form with every control that an item can be drawn with. */
export const everyKind: FhirJson = {
  resourceType: "Questionnaire",
  status: "active",
  title: "Mọi loại câu hỏi",
  item: [
    {
      linkId: "all",
      type: "group",
      text: "Thông tin chung",
      item: linked.map(({ linkId, text, item }) => ({ linkId, text, ...item })),
    },
  ],
};

/** The same, answered. */
export const answeredKinds: FhirJson = {
  resourceType: "QuestionnaireResponse",
  status: "in-progress",
  item: [
    {
      linkId: "all",
      item: linked.flatMap(({ linkId, answer }) => (answer === undefined ? [] : [{ linkId, answer }])),
    },
  ],
};
