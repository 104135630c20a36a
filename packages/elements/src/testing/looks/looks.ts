import type { CadreExamChecklist } from "../../exam-checklist/exam-checklist.ts";
import type { CadreReferralForm } from "../../referral-form/referral-form.ts";
import { completeExam, halfExam, openedExam } from "../sample-exam.ts";
import { completeReferral, halfReferral, openedReferral } from "../sample-referral.ts";
import { bannerLooks } from "./banner-looks.ts";
import { scanInputLooks, scanLooks, visitLooks } from "./desk-looks.ts";
import { careFormLooks } from "./form-looks.ts";
import type { Look, Tag } from "./look.ts";
import { outboxLooks, rosterLooks, sessionLooks } from "./machine-looks.ts";
import { marksLooks } from "./marks-looks.ts";
import { questionnaireLooks, submittedLooks } from "./question-looks.ts";

/** Every element in every state (an element without one does not compile): what the gallery shows, the pictures are taken of and the tests look at. */
export const looks: { readonly [Name in Tag]: Readonly<Record<string, Look<HTMLElementTagNameMap[Name]>>> } =
  {
    "cadre-priority-banner": bannerLooks,
    "cadre-visit-steps": visitLooks,
    "cadre-priority-marks": marksLooks,
    "cadre-exam-checklist": careFormLooks<CadreExamChecklist>({
      opened: openedExam,
      half: halfExam,
      complete: completeExam,
      field: "input[type=text]",
    }),
    "cadre-referral-form": careFormLooks<CadreReferralForm>({
      opened: openedReferral,
      half: halfReferral,
      complete: completeReferral,
      field: "textarea",
    }),
    "cadre-questionnaire": questionnaireLooks,
    "cadre-submitted-form": submittedLooks,
    "cadre-scan-input": scanInputLooks,
    "cadre-scan-answer": scanLooks,
    "cadre-outbox-status": outboxLooks,
    "cadre-session": sessionLooks,
    "cadre-roster-status": rosterLooks,
  };

/** The looks of one element, whichever it is. */
export const looksOfTag = (tag: Tag): readonly (readonly [string, Look])[] =>
  Object.entries<Look>(looks[tag]);
export const tags = Object.keys(looks) as readonly Tag[];
