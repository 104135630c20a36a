import { html, nothing, type TemplateResult } from "lit";
import { iconDone } from "../theme/icons.ts";
import { notice } from "../theme/notice.ts";
import { secretField } from "./secret-field.ts";
import type { SessionTexts } from "./session.messages.ts";

export interface PasskeySection {
  readonly text: SessionTexts;
  readonly secret: string;
  readonly added: boolean;
  readonly busy: boolean;
  readonly adding: boolean;
  readonly input: (secret: string) => void;
  readonly add: (event: Event) => void;
}

/** Where a security key is let in beside the secret, which is asked for once more. */
export const passkeySection = ({
  text,
  secret,
  added,
  busy,
  adding,
  input,
  add,
}: PasskeySection): TemplateResult => html`
  <h2>${text.passkeyTitle}</h2>
  ${added ? notice("good", iconDone(), text.passkeyAdded) : nothing}
  ${secretField({
    id: "secret",
    label: text.secret,
    value: secret,
    visible: false,
    hint: text.passkeyHow,
    wrong: undefined,
    disabled: busy,
    input,
    enter: add,
  })}
  <div class="row">
    <button type="button" part="add-passkey" @click=${add}>${adding ? text.touching : text.passkeyAdd}</button>
  </div>
`;
