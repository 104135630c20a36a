import type { SessionView } from "@cadre-care/domain";
import { html, type TemplateResult } from "lit";
import { secretField } from "./secret-field.ts";
import type { SessionTexts } from "./session.messages.ts";

export type SecretMistake = "short" | "differs";

export interface CreateSecret {
  readonly text: SessionTexts;
  readonly rules: Pick<SessionView, "minimumSecretLength" | "secretKind">;
  readonly secret: string;
  readonly again: string;
  readonly visible: boolean;
  readonly mistake: SecretMistake | undefined;
  readonly busy: boolean;
  readonly input: (secret: string) => void;
  readonly inputAgain: (secret: string) => void;
  readonly enter: (event: Event) => void;
  /** Shows and hides what is typed. */
  readonly reveal: TemplateResult;
  readonly actions: TemplateResult;
}

/** What is wrong with a secret before anybody is asked. */
export const secretMistake = (secret: string, again: string, length: number): SecretMistake | undefined =>
  secret.length < length ? "short" : secret !== again ? "differs" : undefined;

/** The first secret of this user on this machine, typed twice. */
export const createSecret = (given: CreateSecret): TemplateResult => {
  const { text, rules, mistake } = given;
  const length = rules.minimumSecretLength;
  const field = { visible: given.visible, disabled: given.busy, enter: given.enter };
  return html`
    <div><h2>${text.secretTitle}</h2></div>
    ${secretField({
      ...field,
      id: "secret",
      label: text.secret,
      value: given.secret,
      hint: rules.secretKind === "passphrase" ? text.passphraseHow(length) : text.secretHow(length),
      wrong: mistake === "short" ? text.tooShort(length) : undefined,
      input: given.input,
    })}
    ${secretField({
      ...field,
      id: "again",
      label: text.secretAgain,
      value: given.again,
      wrong: mistake === "differs" ? text.notSame : undefined,
      input: given.inputAgain,
    })}
    ${given.reveal}
    <div class="row">${given.actions}</div>
  `;
};
