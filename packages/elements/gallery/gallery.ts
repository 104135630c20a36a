import "../src/define/all.ts";
import type { CareTopics, OpenedForm } from "@cadre-care/domain";
import { halfExam, ICD, openedExam, SAMPLE_CODES } from "../src/testing/sample-exam.ts";
import { outboxes } from "../src/testing/sample-outbox.ts";
import { openedReferral } from "../src/testing/sample-referral.ts";
import * as sample from "../src/testing/sample-views.ts";
import { ScriptedService } from "../src/testing/scripted-service.ts";

/** Every element in every state, one group at a time: `?group=banner&language=en&theme=dark`. */
const wish = new URLSearchParams(location.search);
const group = wish.get("group") ?? "banner";
document.documentElement.dataset.theme = wish.get("theme") ?? "";

const main = document.createElement("main");
const show = (name: string, ...elements: readonly HTMLElement[]): void => {
  const figure = document.createElement("figure");
  const caption = document.createElement("figcaption");
  caption.textContent = name;
  figure.append(caption, ...elements);
  main.append(figure);
};

const service = (topics: Partial<CareTopics>): ScriptedService => {
  const scripted = new ScriptedService();
  Object.assign(scripted.topics, topics);
  return scripted;
};
const language = wish.get("language") === "en" ? "en" : "vi";
const now = (): number => sample.NOW;
const make = <Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  properties: Partial<HTMLElementTagNameMap[Tag]>,
): HTMLElementTagNameMap[Tag] => Object.assign(document.createElement(tag), { language, now }, properties);

