import "../../../packages/elements/src/define/all.ts";
import type { Problem } from "../../../packages/domain/src/index.ts";
import { ICD, openedExam, SAMPLE_CODES } from "../../../packages/elements/src/testing/sample-exam.ts";
import { openedReferral } from "../../../packages/elements/src/testing/sample-referral.ts";
import * as sample from "../../../packages/elements/src/testing/sample-views.ts";
import { ScriptedService } from "../../../packages/elements/src/testing/scripted-service.ts";

/** The elements of `packages/elements` with sample data and a service that answers from memory. Nothing is sent or kept. */
type Language = "vi" | "en";
interface Speaking extends HTMLElement {
  language: Language;
  now: () => number;
}

const speaking: Speaking[] = [];
let language: Language = document.documentElement.lang === "en" ? "en" : "vi";

/** Adds an element at the place that the page keeps for it. */
const place = <Tag extends keyof HTMLElementTagNameMap>(
  name: string,
  tag: Tag,
  properties: Partial<HTMLElementTagNameMap[Tag]>,
): HTMLElementTagNameMap[Tag] => {
  const element = Object.assign(document.createElement(tag), { language, now: () => sample.NOW }, properties);
  speaking.push(element);
  document.querySelector(`[data-live="${name}"]`)?.append(element);
  return element;
};

const banner = place("banner", "cadre-priority-banner", {});
const states = document.querySelector<HTMLSelectElement>("#live-state");
const showState = (): void => {
  const view = sample.subjectViews[states?.value ?? ""];
  if (view !== undefined) banner.view = view;
};
for (const name of Object.keys(sample.subjectViews)) states?.append(new Option(name, name));
if (states !== null && "managed" in sample.subjectViews) states.value = "managed";
states?.addEventListener("change", showState);
showState();

const examService = new ScriptedService();
examService.codes.set(ICD, SAMPLE_CODES);
examService.answerForm = async () => ({ ok: true, value: openedExam });
const exam = place("form", "cadre-exam-checklist", { subject: "s-1", service: examService });

const referralService = new ScriptedService();
referralService.answerForm = async () => ({ ok: true, value: openedReferral });
const referral = place("form", "cadre-referral-form", { subject: "s-1", service: referralService });

// One form at a time, as in the panel: a page with two would have two of its landmarks.
const forms = document.querySelector<HTMLSelectElement>("#live-form");
const showForm = (): void => {
  exam.hidden = forms?.value === "referral";
  referral.hidden = !exam.hidden;
};
forms?.addEventListener("change", showForm);
showForm();

const scan = place("scan", "cadre-scan-input", {});
const answer = place("scan", "cadre-scan-answer", { brief: true });
const notANumber: Problem = {
  code: "nothing-read",
  message: { vi: "Không có số nào trong mã này.", en: "There is no number in this code." },
};
const SCANS = ["managed", "managed-another", "possible", "not-managed", "card-unknown", "conflict"];
const answers = SCANS.flatMap((name) => sample.scanViews[name] ?? []);
scan.addEventListener("cadre-scan", ({ text }) => {
  if (!/\d/.test(text)) {
    scan.problem = notANumber;
    return;
  }
  const next = answers.shift();
  if (next !== undefined) {
    answer.view = next;
    answers.push(next);
  }
  scan.clear(text);
});

const languages = document.querySelector<HTMLSelectElement>("#live-language");
if (languages !== null) languages.value = language;
languages?.addEventListener("change", () => {
  language = languages.value === "en" ? "en" : "vi";
  for (const element of speaking) element.language = language;
});
