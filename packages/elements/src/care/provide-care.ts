import type { CareService, Unsubscribe } from "@cadre-care/domain";
import { ContextProvider } from "@lit/context";
import { careServiceContext, languageContext } from "./contexts.ts";
import { ProvidedLanguage } from "./provided-language.ts";

/**
 * Gives a service, and the language of its session, to every element of ours that is put below `root` from now on.
 * `root.lang` follows what its user chose. The answer stops following.
 */
export const provideCare = (root: HTMLElement, service: CareService): Unsubscribe => {
  new ContextProvider(root, { context: careServiceContext, initialValue: service }).hostConnected();
  const language = new ContextProvider(root, { context: languageContext, initialValue: "vi" });
  language.hostConnected();
  const spoken = new ProvidedLanguage(root, language);
  const end = service.subscribe("session", (session) => spoken.hear(session));
  return () => {
    end();
    spoken.end();
  };
};
