import "../define/all.ts";
import type { CareTopics } from "@cadre-care/domain";
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { outsideBrackets, PSEUDO } from "../testing/pseudo-language.ts";
import * as exam from "../testing/sample-exam.ts";
import * as forms from "../testing/sample-forms.ts";
import * as queue from "../testing/sample-outbox.ts";
import * as referral from "../testing/sample-referral.ts";
import * as sample from "../testing/sample-views.ts";
import { ScriptedService } from "../testing/scripted-service.ts";
import { settled } from "../testing/settled.ts";
import { registerLanguage } from "./register-language.ts";

/** Languages under their own names, keys, and what has no language. */
const NAMES = ["Tiếng Việt", "English", "Pseudo", "F2", "FHIR", "mm", "HH", "dd", "MM", "yyyy"];

const stringsIn = (node: unknown, seen = new Set<unknown>()): readonly string[] => {
  if (typeof node === "string") return [node];
  if (typeof node !== "object" || node === null || seen.has(node)) return [];
  seen.add(node);
  return Object.values(node).flatMap((value) => stringsIn(value, seen));
};
const entries = Object.values(queue.outboxes).flatMap((view) =>
  view.entries.map(({ id }) => queue.detailsOfEntry(view, id)),
);
const DATA = [
  ...new Set([
    ...stringsIn([sample, exam, forms, queue, referral, entries].map((part) => ({ ...part }))),
    ...NAMES,
  ]),
]
  .filter((text) => /\p{L}/u.test(text))
  .toSorted((one, other) => other.length - one.length);

const SPOKEN = ["aria-label", "title", "placeholder", "alt", "aria-valuetext", "aria-description", "label"];

/** Every text that somebody reads or hears, with where it stands. */
const textsOf = (root: ParentNode): readonly (readonly [string, string])[] => {
  const found: (readonly [string, string])[] = [];
  for (const element of root.querySelectorAll("*")) {
    if (element.localName === "style") continue;
    for (const name of SPOKEN) {
      const value = element.getAttribute(name);
      if (value !== null && value.trim() !== "") found.push([`${element.localName}[${name}]`, value]);
    }
    const own = [...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE);
    const text = own.map((node) => node.textContent ?? "").join("");
    if (text.trim() !== "") found.push([element.localName, text]);
    if (element.shadowRoot !== null) found.push(...textsOf(element.shadowRoot));
  }
  return found;
};

const letters = /\p{L}+/u;
/** Words that are neither of the table nor of the data. */
const strangers = (text: string): string => {
  let rest = outsideBrackets(text);
  for (const known of DATA) {
    if (!letters.test(rest)) return "";
    rest = rest.split(known).join(" ");
  }
  return letters.test(rest) ? rest.trim() : "";
};

const now = (): number => sample.NOW;
const service = (topics: Partial<CareTopics> = {}): ScriptedService => {
  const scripted = new ScriptedService();
  Object.assign(scripted.topics, topics);
  return scripted;
};
const show = async <Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  properties: Partial<HTMLElementTagNameMap[Tag]>,
): Promise<HTMLElement> => {
  const element = Object.assign(document.createElement(tag), { now }, properties);
  document.body.append(element);
  await settled({ updateComplete: Promise.resolve(true) });
  await new Promise((resolve) => setTimeout(resolve, 20));
  return element;
};

const check = (): number => {
  const all = textsOf(document.body);
  expect(all.map(([where, text]) => [where, strangers(text)]).filter(([, rest]) => rest !== "")).toEqual([]);
  return all.filter(([, text]) => text.includes("⟦")).length;
};

beforeAll(() => {
  registerLanguage(PSEUDO);
  document.documentElement.lang = "qps-PLOC";
});
afterEach(() => document.body.replaceChildren());

const views = (record: Readonly<Record<string, unknown>>): readonly string[] => Object.keys(record);