const groups: Readonly<Record<string, () => void>> = {
  banner: () => {
    for (const [name, view] of Object.entries(sample.subjectViews))
      show(name, make("cadre-priority-banner", { view }));
  },
  details: () => {
    main.className = "columns";
    for (const [name, view] of Object.entries(sample.subjectViews)) {
      const scripted = service({});
      if (name === "managed-warning")
        scripted.answerDetails = async () => ({ ok: false, problem: sample.problem });
      if (name === "managed-statutory")
        scripted.answerDetails = async () => ({
          ok: true,
          value: {
            ...sample.otherDetails,
            subject: "s-1",
            stated: { name: "Phạm Văn Dức", birthDate: "1948-11-02" },
            person: { ...sample.otherDetails.person, statutoryGroups: ["age-75"] },
          },
        });
      show(name, make("cadre-priority-banner", { view, mode: "details", service: scripted }));
    }
  },
  steps: () => {
    main.className = "columns";
    for (const [name, view] of Object.entries(sample.subjectViews))
      show(name, make("cadre-visit-steps", { view, service: service({}) }));
    const also = (name: string, properties: Partial<HTMLElementTagNameMap["cadre-visit-steps"]>): void =>
      show(name, make("cadre-visit-steps", { details: sample.details, ...properties }));
    also("results clock", { visit: sample.laterVisit });
    also("results soon due", {
      visit: {
        ...sample.laterVisit,
        delivery: "parked",
        resultsDue: { startedAt: "2026-11-21T11:00:00+07:00", dueAt: "2026-11-22T11:00:00+07:00" },
      },
    });
    also("results late", {
      visit: {
        ...sample.laterVisit,
        delivery: "sending",
        resultsDue: { startedAt: "2026-11-21T08:00:00+07:00", dueAt: "2026-11-22T08:00:00+07:00" },
      },
    });
    also("busy", { busy: true });
    also("problem", { problem: sample.problem });
    also("undone", { visit: { ...sample.visit, visit: { ...sample.visit.visit, status: "cancelled" } } });
  },
  marks: () => {
    main.className = "columns";
    for (const state of ["marked", "locked", "not-enough"] as const) {
      const rows = document.createElement("div");
      rows.className = "rows";
      rows.append(make("cadre-priority-marks", { layout: "strip", view: { ...sample.marksView, state } }));
      show(`strip ${state}`, rows);
    }
    const list = (name: string, properties: Partial<HTMLElementTagNameMap["cadre-priority-marks"]>): void =>
      show(name, make("cadre-priority-marks", properties));
    list("list", { page: sample.pageView, view: sample.marksView });
    list("nobody", {
      page: { ...sample.pageView, people: [] },
      view: { ...sample.marksView, counts: { managed: 0, possible: 0, conflict: 0, rows: 6 } },
    });
    for (const state of ["locked", "signed-out", "not-enough", "roster-empty"] as const)
      list(state, { page: sample.pageView, view: { ...sample.marksView, state } });
    for (const state of ["no-site", "not-recognised", "reading", "profile-mismatch", "gave-up"] as const)
      list(state, { page: { ...sample.pageView, state } });
  },
  questionnaire: () => {
    const { questionnaire, prefilled, previous } = openedExam;
    show("exam", make("cadre-questionnaire", { questionnaire, prefilled, previous, sample: true }));
    show("none", make("cadre-questionnaire", {}));
    show("broken", make("cadre-questionnaire", { questionnaire: { resourceType: "Patient" } }));
  },
  checklist: () => {
    main.className = "columns";
    const { form } = openedExam;
    const exam = (name: string, topics: Partial<CareTopics> = {}, opened: Partial<OpenedForm> = {}) => {
      const scripted = service(topics);
      scripted.codes.set(ICD, SAMPLE_CODES);
      scripted.answerForm = async () => ({ ok: true, value: { ...openedExam, ...opened } });
      const element = make("cadre-exam-checklist", { subject: "s-1", service: scripted });
      show(name, element);
      return { element, scripted };
    };
    exam("empty");
    exam("half", {}, { response: halfExam, savedAt: "2026-11-22T09:10:00+07:00" });
    const patient = { name: "Lê Văn Sáng", birthDate: "1950-02-01" };
    exam("patient changed", { forms: { drafts: [], bound: [{ form, page: "another" }], patient } });
    exam("offline", { connection: { online: false } }, { response: halfExam });
    const locked = exam("session locked", {}, { response: halfExam });
    const session = sample.sessions.locked;
    if (session !== undefined) setTimeout(() => locked.scripted.say("session", session), 300);
    exam("failed").scripted.answerForm = async () => ({ ok: false, problem: sample.problem });
    exam("slow").scripted.answerForm = () => new Promise(() => undefined);
    show("nobody", make("cadre-exam-checklist", { service: service({}) }));
    exam("invalid", {}, { questionnaire: { resourceType: "Questionnaire", status: "active", item: [{}] } });
  },
  referral: () => {
    const scripted = service({});
    scripted.answerForm = async () => ({ ok: true, value: openedReferral });
    show("referral", make("cadre-referral-form", { subject: "s-1", service: scripted }));
  },
  scans: () => {
    main.className = "columns";
    for (const [name, view] of Object.entries(sample.scanViews))
      show(name, make("cadre-scan-answer", { view }), make("cadre-scan-answer", { view, brief: true }));
  },
  outbox: () => {
    main.className = "columns";
    const queue = (name: string, topics: Partial<CareTopics>, mode: "full" | "compact" = "full") => {
      const element = make("cadre-outbox-status", { mode, service: service(topics) });
      show(name, element);
      return element;
    };
    const silent = make("cadre-outbox-status", {});
    show("loading", silent);
    let asked = sample.NOW;
    show("slow", make("cadre-outbox-status", { now: () => (asked += 11_000) }));
    for (const [name, outbox] of Object.entries(outboxes)) {
      const session = sample.sessions[name === "locked" ? "locked" : "open"];
      queue(name, { outbox, ...(session ? { session } : {}) });
    }
    const { waiting, conflict, thousands, away } = outboxes;
    if (!waiting || !conflict || !thousands || !away) return;
    queue("offline", { outbox: waiting, connection: { online: false } });
    queue("compact", { outbox: waiting }, "compact");
    queue("compact, board away", { outbox: away }, "compact");
    const press = (element: HTMLElement, ...parts: readonly string[]): void => {
      const next = parts[0];
      if (next === undefined) return;
      setTimeout(() => {
        element.shadowRoot?.querySelector<HTMLElement>(next)?.click();
        press(element, ...parts.slice(1));
      }, 150);
    };
    press(queue("opened", { outbox: waiting }), "[data-open]");
    press(queue("correct", { outbox: waiting }), "[data-open]", "[part=correct]");
    press(
      queue("correct, nothing changed", { outbox: waiting }),
      "[data-open]",
      "[part=correct]",
      "[part=submit]",
    );
    press(queue("choose", { outbox: conflict }), "[data-open]", "[part=choose]", "[part=submit]");
    press(queue("hand over", { outbox: waiting }), "[data-open]", "[part=hand-over]", "[part=submit]");
    const failing = queue("refused", { outbox: waiting });
    if (failing.service instanceof ScriptedService)
      failing.service.answerOutbox = async () => ({ ok: false, problem: sample.problem });
    press(failing, "[data-open]", "[part=resend]");
  },
  machine: () => {
    main.className = "columns";
    for (const [name, view] of Object.entries(sample.sessions))
      show(`session ${name}`, make("cadre-session", { view, service: service({}) }));
    for (const [name, view] of Object.entries(sample.settingsSessions))
      show(`settings ${name}`, make("cadre-session", { view, settings: true, service: service({}) }));
    for (const [name, view] of Object.entries(sample.rosters))
      show(`roster ${name}`, make("cadre-roster-status", { view, service: service({}) }));
    show("scan", make("cadre-scan-input", {}));
    show("scan problem", make("cadre-scan-input", { problem: sample.problem }));
  },
};

const nav = document.createElement("nav");
const link = (key: string, value: string): void => {
  const anchor = document.createElement("a");
  const target = new URLSearchParams(wish);
  target.set(key, value);
  anchor.href = `?${target.toString()}`;
  anchor.textContent = value;
  nav.append(anchor);
};
for (const name of Object.keys(groups)) link("group", name);
for (const value of ["vi", "en"]) link("language", value);
for (const value of ["light", "dark"]) link("theme", value);
if (wish.get("bare") === null) document.body.append(nav);
document.body.append(main);
groups[group]?.();
