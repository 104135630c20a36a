import { englishProblems } from "@cadre-care/domain";
import { englishFormProblems } from "@cadre-care/forms/language";
import { careMessages } from "../care/care.messages.ts";
import { english as careForm } from "../care-form/care-form.english.ts";
import { examMessages } from "../exam-checklist/exam-checklist.messages.ts";
import { inFormMessages } from "../in-form/in-form.messages.ts";
import { english as openedEntry } from "../outbox-status/opened-entry.english.ts";
import { english as outbox } from "../outbox-status/outbox-status.english.ts";
import { english as details } from "../priority-banner/details.english.ts";
import { scanComparison } from "../priority-banner/details.messages.ts";
import { english as banner } from "../priority-banner/priority-banner.english.ts";
import { english as marks } from "../priority-marks/priority-marks.english.ts";
import { printerMessages } from "../questionnaire/form-printer.messages.ts";
import { english as questionnaire } from "../questionnaire/questionnaire.english.ts";
import { referralMessages } from "../referral-form/referral-form.messages.ts";
import { english as roster } from "../roster-status/roster-status.english.ts";
import { english as scanAnswer } from "../scan-answer/scan-answer.english.ts";
import { english as scan } from "../scan-input/scan-input.english.ts";
import { english as session } from "../session/session.english.ts";
import { english as submittedForm } from "../submitted-form/submitted-form.english.ts";
import { english as visit } from "../visit-steps/visit-steps.english.ts";
import type { ElementTexts } from "./element-texts.ts";
import { english as state } from "./state.english.ts";

/**
 * What the elements say in English, as one table: what a translation starts from. Loaded by nobody but who asks for it.
 */
export const englishTexts: ElementTexts = {
  ...{ banner, details, scanComparison: scanComparison.en, state, marks, visit, careForm },
  ...{ exam: examMessages.en, referral: referralMessages.en, questionnaire, printer: printerMessages.en },
  ...{ inForm: inFormMessages.en, submittedForm, outbox, openedEntry, roster, scan, scanAnswer, session },
  care: careMessages.en,
  fields: {
    ...{ person: "Patient", process: "Service process", step: "Step", room: "Room" },
    ...{ at: "Time", status: "Status", reason: "Reason", note: "Note" },
  },
  spans: { justNow: "just now", units: ["d", "h", "min"] },
  forms: englishFormProblems,
  problems: englishProblems,
};
