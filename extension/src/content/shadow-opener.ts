import { browser } from "../browser.ts";

/** The part of the WebExtension API that looks into closed shadow roots; the polyfill's types do not know it. */
interface DomApi {
  openOrClosedShadowRoot(element: Element): ShadowRoot | null;
}

const isDomApi = (api: unknown): api is DomApi =>
  typeof api === "object" && api !== null && "openOrClosedShadowRoot" in api;

/** Looks into a shadow root as only an extension may, where the browser lets it. */
export const openShadowRoot = (host: Element): ShadowRoot | null => {
  const api: unknown = Reflect.get(browser, "dom");
  return isDomApi(api) ? api.openOrClosedShadowRoot(host) : null;
};
