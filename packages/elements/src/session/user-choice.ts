import type { SessionUser } from "@cadre-care/domain";
import { html, type TemplateResult } from "lit";

export interface UserChoice {
  readonly text: {
    readonly who: string;
    readonly userNumber: (ordinal: number) => string;
    readonly lastHere: string;
  };
  readonly users: readonly SessionUser[];
  readonly chosen: string | undefined;
  readonly choose: (id: string) => void;
}

/** Who unlocks, by number: before that nobody at the screen is told who works here. */
export const userChoice = ({ text, users, chosen, choose }: UserChoice): TemplateResult => html`
  <fieldset class="users">
    <legend>${text.who}</legend>
    ${users.map(
      ({ id, ordinal, current }) => html`
        <label class="check">
          <input
            type="radio"
            name="user"
            autocomplete="off"
            .checked=${id === chosen}
            @change=${() => choose(id)}
          />
          <span>${text.userNumber(ordinal)}${current ? ` (${text.lastHere})` : ""}</span>
        </label>
      `,
    )}
  </fieldset>
`;
