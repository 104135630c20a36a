import type { FhirJson, FormDelivery, OpenedForm, PreviousSource } from "@cadre-care/domain";
import type { CareFormElement } from "../../care-form/care-form-element.ts";
import type { DraftState } from "../../care-form/draft-saver.ts";
import type { FormLock } from "../../care-form/form-lock.ts";
import type * as formStates from "../../care-form/form-states.ts";
import { ICD, SAMPLE_CODES } from "../sample-exam.ts";
import { problem, sessions } from "../sample-views.ts";
import type { Look, Looks } from "./look.ts";

/** A form that somebody is to fill in, and drafts of it. */
interface FormInStates {
  readonly opened: OpenedForm;
  readonly half: FhirJson;
  readonly complete: FhirJson;
  /** Text field in which something is typed. */
  readonly field: string;
}

/** What `form-states.ts` can draw, by the names there; three of them have a look of each thing that they can say. */
type Drawn = Exclude<keyof typeof formStates, "submittedState" | "lockedState" | "earlierState">;
type State =
  | "empty"
  | "half"
  | "complete"
  | "complete with issues"
  | "offline"
  | `draft ${Exclude<DraftState["state"], "clean">}`
  | `lock ${FormLock["reason"]}`
  | `submitted ${FormDelivery}`
  | `previous ${Exclude<PreviousSource, "board">}`
  | Drawn;

const SUBMIT = "[part=submit]";
/** What stands below the form: the rest is as without it. */
const part = ".foot";

/** The states of a form that is bound to one person. */
export const careFormLooks = <Form extends CareFormElement>({
  opened,
  half,
  complete,
  field,
}: FormInStates): Looks<Form, State> => {
  const { form } = opened;
  const look = (changes: Partial<OpenedForm> = {}, more: Look<CareFormElement> = {}): Look<Form> =>
    ({
      ...more,
      properties: { subject: "s-1" },
      topics: { forms: { drafts: [], bound: [{ form, page: "same" }] }, ...more.topics },
      arrange: (service) => {
        service.codes.set(ICD, SAMPLE_CODES);
        service.answerForm = async (subject) => ({ ok: true, value: { ...opened, ...changes, subject } });
        more.arrange?.(service);
      },
    }) as Look<Form>;
  const filledIn = { response: complete, prefilled: [] };
  const typed = (more: Look<CareFormElement>, save = true): Look<Form> =>
    look(
      { response: half },
      {
        ...more,
        part,
        afterwards: (element) => {
          const input = element.shadowRoot?.querySelector<HTMLInputElement>(field);
          if (!input) throw new Error(`no ${field}`);
          input.value = "Hưu trí, trước làm ở xưởng cơ khí";
          input.dispatchEvent(new InputEvent("input", { bubbles: true, composed: true }));
          input.dispatchEvent(new Event("change", { bubbles: true }));
          if (save) void element.save();
        },
      },
    );
  const submitted = (delivery: FormDelivery): Look<Form> =>
    look(filledIn, {
      arrange: (service) => {
        service.answerSubmitted = async () => ({ ok: true, value: { entry: "e-1", delivery } });
      },
      press: [SUBMIT],
    });
  const elsewhere = (more: Look<CareFormElement> = {}): Look<Form> =>
    look(
      { response: half },
      {
        ...more,
        afterwards: (_, service) =>
          service.say("forms", {
            drafts: [],
            bound: [{ form, page: "another" }],
            patient: { name: "Lê Văn Sáng", birthDate: "1950-02-01" },
          }),
      },
    );
  return {
    empty: look(),
    half: look({ response: half, opening: { id: "o-1", savedAt: "2026-11-22T09:10:00+07:00" } }),
    complete: look(filledIn),
    "complete with issues": look({ response: half }, { press: [SUBMIT] }),
    offline: look({ response: half }, { topics: { connection: { online: false } }, part }),
    "draft waiting": typed({}, false),
    "draft saving": typed({
      arrange: (service) => {
        service.answerSaved = () => new Promise(() => undefined);
      },
    }),
    "draft saved": typed({}),
    "draft failed": typed({
      arrange: (service) => {
        service.answerSaved = async () => ({ ok: false, problem });
      },
    }),
    "lock session-locked": look(
      { response: half },
      { afterwards: (_, service) => service.say("session", sessions.locked) },
    ),
    "lock saved-elsewhere": look(
      { response: half },
      {
        afterwards: (_, service) =>
          service.say("forms", {
            drafts: [],
            bound: [{ form, page: "same", saved: { at: "2026-11-22T09:25:00+07:00", opening: "o-2" } }],
          }),
      },
    ),
    "lock patient-changed": elsewhere(),
    "lock patient-changed, discard": elsewhere({ press: ["[part=discard]"] }),
    "submitted saved": submitted("saved"),
    "submitted sending": submitted("sending"),
    "submitted delivered": submitted("delivered"),
    "submitted parked": submitted("parked"),
    "not accepted": look(filledIn, {
      arrange: (service) => {
        service.answerSubmitted = async () => ({ ok: false, problem });
      },
      press: [SUBMIT],
      part,
    }),
    "previous kept": look({ previousSource: "kept" }, { part: "[part=earlier]" }),
    "previous unavailable": look({ previousSource: "unavailable", previous: [] }, { part: "[part=earlier]" }),
    openingState: look(
      {},
      {
        arrange: (service) => {
          service.answerForm = () => new Promise(() => undefined);
        },
      },
    ),
    nobodyState: { properties: {} },
    failedState: look(
      {},
      {
        arrange: (service) => {
          service.answerForm = async () => ({ ok: false, problem });
        },
      },
    ),
    closedState: elsewhere({ press: ["[part=leave]"] }),
    lockedSession: look({}, { topics: { session: sessions.locked } }),
  };
};
