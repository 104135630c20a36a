import type { LocalizedText, Problem } from "@cadre-care/domain";
import { ContextConsumer } from "@lit/context";
import type { ReactiveController, ReactiveControllerHost } from "lit";
import { languageContext } from "../care/contexts.ts";
import { TopicController } from "../care/topic-controller.ts";
import { type Catalogue, englishComing, englishIsHere } from "./catalogue.ts";
import { Dates } from "./dates.ts";
import { furtherLanguages } from "./further.ts";

interface LanguageHost extends ReactiveControllerHost, HTMLElement {
  readonly language: string | undefined;
}

/**
 * The language of one element: its own `language`, else that of the surrounding context, else that of the session of
 * its service, else Vietnamese; where the page registered further languages, by the rules of `registerLanguage`. The
 * element renders again at every switch.
 */
export class LanguageController implements ReactiveController {
  readonly #host: LanguageHost;
  readonly #context: ContextConsumer<typeof languageContext, LanguageHost>;
  readonly #session: TopicController<"session">;
  #english = false;
  /**
   * The language of the element as it was drawn last: parts that draw themselves meanwhile are in no other. Vietnamese
   * until the texts of another one are here, so that they never mix.
   */
  current = "vi";

  constructor(host: LanguageHost, service: ConstructorParameters<typeof TopicController>[1]) {
    this.#host = host;
    this.#context = new ContextConsumer(host, { context: languageContext, subscribe: true });
    this.#session = new TopicController(
      host,
      () => (this.#host.language === undefined && this.#context.value === undefined ? service() : undefined),
      "session",
    );
    // After what it reads from, before what reads from it.
    host.addController(this);
  }

  get #wanted(): string {
    return (
      furtherLanguages()?.choose(this.#host, this.#context.value, this.#session.value) ??
      this.#host.language ??
      this.#context.value ??
      this.#session.value?.language ??
      "vi"
    );
  }

  hostUpdate(): void {
    const wanted = this.#wanted;
    this.#english ||= wanted === "en" && englishIsHere();
    this.current =
      furtherLanguages()?.spoken.has(wanted) || (this.#english && wanted === "en") ? wanted : "vi";
  }

  /** Fetches texts of the wanted language that are not here yet: true when some came. Undefined when all are here. */
  get coming(): Promise<boolean> | undefined {
    return this.#wanted === "en" ? englishComing() : undefined;
  }

  /** The texts of a catalogue in the present language. */
  of<Messages>(texts: Catalogue<Messages>): Messages {
    return (
      (furtherLanguages()?.spoken.get(this.current)?.texts[texts.part ?? ""] as Messages | undefined) ??
      texts[this.current as "en"] ??
      texts.vi
    );
  }

  /** A text that came with the data. */
  say(text: LocalizedText): string {
    return text[this.current] ?? text[furtherLanguages()?.spoken.get(this.current)?.dataIn ?? "vi"];
  }

  /** What went wrong, in words. */
  explain({ code, message }: Problem): string {
    return furtherLanguages()?.spoken.get(this.current)?.problem(code) ?? this.say(message);
  }

  /** Dates and times as they are written here. */
  get dates(): Pick<Dates, keyof Dates> {
    return furtherLanguages()?.spoken.get(this.current)?.dates ?? Dates.ours;
  }
}
