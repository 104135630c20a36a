import type { CareService, Result, SessionUser, SessionView } from "@cadre-care/domain";
import { html, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from "lit";
import { ActionController } from "../care/action-controller.ts";
import { CadreElement } from "../care/cadre-element.ts";
import { ClockController } from "../care/clock-controller.ts";
import { TopicController } from "../care/topic-controller.ts";
import { CadreLanguageEvent } from "../events/events.ts";
import { lengthOfTime } from "../language/spans-of-time.ts";
import { blocks } from "../theme/blocks.styles.ts";
import { controls } from "../theme/controls.styles.ts";
import { iconLocked, iconReading, iconSignedOut, iconWarning } from "../theme/icons.ts";
import { notice } from "../theme/notice.ts";
import { tokens } from "../theme/tokens.styles.ts";
import { createSecret, type SecretMistake, secretMistake } from "./create-secret.ts";
import { languageChoice } from "./language-choice.ts";
import { lockedScreen, unlocking } from "./locked-screen.ts";
import { machineSection } from "./machine-section.ts";
import { createPasskey, passkeyOutput, passkeysPossible } from "./passkey.ts";
import { passkeySection } from "./passkey-section.ts";
import { sessionMessages } from "./session.messages.ts";
import { sessionStyles } from "./session.styles.ts";
import { whoIsAtWork } from "./who.ts";

export type * from "../events/events.ts";

/**
 * Who is at work on this machine: sign in, choose an unlock code, unlock, lock, sign out, language. Never to be placed
 * inside a page of a HIS (DESIGN 6). Secrets stay in this element until they are handed over, and are gone after.
 *
 * @fires {CadreLanguageEvent} cadre-language - the user chose a language
 * @csspart notice - a block that says one thing
 */
export class CadreSession extends CadreElement {
  static override styles = [tokens, controls, blocks, sessionStyles];
  static override properties: PropertyDeclarations = {
    view: { attribute: false },
    now: { attribute: false },
    settings: { type: Boolean },
    secret: { state: true },
    again: { state: true },
    visible: { state: true },
    mistake: { state: true },
    chosen: { state: true },
    machineName: { state: true },
    passkeyAdded: { state: true },
  };

  /** What to show. Without it the service's session. */
  view: SessionView | undefined;

  /** The clock by which times are told: milliseconds since 1970. */
  now: () => number = Date.now;

  /** Also shows what is set once: enrolment of the machine by IT, a security key. For a settings page. */
  settings = false;

  private secret = "";
  private again = "";
  private visible = false;
  private mistake: SecretMistake | undefined;
  private chosen: string | undefined;
  private machineName = "";
  private passkeyAdded = false;

  readonly #followed = new TopicController(
    this,
    () => (this.view === undefined ? this.care : undefined),
    "session",
  );
  readonly #action = new ActionController(this);
  #state: SessionView["state"] | undefined;

  constructor() {
    super();
    new ClockController(this, 1_000);
  }

  get #session(): SessionView | undefined {
    return this.view ?? this.#followed.value;
  }

  protected override update(changed: PropertyValues): void {
    const state = this.#session?.state;
    if (state !== this.#state) {
      this.#state = state;
      this.#wipe();
      this.#action.problem = undefined;
    }
    super.update(changed);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#wipe();
  }

  #wipe(): void {
    this.secret = "";
    this.again = "";
    this.visible = false;
    this.mistake = undefined;
    this.chosen = undefined;
    this.passkeyAdded = false;
  }

  protected override render(): TemplateResult {
    const text = this.words.of(sessionMessages);
    const problem = this.#action.problem;
    return html`
      <section class="stack" aria-label=${text.title}>
        ${this.#content()}
        <div role="alert">
          ${problem === undefined ? nothing : notice("urgent", iconWarning(), text.failed, this.words.explain(problem))}
        </div>
        ${this.settings && this.#session !== undefined && !this.#session.shut ? this.#machine(this.#session) : nothing}
        ${this.#languages()}
      </section>
    `;
  }

  #content(): TemplateResult {
    const text = this.words.of(sessionMessages);
    const session = this.#session;
    if (session?.shut)
      return notice("urgent", iconWarning(), text.shutTitle, this.words.explain(session.shut));
    switch (session?.state) {
      case undefined:
        return notice("plain", iconReading(), text.connecting);
      case "new":
        return html`
          ${session.lost ? notice("caution", iconWarning(), text.lostTitle, text.lostHow) : nothing}
          ${notice("plain", iconSignedOut(), text.newTitle, text.newHow)}
          ${this.#button("sign-in", text.signIn, text.signingIn, (care) => care.signIn(), "primary")}
        `;
      case "needs-secret":
        return this.#create(session);
      case "needs-board":
        return html`
          ${whoIsAtWork(session, text)}
          ${notice("plain", iconLocked(), text.boardTitle, session.reason === "wiped" ? text.boardWiped : text.boardOtherUser)}
          <div class="row">
            ${this.#button("recover", text.boardOpen, text.forgetting, (care) => care.recover(), "primary")}
            ${this.#leave()}
          </div>
        `;
      case "locked":
        return this.#locked(session);
      case "open":
        return html`
          <div class="row spread">
            ${whoIsAtWork(session, text)}
            <div class="row">
              ${this.#button("lock", text.lock, text.saving, (care) => care.lock())}
              ${this.#button("switch-user", text.switchUser, text.signingIn, (care) => care.signIn(), "quiet")}
              ${this.#leave()}
            </div>
          </div>
          ${this.settings && passkeysPossible() ? this.#addPasskey() : nothing}
        `;
    }
  }

  #leave(): TemplateResult {
    const text = this.words.of(sessionMessages);
    return this.#button("sign-out", text.signOut, text.saving, (care) => care.signOut(), "quiet");
  }

  #create(session: SessionView): TemplateResult {
    const text = this.words.of(sessionMessages);
    const enter = this.acting(() => this.#onCreate(session.minimumSecretLength));
    return createSecret({
      text,
      rules: session,
      secret: this.secret,
      again: this.again,
      visible: this.visible,
      mistake: this.mistake,
      busy: this.#action.busy !== undefined,
      input: (value) => {
        this.secret = value;
        this.mistake = undefined;
      },
      inputAgain: (value) => {
        this.again = value;
        this.mistake = undefined;
      },
      enter,
      reveal: this.#reveal(),
      actions: html`${this.#submit(text.createSecret, text.saving, enter)} ${this.#leave()}`,
    });
  }

  #onCreate(length: number): void {
    const secret = this.secret;
    this.mistake = secretMistake(secret, this.again, length);
    if (this.mistake === undefined) void this.#run("create", (care) => care.createSecret(secret));
  }

  #locked(session: SessionView): TemplateResult {
    const text = this.words.of(sessionMessages);
    const who = unlocking(session, this.chosen, this.now());
    const { user, other, waitMilliseconds } = who;
    const seconds = Math.ceil(waitMilliseconds / 1_000);
    const waiting = seconds > 0;
    const time = seconds > 90 ? lengthOfTime(this.words.current, waitMilliseconds) : text.seconds(seconds);
    const enter = this.acting(() => {
      const secret = this.secret;
      if (!waiting && secret !== "")
        void this.#run("unlock", (care) =>
          other === undefined ? care.unlock(secret) : care.unlock(secret, other),
        );
    });
    return lockedScreen({
      text,
      session,
      who,
      wait: waiting ? time : undefined,
      secret: this.secret,
      visible: this.visible,
      busy: this.#action.busy !== undefined,
      choose: (id) => this.#choose(id),
      input: (value) => {
        this.secret = value;
      },
      enter,
      reveal: this.#reveal(),
      actions: html`
        ${this.#submit(text.unlock, text.unlocking, enter, waiting)}
        ${user?.passkey !== undefined && passkeysPossible() ? this.#usePasskey(user.passkey, other) : nothing}
        ${other === undefined ? this.#leave() : nothing}
      `,
      otherWays: this.#otherWays(session),
    });
  }

  #choose(id: string): void {
    this.chosen = id;
    this.secret = "";
    this.#action.problem = undefined;
  }

  #otherWays({ recoverable }: SessionView): TemplateResult {
    const text = this.words.of(sessionMessages);
    return html`
      ${
        recoverable
          ? this.#button("recover", text.forgot, text.forgetting, (care) => care.recover(), "quiet")
          : nothing
      }
      ${this.#button("other-user", text.otherUser, text.signingIn, (care) => care.signIn(), "quiet")}
    `;
  }

  #usePasskey(passkey: NonNullable<SessionUser["passkey"]>, user: string | undefined): TemplateResult {
    const text = this.words.of(sessionMessages);
    return this.#button("use-passkey", text.usePasskey, text.touching, async (care) => {
      const output = await passkeyOutput(passkey);
      if (!output.ok) return output;
      return user === undefined
        ? care.unlockWithPasskey(output.value)
        : care.unlockWithPasskey(output.value, user);
    });
  }

  #addPasskey(): TemplateResult {
    const add = this.acting(() => {
      const secret = this.secret;
      if (secret === "") return;
      void this.#run("add-passkey", async (care) => {
        const passkey = await createPasskey();
        if (!passkey.ok) return passkey;
        const answer = await care.addPasskey(secret, passkey.value);
        if (answer.ok) {
          this.secret = "";
          this.passkeyAdded = true;
        }
        return answer;
      });
    });
    return passkeySection({
      text: this.words.of(sessionMessages),
      secret: this.secret,
      added: this.passkeyAdded,
      busy: this.#action.busy !== undefined,
      adding: this.#action.busy === "add-passkey",
      input: (value) => {
        this.secret = value;
      },
      add,
    });
  }

  /** Enrolment by IT: whoever signs in for it does not become the user of this machine. */
  #machine(session: SessionView): TemplateResult | typeof nothing {
    const text = this.words.of(sessionMessages);
    const device = session.device;
    if (device === undefined) return nothing;
    const enrol = this.acting(() => {
      const name = this.machineName.trim();
      if (name !== "") void this.#run("enrol", (care) => care.enrolDevice(name));
    });
    return machineSection({
      text,
      device,
      name: this.machineName,
      busy: this.#action.busy !== undefined,
      enrolling: this.#action.busy === "enrol",
      input: (value) => {
        this.machineName = value;
      },
      enrol,
    });
  }

  #reveal(): TemplateResult {
    const change = (event: Event): void => {
      if (event.target instanceof HTMLInputElement) this.visible = event.target.checked;
    };
    return html`
      <label class="check">
        <input type="checkbox" autocomplete="off" .checked=${this.visible} @change=${change} />
        <span>${this.words.of(sessionMessages).show}</span>
      </label>
    `;
  }

  #submit(label: string, busy: string, act: (event: MouseEvent) => void, off = false): TemplateResult {
    const working = this.#action.busy === "create" || this.#action.busy === "unlock";
    return html`
      <button type="button" class="primary" part="submit" aria-disabled=${working || off ? "true" : "false"} @click=${act}>
        ${working ? busy : label}
      </button>
    `;
  }

  #button(
    name: string,
    label: string,
    busy: string,
    act: (care: CareService) => Promise<Result<SessionView>>,
    kind = "",
  ): TemplateResult {
    const click = this.acting(() => void this.#run(name, act));
    return html`
      <button type="button" class=${kind} part=${name} aria-disabled=${this.#action.busy === undefined ? "false" : "true"} @click=${click}>
        ${this.#action.busy === name ? busy : label}
      </button>
    `;
  }

  /** A wrong secret stays in the field, selected nowhere, until it is right or the user changes it. */
  async #run(name: string, act: (care: CareService) => Promise<Result<SessionView>>): Promise<void> {
    const care = this.care;
    if (care !== undefined) await this.#action.run(name, () => act(care));
  }

  #languages(): TemplateResult {
    return languageChoice({
      label: this.words.of(sessionMessages).language,
      present: this.words.current,
      choose: (language) =>
        this.acting(() => {
          if (this.dispatchEvent(new CadreLanguageEvent(language)))
            void this.#run("language", (care) => care.setLanguage(language));
        }),
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "cadre-session": CadreSession;
  }
}
