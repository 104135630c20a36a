import { URLS } from "../../definition/extension-urls.ts";
import { scriptedForm } from "./scripted-form.ts";

const system = "https://board.example/fhir/CodeSystem/sample-place";
const clinic = { valueCoding: { system, code: "pk", display: "Phòng khám" } };
const home = { valueCoding: { system, code: "nha", display: "Tại nhà" } };

export const initialValues = scriptedForm({
  name: "initial-values",
  idea: "Answers that are there from the start: initial, initialSelected; one overwritten, one taken away",
  item: [
    { linkId: "round", type: "string", text: "Đợt khám", initial: [{ valueString: "Đợt 1" }] },
    { linkId: "fasting", type: "boolean", text: "Nhịn ăn", initial: [{ valueBoolean: true }] },
    { linkId: "visits", type: "integer", text: "Lần khám thứ", initial: [{ valueInteger: 1 }] },
    { linkId: "ratio", type: "decimal", text: "Tỉ lệ", initial: [{ valueDecimal: 0.5 }] },
    { linkId: "day", type: "date", text: "Ngày", initial: [{ valueDate: "2026-07-04" }] },
    {
      linkId: "place",
      type: "choice",
      text: "Nơi khám",
      answerOption: [{ ...clinic, initialSelected: true }, home],
    },
    { linkId: "second", type: "choice", text: "Nơi hẹn", answerOption: [clinic, home], initial: [home] },
    { linkId: "gone", type: "string", text: "Bỏ đi", initial: [{ valueString: "tạm" }] },
  ],
  steps: [
    { linkId: "visits", give: { valueInteger: 2 } },
    { linkId: "gone", empty: true },
  ],
});

export const readOnlyAndHidden = scriptedForm({
  name: "read-only-and-hidden",
  idea: "Read-only and hidden items with initial values go into the response",
  item: [
    { linkId: "template", type: "string", text: "Mẫu", readOnly: true, initial: [{ valueString: "Mẫu 03" }] },
    {
      linkId: "version",
      type: "string",
      text: "Phiên bản",
      extension: [{ url: URLS.hidden, valueBoolean: true }],
      initial: [{ valueString: "2026-07" }],
    },
    { linkId: "note", type: "string", text: "Ghi chú" },
  ],
  steps: [{ linkId: "note", give: { valueString: "đã xem" } }],
});
