import type { KnownDifference } from "@cadre-care/forms/testing/lhc-forms";

const SAMPLE_CLASS = "https://board.example/fhir/CodeSystem/sample-class";
const coding = (code: string, display: string) => ({ valueCoding: { code, display, system: SAMPLE_CLASS } });
const ecg = { contentType: "text/plain", data: "xJFpw6p1", title: "ecg.txt" };

/** What the element does otherwise than LHC-Forms, beside what the engine does: docs/forms-conformance.md tells of it. */
export const ELEMENT_DIFFERENCES: readonly KnownDifference[] = [
  {
    form: "outside-limits",
    at: "(status)",
    ours: "in-progress",
    theirs: "completed",
    whose: "theirs",
    why: "Completes a response with answers that the form does not allow; on our screen it stays a draft until they are mended",
  },
  {
    form: "exclusive-option",
    at: "complaints",
    ours: { answer: [coding("khong", "Không có")], text: "Triệu chứng" },
    theirs: { answer: [coding("ho", "Ho"), coding("khong", "Không có")], text: "Triệu chứng" },
    whose: "theirs",
    why: "Leaves the other option ticked beside one that is exclusive; on our screen choosing that one takes the others back",
  },
  {
    form: "attachments",
    at: "ecg",
    ours: { answer: [{ valueAttachment: { ...ecg, size: 6 } }], text: "Điện tâm đồ" },
    theirs: { answer: [{ valueAttachment: ecg }], text: "Điện tâm đồ" },
    whose: "neither",
    why: "Says nothing of the size of a file, which R4 has a place for",
  },
];