describe("every text of an element comes from the table", () => {
  it.each(views(sample.subjectViews))("<cadre-priority-banner> and <cadre-visit-steps>: %s", async (name) => {
    const view = sample.subjectViews[name];
    await show("cadre-priority-banner", { view });
    await show("cadre-priority-banner", { view, mode: "details", service: service() });
    await show("cadre-visit-steps", { view, service: service() });
    expect(check()).toBeGreaterThan(2);
  });

  it("<cadre-visit-steps>: the clock of results, a visit undone, busy", async () => {
    await show("cadre-visit-steps", { details: sample.details, visit: sample.laterVisit });
    await show("cadre-visit-steps", { details: sample.details, busy: true });
    const cancelled = { ...sample.visit, visit: { ...sample.visit.visit, status: "cancelled" as const } };
    await show("cadre-visit-steps", { details: sample.details, visit: cancelled });
    expect(check()).toBeGreaterThan(5);
  });

  it("<cadre-priority-marks>", async () => {
    for (const state of ["marked", "locked", "signed-out", "not-enough", "roster-empty"] as const)
      await show("cadre-priority-marks", { page: sample.pageView, view: { ...sample.marksView, state } });
    for (const state of ["no-site", "not-recognised", "reading", "profile-mismatch", "gave-up"] as const)
      await show("cadre-priority-marks", { page: { ...sample.pageView, state } });
    expect(check()).toBeGreaterThan(10);
  });

  it.each(views(sample.scanViews))("<cadre-scan-answer>: %s", async (name) => {
    const view = sample.scanViews[name];
    if (view === undefined) return;
    await show("cadre-scan-answer", { view });
    await show("cadre-scan-answer", { view, brief: true });
    check();
  });

  it("<cadre-scan-input>, <cadre-roster-status>", async () => {
    await show("cadre-scan-input", {});
    const answer = { code: "scan-name", message: { vi: "hỏng", en: "broken" } };
    await show("cadre-scan-input", { problem: answer });
    for (const view of Object.values(sample.rosters))
      await show("cadre-roster-status", { view, service: service() });
    expect(check()).toBeGreaterThan(10);
  });

  it.each([...views(sample.sessions)])("<cadre-session>: %s", async (name) => {
    const view = sample.sessions[name];
    if (view !== undefined) await show("cadre-session", { view, service: service() });
    expect(check()).toBeGreaterThan(0);
  });

  it.each([...views(sample.settingsSessions)])("<cadre-session> with settings: %s", async (name) => {
    const view = sample.settingsSessions[name];
    if (view !== undefined) await show("cadre-session", { view, settings: true, service: service() });
    expect(check()).toBeGreaterThan(0);
  });

  it.each(views(queue.outboxes))("<cadre-outbox-status>: %s", async (name) => {
    const outbox = queue.outboxes[name];
    const session = sample.sessions[name === "locked" ? "locked" : "open"];
    const topics = { ...(outbox && { outbox }), ...(session && { session }) };
    await show("cadre-outbox-status", { service: service(topics) });
    const opened = await show("cadre-outbox-status", { service: service(topics) });
    for (const part of ["[data-open]", "[part=correct]", "[part=submit]"]) {
      opened.shadowRoot?.querySelector<HTMLElement>(part)?.click();
      await new Promise((resolve) => setTimeout(resolve, 30));
    }
    expect(check()).toBeGreaterThan(0);
  });

  it("<cadre-questionnaire>", async () => {
    const { questionnaire, prefilled, previous } = exam.openedExam;
    await show("cadre-questionnaire", { questionnaire, prefilled, previous, sample: true });
    await show("cadre-questionnaire", {});
    await show("cadre-questionnaire", { questionnaire: { resourceType: "Patient" } });
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(check()).toBeGreaterThan(10);
  });

  it("<cadre-exam-checklist>, <cadre-referral-form>, <cadre-submitted-form>", async () => {
    const scripted = service();
    scripted.answerForm = async () => ({ ok: true, value: { ...exam.openedExam, response: exam.halfExam } });
    await show("cadre-exam-checklist", { subject: "s-1", service: scripted });
    const other = service();
    other.answerForm = async () => ({ ok: true, value: referral.openedReferral });
    await show("cadre-referral-form", { subject: "s-1", service: other });
    await show("cadre-exam-checklist", { service: service() });
    await show("cadre-submitted-form", { service: service() });
    await new Promise((resolve) => setTimeout(resolve, 600));
    expect(check()).toBeGreaterThan(10);
  });
});
