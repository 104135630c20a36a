import type { CareService } from "@cadre-care/domain";
import { ContextConsumer } from "@lit/context";
import { LitElement, type PropertyDeclarations } from "lit";
import { LanguageController } from "../language/language-controller.ts";
import { careServiceContext } from "./contexts.ts";

/** Milliseconds after which Vietnamese is better than nothing. */
const PATIENCE = 1_000;
const longEnough = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, PATIENCE));

/**
 * What every element of ours has in common: a service (its own, else the surrounding one), a language, and the rule
 * that only real clicks and keys act where the surroundings are not trusted.
 */
export abstract class CadreElement extends LitElement {
  // Without decorators: the smallest elements of ours have no others.
  static override properties: PropertyDeclarations = {
    service: { attribute: false },
    language: {},
    requireTrusted: { type: Boolean, attribute: "require-trusted" },
  };

  /** Service of this element alone. Without it the one of the surrounding context is used, if there is one. */
  service: CareService | undefined;

  /**
   * `vi`, `en`, or the tag of a language that the page registered (`registerLanguage`). Without it the language of the
   * surrounding context or of the session.
   */
  language: string | undefined;

  /** Clicks and keys made by script do nothing. */
  requireTrusted = false;

  readonly #context = new ContextConsumer(this, { context: careServiceContext, subscribe: true });

  #awaited: Promise<void> | undefined;

  protected readonly words = new LanguageController(this, () => this.care);

  /** What is shown first is in one language: texts that are not here yet are waited for, but not for long. */
  protected override scheduleUpdate(): undefined | Promise<void> {
    const { coming } = this.words;
    if (coming !== undefined)
      this.waitFor(
        coming.then((came) => {
          if (came) this.requestUpdate();
        }),
      );
    // A later update may be about another patient, and waits for nothing.
    if (coming !== undefined && !this.hasUpdated)
      return Promise.race([coming, longEnough()]).then(() => this.performUpdate());
    super.scheduleUpdate();
    return undefined;
  }

  /** A part together with its texts: they become known when it is loaded, and it is drawn in one language. */
  protected async worded<Part>(part: Promise<Part>): Promise<Part> {
    const loaded = await part;
    await this.words.coming;
    return loaded;
  }

  /** `updateComplete` settles after this: something that is on its way, and is drawn when it comes. */
  protected waitFor(coming: Promise<void>): void {
    this.#awaited = this.#awaited === undefined ? coming : Promise.all([this.#awaited, coming]).then();
  }

  protected override async getUpdateComplete(): Promise<boolean> {
    const complete = await super.getUpdateComplete();
    const awaited = this.#awaited;
    if (awaited === undefined) return complete;
    await awaited;
    if (this.#awaited === awaited) this.#awaited = undefined;
    return this.getUpdateComplete();
  }

  /** The service that this element uses now. */
  protected get care(): CareService | undefined {
    return this.service ?? this.#context.value;
  }

  /** Wraps a handler of a click or key that does something. */
  protected acting<Kind extends Event>(act: (event: Kind) => void): (event: Kind) => void {
    return (event) => {
      if (event.isTrusted || !this.requireTrusted) act(event);
    };
  }
}
