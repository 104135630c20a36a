import type { VisitStepView, VisitView } from "@cadre-care/domain";
import { html, nothing, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import type { LanguageController } from "../language/language-controller.ts";
import { iconDone, iconLater } from "../theme/icons.ts";
import { iconNext } from "../theme/icons-of-care.ts";
import { visitMessages } from "./visit-steps.messages.ts";

export interface StepParts {
  readonly visit: VisitView;
  readonly words: LanguageController;
  readonly now: number;
  /** Nothing may be done now (emergency). */
  readonly still: boolean;
  /** Step that is being recorded. */
  readonly busy: string | undefined;
  /** Rooms chosen so far, by step. */
  readonly rooms: ReadonlyMap<string, string>;
  /** Step whose room was forgotten. */
  readonly roomless: string | undefined;
  readonly choose: (step: string, room: string) => void;
  readonly record: (step: VisitStepView) => (event: MouseEvent) => void;
}

const roomChoice = (step: VisitStepView, parts: StepParts): TemplateResult => {
  const text = parts.words.of(visitMessages);
  const id = `room-${step.step}`;
  const missing = parts.roomless === step.step;
  const chosen = parts.rooms.get(step.step) ?? "";
  const change = (event: Event): void => {
    if (event.target instanceof HTMLSelectElement) parts.choose(step.step, event.target.value);
  };
  return html`
    <div class="field room">
      <label for=${id}>${text.room}</label>
      <select
        id=${id}
        autocomplete="off"
        aria-invalid=${missing ? "true" : "false"}
        aria-describedby=${missing ? `${id}-missing` : nothing}
        .value=${live(chosen)}
        @change=${change}
      >
        <option value="" ?selected=${chosen === ""}>${text.chooseRoom}</option>
        ${step.rooms.map((room) => html`<option value=${room.id} ?selected=${room.id === chosen}>${parts.words.say(room.label)}</option>`)}
      </select>
      ${missing ? html`<p class="wrong" role="alert" id=${`${id}-missing`}>${text.roomFirst}</p>` : nothing}
    </div>
  `;
};

const action = (step: VisitStepView, parts: StepParts): TemplateResult | typeof nothing => {
  const again = step.state === "done" && step.repeatable;
  const open = parts.visit.visit.status !== "finished" && parts.visit.visit.status !== "cancelled";
  if (parts.still || !open || !(step.state === "next" || again)) return nothing;
  const text = parts.words.of(visitMessages);
  const label = parts.words.say(step.label);
  const busy = parts.busy === step.step;
  return html`
    <div class="do">
      ${step.rooms.length > 0 ? roomChoice(step, parts) : nothing}
      <button
        type="button"
        part="record"
        class=${again ? "small" : "primary"}
        aria-disabled=${parts.busy === undefined ? "false" : "true"}
        aria-label=${again ? text.againStep(label) : text.record(label)}
        @click=${parts.record(step)}
      >
        ${busy ? text.recording : again ? text.again : text.record(label)}
      </button>
    </div>
  `;
};

const signs = { done: iconDone, next: iconNext, later: iconLater } as const;

const row = (step: VisitStepView, parts: StepParts): TemplateResult => {
  const text = parts.words.of(visitMessages);
  const dates = parts.words.dates;
  return html`
    <li class=${step.state} part="step" data-state=${step.state} aria-current=${step.state === "next" ? "step" : nothing}>
      <span class="sign">${signs[step.state]()}</span>
      <div>
        <strong>${parts.words.say(step.label)}</strong>
        <span class="unseen">(${text[step.state]})</span>
        ${
          step.at === undefined
            ? nothing
            : html`<p class="soft number">
                ${dates.moment(step.at, parts.now)}${step.by === undefined ? nothing : ` · ${step.by}`}${
                  step.room === undefined ? nothing : html` · ${parts.words.say(step.room)}`
                }
              </p>`
        }
        ${action(step, parts)}
      </div>
    </li>
  `;
};

/** The steps that policy names, in its order: each one tap, each with its time and person. */
export const stepList = (parts: StepParts): TemplateResult => html`
  <ol part="steps" aria-label=${parts.words.of(visitMessages).steps}>
    ${parts.visit.steps.map((step) => row(step, parts))}
  </ol>
`;
