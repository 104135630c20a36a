import type { CareService, Language } from "@cadre-care/domain";
import { ContextConsumer } from "@lit/context";
import { LitElement } from "lit";
import { property } from "lit/decorators.js";
import { LanguageController } from "../language/language-controller.ts";
import { careServiceContext } from "./contexts.ts";

/**
 * What every element of ours has in common: a service (its own, else the surrounding one), a language, and the rule
 * that only real clicks and keys act where the surroundings are not trusted.
 */
export abstract class CadreElement extends LitElement {
  /** Service of this element alone. Without it the one of the surrounding context is used, if there is one. */
  @property({ attribute: false }) service: CareService | undefined;

  /** `vi` or `en`. Without it the language of the surrounding context or of the session. */
  @property() language: Language | undefined;

  /** Clicks and keys made by script do nothing. */
  @property({ type: Boolean, attribute: "require-trusted" }) requireTrusted = false;

  readonly #context = new ContextConsumer(this, { context: careServiceContext, subscribe: true });

  protected readonly words = new LanguageController(this, () => this.care);

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
