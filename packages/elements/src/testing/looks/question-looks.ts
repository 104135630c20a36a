import type { FhirJson } from "@cadre-care/domain";
import type { CadreQuestionnaire } from "../../questionnaire/questionnaire.ts";
import type { CadreSubmittedForm } from "../../submitted-form/submitted-form.ts";
import { halfExam, openedExam } from "../sample-exam.ts";
import { completeReferral, openedReferral } from "../sample-referral.ts";
import { problem, sessions } from "../sample-views.ts";
import type { ScriptedService } from "../scripted-service.ts";
import { answeredKinds, everyKind } from "./every-kind.ts";
import type { Look, Looks } from "./look.ts";

const { questionnaire, prefilled, previous } = openedExam;

export const questionnaireLooks: Looks<CadreQuestionnaire, "none" | "broken" | "every kind"> = {
  none: {},
  broken: { properties: { questionnaire: { resourceType: "Patient" } } },
  empty: { properties: { questionnaire, prefilled, previous, sample: true } },
  half: { properties: { questionnaire, previous, initialResponse: halfExam } },
  "with issues": {
    properties: { questionnaire, previous, initialResponse: halfExam },
    afterwards: (element) => {
      element.check();
    },
  },
  "every kind": { properties: { questionnaire: everyKind } },
  "every kind, answered": { properties: { questionnaire: everyKind, initialResponse: answeredKinds } },
};

const viewed = (answer: ScriptedService["answerViewed"], more: Look = {}): Look<CadreSubmittedForm> => ({
  topics: more.topics ?? {},
  properties: { subject: "s-1", entry: "e-1" },
  arrange: (service) => {
    service.answerViewed = answer;
  },
});
const complete: FhirJson = { ...completeReferral, status: "completed" };
const read =
  (source: "board" | "queue"): ScriptedService["answerViewed"] =>
  async () => ({
    ok: true,
    value: {
      entry: "e-1",
      person: openedReferral.person,
      kind: "referral",
      sample: true,
      questionnaire: openedReferral.questionnaire,
      valueSets: [],
      response: complete,
      source,
    },
  });

export const submittedLooks: Looks<CadreSubmittedForm, "opening" | "board" | "queue" | "locked" | "failed"> =
  {
    opening: viewed(() => new Promise(() => undefined)),
    board: viewed(read("board")),
    queue: viewed(read("queue")),
    locked: viewed(read("board"), { topics: { session: sessions.locked } }),
    failed: viewed(async () => ({ ok: false, problem })),
  };
