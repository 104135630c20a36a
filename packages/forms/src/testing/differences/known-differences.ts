import { type Difference, REFUSED } from "./difference.ts";

export interface KnownDifference extends Difference {
  /** Whose response is not what FHIR R4 says, or not what was answered; `neither`: FHIR leaves it open. */
  readonly whose: "theirs" | "ours" | "neither";
  readonly why: string;
}

const SAMPLE_CLASS = "https://board.example/fhir/CodeSystem/sample-class";
const coding = (code: string, display: string) => ({ valueCoding: { code, display, system: SAMPLE_CLASS } });

const scored = (code: string, display: string) => ({
  code,
  display,
  system: "https://board.example/fhir/CodeSystem/sample-score",
});
const ordinal = (valueDecimal: number) => [
  { url: "http://hl7.org/fhir/StructureDefinition/ordinalValue", valueDecimal },
];
const SCORE = "Copies the score of the option into the answer, where R4 allows it but asks for it nowhere";

const FILLED = "filled in";
const NOTHING = undefined;

/** Every difference that there is to LHC-Forms 40.1.3, in the order of the scripted forms. */
export const KNOWN_DIFFERENCES: readonly KnownDifference[] = [
  {
    form: "addresses",
    at: "picture",
    ours: { answer: [{ valueUri: "https://pacs.example/phim/1" }], text: "Địa chỉ phim chụp" },
    theirs: { answer: [{ valueUrl: "https://pacs.example/phim/1" }], text: "Địa chỉ phim chụp" },
    whose: "theirs",
    why: "An answer has no valueUrl in R4: items of type url are answered with valueUri",
  },
  {
    form: "partial-dates",
    at: "since",
    ours: { answer: [{ valueDate: "2015" }], text: "Phát hiện bệnh từ" },
    theirs: NOTHING,
    whose: "theirs",
    why: "Takes whole dates only, as its own documentation says; a date of FHIR may be a year",
  },
  {
    form: "partial-dates",
    at: "operated",
    ours: { answer: [{ valueDate: "2019-03" }], text: "Phẫu thuật" },
    theirs: NOTHING,
    whose: "theirs",
    why: "Takes whole dates only; a date of FHIR may be year and month",
  },
  {
    form: "times",
    at: "taken",
    ours: { answer: [{ valueDateTime: "2026-07-04T07:45:00+07:00" }], text: "Lấy máu lúc" },
    theirs: { answer: [{ valueDateTime: "2026-07-04T00:45:00.000Z" }], text: "Lấy máu lúc" },
    whose: "neither",
    why: "The same instant; ours keeps the clock and the offset of the place where it was read",
  },
  {
    form: "several-options",
    at: "vaccines",
    ours: { answer: [coding("V", "Loại V"), coding("II", "Loại II")], text: "Đã tiêm" },
    theirs: { answer: [coding("II", "Loại II"), coding("V", "Loại V")], text: "Đã tiêm" },
    whose: "neither",
    why: "The same answers: in the order in which they were ticked, or in that of the options",
  },
  {
    form: "option-kinds",
    at: "whole",
    ours: { answer: [{ valueInteger: 2 }], text: "Số lần" },
    theirs: { answer: [{ valueCoding: { display: 2 } }], text: "Số lần" },
    whose: "theirs",
    why: "An option that is a valueInteger is answered with that valueInteger; a display that is a number is no FHIR",
  },
  {
    form: "option-kinds",
    at: "words",
    ours: { answer: [{ valueString: "Nặng" }], text: "Mức độ" },
    theirs: { answer: [{ valueCoding: { display: "Nặng" } }], text: "Mức độ" },
    whose: "theirs",
    why: "An option that is a valueString is answered with that valueString",
  },
  {
    form: "option-kinds",
    at: "day",
    ours: { answer: [{ valueDate: "2026-10-01" }], text: "Đợt" },
    theirs: { answer: [{ valueCoding: { display: "2026-10-01" } }], text: "Đợt" },
    whose: "theirs",
    why: "An option that is a valueDate is answered with that valueDate",
  },
  {
    form: "option-kinds",
    at: "hour",
    ours: { answer: [{ valueTime: "13:30:00" }], text: "Giờ" },
    theirs: { answer: [{ valueCoding: { display: "13:30:00" } }], text: "Giờ" },
    whose: "theirs",
    why: "An option that is a valueTime is answered with that valueTime",
  },
  {
    form: "composed-value-set",
    at: "(form)",
    ours: FILLED,
    theirs: REFUSED,
    whose: "theirs",
    why: "Wants a terminology server for a contained ValueSet that lists its concepts but has no expansion",
  },
  {
    form: "one-unit",
    at: "(form)",
    ours: FILLED,
    theirs: REFUSED,
    whose: "neither",
    why: "R4 has questionnaire-unit for integer and decimal; on a quantity, where forms use it too, ours takes it as the only unit",
  },
  {
    form: "references",
    at: "doctor",
    ours: { answer: [{ valueReference: { display: "Bác sĩ A" } }], text: "Bác sĩ kết luận" },
    theirs: NOTHING,
    whose: "theirs",
    why: "Has no items of type reference, as its own documentation says",
  },
  {
    form: "child-without-answer",
    at: "upper",
    ours: { answer: [{}], text: "Câu trên" },
    theirs: NOTHING,
    whose: "theirs",
    why: "An answer of R4 need not have a value: it is where the answers below it stand",
  },
  {
    form: "child-without-answer",
    at: "upper/lower",
    ours: { answer: [{ valueString: "chỉ câu dưới" }], text: "Câu dưới" },
    theirs: NOTHING,
    whose: "theirs",
    why: "What was typed is not in the response",
  },
  {
    form: "other-conditions",
    at: "day",
    ours: { answer: [{ valueString: "có" }], text: "Ghi chú day" },
    theirs: NOTHING,
    whose: "theirs",
    why: "enableWhen on a date never holds",
  },
  {
    form: "later-dates",
    at: "after",
    ours: { answer: [{ valueString: "có" }], text: "Ghi chú after" },
    theirs: NOTHING,
    whose: "theirs",
    why: "enableWhen does not order dates, as its own documentation says",
  },
  {
    form: "scores",
    at: "sleep",
    ours: { answer: [{ valueCoding: scored("s1", "Nhiều ngày") }], text: "Mất ngủ" },
    theirs: {
      answer: [{ valueCoding: { ...scored("s1", "Nhiều ngày"), extension: ordinal(1) } }],
      text: "Mất ngủ",
    },
    whose: "neither",
    why: SCORE,
  },
  {
    form: "scores",
    at: "mood",
    ours: { answer: [{ valueCoding: scored("m2", "Gần như mỗi ngày") }], text: "Buồn chán" },
    theirs: {
      answer: [{ valueCoding: { ...scored("m2", "Gần như mỗi ngày"), extension: ordinal(2) } }],
      text: "Buồn chán",
    },
    whose: "neither",
    why: SCORE,
  },
  {
    form: "translations",
    at: "level",
    ours: { answer: [{ valueString: "Nhẹ" }], text: "Mức độ" },
    theirs: { answer: [{ valueCoding: { display: "Nhẹ" } }], text: "Mức độ" },
    whose: "theirs",
    why: "An option that is a valueString is answered with that valueString",
  },
];
