import type { CareService, Unsubscribe } from "@cadre-care/domain";
import { ContextProvider } from "@lit/context";
import { careServiceContext, languageContext } from "./contexts.ts";

/**
 * Gives a service, and the language of its session, to every element of ours that is put below `root` from now on.
 * `root.lang` follows the language. The answer stops following.
 */
export const provideCare = (root: HTMLElement, service: CareService): Unsubscribe => {
  new ContextProvider(root, { context: careServiceContext, initialValue: service }).hostConnected();
  const language = new ContextProvider(root, { context: languageContext, initialValue: "vi" });
  language.hostConnected();
  return service.subscribe("session", (session) => {
    language.setValue(session.language);
    root.lang = session.language;
  });
};
