import type { PatientDetails } from "@cadre-care/domain";
import { html, nothing, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import type { LanguageController } from "../language/language-controller.ts";
import { iconInfo } from "../theme/icons-of-care.ts";
import { notice } from "../theme/notice.ts";
import type { VisitTexts } from "./visit-steps.messages.ts";

/** Who is checked in: stands beside the button (DESIGN 6). */
export const identity = (
  { person }: PatientDetails,
  text: VisitTexts,
  words: LanguageController,
): TemplateResult => html`
  <p class="who" part="identity">
    <span class="soft">${text.who}</span>
    <strong>${person.name}</strong>
    <span class="number">${text.born} ${words.dates.date(person.birthDate)}</span>
  </p>
`;

export interface CheckIn {
  readonly text: VisitTexts;
  /** A check-in before this one was taken back. */
  readonly undone: boolean;
  /** An identity paper must be compared first. */
  readonly confirm: boolean;
  readonly confirmed: boolean;
  /** The button was pressed before the paper was compared. */
  readonly unconfirmed: boolean;
  readonly working: boolean;
  readonly tick: (confirmed: boolean) => void;
  readonly checkIn: (event: MouseEvent) => void;
}

export const checkIn = (given: CheckIn): TemplateResult => {
  const { text, working } = given;
  const change = (event: Event): void => {
    if (event.target instanceof HTMLInputElement) given.tick(event.target.checked);
  };
  return html`
    ${given.undone ? notice("plain", iconInfo(), text.cancelled) : nothing}
    ${
      given.confirm
        ? html`<label class="check">
            <input type="checkbox" autocomplete="off" .checked=${live(given.confirmed)} @change=${change} />
            <span>${text.confirmed}</span>
          </label>`
        : nothing
    }
    ${given.unconfirmed ? html`<p class="wrong" role="alert">${text.confirmFirst}</p>` : nothing}
    <button
      type="button"
      part="check-in"
      class="primary checkin"
      aria-disabled=${working ? "true" : "false"}
      @click=${given.checkIn}
    >
      ${working ? text.checkingIn : text.checkIn}
    </button>
  `;
};
