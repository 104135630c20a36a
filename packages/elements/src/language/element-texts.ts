import type { DomainProblemCode, OutboxFieldName } from "@cadre-care/domain";
import type { FormTexts } from "@cadre-care/forms/language";
import type { careMessages } from "../care/care.messages.ts";
import type { CareFormTexts } from "../care-form/care-form.messages.ts";
import type { examMessages } from "../exam-checklist/exam-checklist.messages.ts";
import type { inFormMessages } from "../in-form/in-form.messages.ts";
import type { OpenedEntryTexts } from "../outbox-status/opened-entry.messages.ts";
import type { OutboxTexts } from "../outbox-status/outbox-status.messages.ts";
import type { DetailsTexts, scanComparison } from "../priority-banner/details.messages.ts";
import type { BannerMessages } from "../priority-banner/priority-banner.messages.ts";
import type { MarksTexts } from "../priority-marks/priority-marks.messages.ts";
import type { printerMessages } from "../questionnaire/form-printer.messages.ts";
import type { QuestionnaireTexts } from "../questionnaire/questionnaire.messages.ts";
import type { referralMessages } from "../referral-form/referral-form.messages.ts";
import type { RosterTexts } from "../roster-status/roster-status.messages.ts";
import type { ScanAnswerTexts } from "../scan-answer/scan-answer.messages.ts";
import type { ScanTexts } from "../scan-input/scan-input.messages.ts";
import type { SessionTexts } from "../session/session.messages.ts";
import type { SubmittedFormTexts } from "../submitted-form/submitted-form.messages.ts";
import type { VisitTexts } from "../visit-steps/visit-steps.messages.ts";
import type { SpanWords } from "./spans-of-time.ts";
import type { StateTexts } from "./state.messages.ts";

/**
 * Every text of the elements, by the part that says it. A text is a string, or a function of its parameters. None may be
 * missing: a table of an older version does not compile with a newer one that says more.
 */
export interface ElementTexts {
  /** `<cadre-priority-banner>`: the strip. */
  readonly banner: BannerMessages;
  /** `<cadre-priority-banner>`: the details below the strip. */
  readonly details: DetailsTexts;
  /** The same details, where the person was scanned and no page says anything. */
  readonly scanComparison: typeof scanComparison.vi;
  /** States that several elements show: card, book, exam, reasons. */
  readonly state: StateTexts;
  /** `<cadre-priority-marks>` */
  readonly marks: MarksTexts;
  /** `<cadre-visit-steps>` */
  readonly visit: VisitTexts;
  /** `<cadre-exam-checklist>` and `<cadre-referral-form>`: what is around the form. */
  readonly careForm: CareFormTexts;
  readonly exam: typeof examMessages.vi;
  readonly referral: typeof referralMessages.vi;
  /** `<cadre-questionnaire>`, and every form in another element. */
  readonly questionnaire: QuestionnaireTexts;
  readonly printer: typeof printerMessages.vi;
  /** A form within a `<form>` of the page. */
  readonly inForm: typeof inFormMessages.vi;
  /** `<cadre-submitted-form>` */
  readonly submittedForm: SubmittedFormTexts;
  /** `<cadre-outbox-status>` */
  readonly outbox: OutboxTexts;
  /** `<cadre-outbox-status>`: an entry that was opened, and what can be done about it. */
  readonly openedEntry: OpenedEntryTexts;
  /** Names of what a waiting entry says. */
  readonly fields: Readonly<Record<OutboxFieldName, string>>;
  /** `<cadre-roster-status>` */
  readonly roster: RosterTexts;
  /** `<cadre-scan-input>` */
  readonly scan: ScanTexts;
  /** `<cadre-scan-answer>` */
  readonly scanAnswer: ScanAnswerTexts;
  /** `<cadre-session>` */
  readonly session: SessionTexts;
  /** Every element: its service went away. */
  readonly care: typeof careMessages.vi;
  /** Lengths of time. */
  readonly spans: SpanWords;
  /** Problems of the form engine, by code. `{0}`, `{1}` … stand for limits and names of the form. */
  readonly forms: FormTexts;
  /** Problems of the product's rules, by code. */
  readonly problems: Readonly<Record<DomainProblemCode, string>>;
}
