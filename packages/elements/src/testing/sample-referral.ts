import type { FhirJson, OpenedForm } from "@cadre-care/domain";
import { openedForm } from "./sample-forms.ts";

/** A referral form far shorter than a real one: receiver, person, summary, reason. */
export const sampleReferral: FhirJson = {
  resourceType: "Questionnaire",
  url: "https://board.example/fhir/Questionnaire/referral",
  version: "2025.1",
  status: "active",
  title: "Phiếu chuyển cơ sở khám bệnh, chữa bệnh",
  item: [
    {
      linkId: "to",
      type: "choice",
      text: "Kính gửi",
      required: true,
      answerValueSet: "https://board.example/fhir/ValueSet/receiving-hospitals",
    },
    {
      linkId: "person",
      type: "group",
      text: "Trân trọng giới thiệu",
      item: [{ linkId: "name", type: "string", text: "Họ và tên", required: true }],
    },
    {
      linkId: "summary",
      type: "group",
      text: "Tóm tắt bệnh án",
      item: [{ linkId: "signs", type: "text", text: "Dấu hiệu lâm sàng", required: true }],
    },
    {
      linkId: "why",
      type: "group",
      text: "Lý do chuyển",
      item: [
        {
          linkId: "reason",
          type: "choice",
          text: "Lý do",
          required: true,
          answerOption: [
            ["1a", "1a. Phù hợp với quy định chuyển cấp chuyên môn kỹ thuật"],
            ["1b", "1b. Không phù hợp với khả năng đáp ứng của cơ sở"],
            ["2", "2. Theo yêu cầu của người bệnh hoặc người đại diện"],
          ].map(([code, display]) => ({ valueCoding: { system: "urn:reason", code, display } })),
        },
      ],
    },
  ],
};

export const openedReferral: OpenedForm = {
  ...openedForm,
  kind: "referral",
  questionnaire: sampleReferral,
  searched: ["https://board.example/fhir/ValueSet/receiving-hospitals"],
  prefilled: [{ linkId: "name", value: { valueString: openedForm.person.name }, source: "page" }],
  previous: [],
};

/** The same referral with everything answered. */
export const completeReferral: FhirJson = {
  resourceType: "QuestionnaireResponse",
  status: "in-progress",
  questionnaire: "https://board.example/fhir/Questionnaire/referral|2025.1",
  item: [
    {
      linkId: "to",
      answer: [{ valueCoding: { system: "urn:x", code: "b-1", display: "Bệnh viện Sông Xanh" } }],
    },
    { linkId: "person", item: [{ linkId: "name", answer: [{ valueString: openedForm.person.name }] }] },
    {
      linkId: "summary",
      item: [
        { linkId: "signs", answer: [{ valueString: "Đau ngực trái khi gắng sức, huyết áp 150/90 mmHg" }] },
      ],
    },
    {
      linkId: "why",
      item: [
        {
          linkId: "reason",
          answer: [
            {
              valueCoding: {
                system: "urn:reason",
                code: "1a",
                display: "1a. Phù hợp với quy định chuyển cấp chuyên môn kỹ thuật",
              },
            },
          ],
        },
      ],
    },
  ],
};

/** A draft of it with the person alone. */
export const halfReferral: FhirJson = {
  resourceType: "QuestionnaireResponse",
  status: "in-progress",
  item: [{ linkId: "person", item: [{ linkId: "name", answer: [{ valueString: openedForm.person.name }] }] }],
};
