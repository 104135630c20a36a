import type { SessionView } from "@cadre-care/domain";
import type { ContextProvider } from "@lit/context";
import { languageAround, registeredLanguage } from "../language/choose-language.ts";
import { providers } from "../language/speakers.ts";
import type { languageContext } from "./contexts.ts";

/**
 * The language of everything below a provider: what its session's user chose, which the provider's `lang` follows. Until
 * somebody chose, a page in a registered language is left as it is; any other is in Vietnamese.
 */
export class ProvidedLanguage {
  readonly #root: HTMLElement;
  readonly #context: ContextProvider<typeof languageContext>;
  #session: SessionView | undefined;
  #set: string | null | undefined;
  #authored: string | null = null;

  constructor(root: HTMLElement, context: ContextProvider<typeof languageContext>) {
    this.#root = root;
    this.#context = context;
  }

  /** Follows a session from now on. */
  hear(session: SessionView): void {
    this.#session = session;
    providers.add(this);
    this.requestUpdate();
  }

  end(): void {
    providers.delete(this);
  }

  /** A language was registered, or the page changed its own. */
  requestUpdate(): void {
    if (this.#session === undefined) return;
    const { language, chosenLanguage } = this.#session;
    const chosen = chosenLanguage ?? (language === "vi" ? undefined : language);
    const present = this.#root.getAttribute("lang");
    if (present !== this.#set) this.#authored = present;
    const spoken = chosen === undefined ? undefined : (registeredLanguage(chosen) ?? language);
    this.#context.setValue(spoken ?? language);
    this.#set = spoken ?? (this.#ofPage() === undefined ? language : this.#authored);
    if (this.#set === present) return;
    if (this.#set === null) this.#root.removeAttribute("lang");
    else this.#root.setAttribute("lang", this.#set);
  }

  #ofPage(): string | undefined {
    return this.#authored === null
      ? this.#root.parentElement === null
        ? undefined
        : languageAround(this.#root.parentElement)
      : registeredLanguage(this.#authored);
  }
}
