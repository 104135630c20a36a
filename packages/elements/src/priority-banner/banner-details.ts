import type { CareService, PatientDetails, SubjectView } from "@cadre-care/domain";
import { html, nothing, type ReactiveControllerHost, type TemplateResult } from "lit";
import { DetailsController } from "../care/details-controller.ts";
import { LinkWithdrawal } from "../care/link-withdrawal.ts";
import type { LanguageController } from "../language/language-controller.ts";
import { blocks } from "../theme/blocks.styles.ts";
import { controls } from "../theme/controls.styles.ts";
import { iconReading, iconWarning } from "../theme/icons.ts";
import { notice } from "../theme/notice.ts";
import { tokens } from "../theme/tokens.styles.ts";
import { circumstancesOf } from "./circumstances.ts";
import type { StatedBy } from "./comparison.ts";
import { detailsMessages } from "./details.messages.ts";
import { detailsStyles } from "./details.styles.ts";
import { detailsOf } from "./details.ts";
import { headlineOf, isEmergency } from "./headline.ts";
import { bannerMessages } from "./priority-banner.messages.ts";
import { bannerStyles } from "./priority-banner.styles.ts";
import { siteLinkBlock } from "./site-link.ts";

export { circumstancesOf };

/** The styles of a banner with details, in place of those of the strip alone. */
export const styles = [tokens, controls, blocks, bannerStyles, detailsStyles];

/** The banner as its details see it. */
export interface DetailsSource {
  readonly words: LanguageController;
  readonly care: CareService | undefined;
  /** The patient who is shown. */
  readonly view: SubjectView | undefined;
  /** Details that the page gave. */
  readonly given: PatientDetails | undefined;
  readonly statedBy: StatedBy;
  readonly now: number;
  readonly acting: (act: () => void) => (event: Event) => void;
}

/** Everything below the strip: opened once for each patient, audited, and never drawn for another one. */
export class BannerDetails {
  readonly #host: ReactiveControllerHost;
  readonly #source: () => DetailsSource;
  readonly #opened: DetailsController;
  readonly #withdrawal: LinkWithdrawal;
  #compared: string | undefined;

  constructor(host: ReactiveControllerHost, source: () => DetailsSource) {
    this.#host = host;
    this.#source = source;
    this.#opened = new DetailsController(host);
    this.#withdrawal = new LinkWithdrawal(host);
  }

  /** Details of exactly the patient that is shown; those of another one are never drawn. */
  get present(): PatientDetails | undefined {
    const { view, given, care } = this.#source();
    if (view === undefined) return care === undefined ? given : undefined;
    if (view.about.state !== "managed" && view.about.state !== "possible") return undefined;
    return given !== undefined && given.subject === view.subject ? given : this.#opened.for(view.subject);
  }

  /** Asks for what is missing, where details are shown. */
  update(shown: boolean): void {
    const { view, given, care } = this.#source();
    const state = view?.about.state;
    if (this.#compared !== view?.subject) this.#compared = undefined;
    const wanted = state === "managed" || (state === "possible" && this.#compared !== undefined);
    const ask = shown && wanted && given?.subject !== view?.subject;
    this.#opened.open(care, ask ? view?.subject : undefined);
    this.#withdrawal.about(view?.subject ?? given?.subject);
  }

  render(): TemplateResult {
    const { view, words, statedBy, now } = this.#source();
    const text = words.of(bannerMessages);
    const details = this.present;
    const emergency = (view !== undefined && isEmergency(view)) || details?.emergency === true;
    return html`
      <section class="stack" part="details" aria-label=${words.of(detailsMessages).label} data-state=${headlineOf(view, words).name}>
        ${this.#head(view, details, emergency)}
        ${
          view === undefined
            ? nothing
            : view.warnings.map((warning) =>
                notice("caution", iconWarning(), text.advice, words.explain(warning)),
              )
        }
        ${
          details === undefined
            ? this.#waiting(view)
            : detailsOf(details, view, emergency, words, statedBy, this.#link(details))
        }
        ${
          view === undefined
            ? nothing
            : circumstancesOf(view, words, now)
                .filter((entry) => entry.word !== headlineOf(view, words).title)
                .map((entry) => notice("plain", entry.icon, entry.word, entry.advice))
        }
      </section>
    `;
  }

  #link({ subject, link }: PatientDetails): TemplateResult | typeof nothing {
    const { care, words, now, acting } = this.#source();
    const act =
      care &&
      ((what: "ask" | "keep" | "withdraw") =>
        acting(() => {
          if (what === "withdraw") void this.#withdrawal.withdraw(care, subject);
          else this.#withdrawal.ask(what === "ask");
        }));
    return siteLinkBlock({ link, withdrawal: this.#withdrawal, words, now, act });
  }

  #head(
    view: SubjectView | undefined,
    details: PatientDetails | undefined,
    emergency: boolean,
  ): TemplateResult | typeof nothing {
    const { words } = this.#source();
    const text = words.of(bannerMessages);
    const headline = headlineOf(view, words);
    if (view === undefined && details !== undefined)
      return emergency ? notice("urgent", iconWarning(), text.emergency, text.emergencyHow) : nothing;
    if (headline.name === "managed") {
      const confirm = view?.about.state === "managed" && view.about.confirm;
      const { confirmHow } = words.of(detailsMessages);
      return confirm ? notice("caution", iconWarning(), text.confirm, confirmHow) : nothing;
    }
    return notice(headline.tone, headline.icon, headline.title, headline.body);
  }

  #waiting(view: SubjectView | undefined): TemplateResult | typeof nothing {
    const { words, care, acting } = this.#source();
    const text = words.of(detailsMessages);
    if (this.#opened.problem !== undefined) {
      const { failed, retry } = text;
      const again = acting(() => this.#opened.retry());
      return notice(
        "urgent",
        iconWarning(),
        failed,
        words.explain(this.#opened.problem),
        html`<button type="button" @click=${again}>${retry}</button>`,
      );
    }
    if (this.#opened.busy) return notice("plain", iconReading(), text.opening);
    if (view?.about.state === "possible" && care !== undefined && view.subject !== undefined) {
      const compare = acting(() => {
        this.#compared = view.subject;
        this.#host.requestUpdate();
      });
      return html`<div><button type="button" @click=${compare}>${text.compare}</button></div>`;
    }
    return nothing;
  }
}
