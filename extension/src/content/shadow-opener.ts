import { browser } from "../browser.ts";

/** Chromium's look into closed shadow roots; the polyfill's types do not know it. */
interface DomApi {
  openOrClosedShadowRoot(element: Element): ShadowRoot | null;
}

const isDomApi = (api: unknown): api is DomApi =>
  typeof api === "object" && api !== null && "openOrClosedShadowRoot" in api;

/** Looks into a shadow root as only an extension may: a function in Chromium, a property of each element in Firefox. */
export const openShadowRoot = (host: Element): ShadowRoot | null => {
  const api: unknown = Reflect.get(browser, "dom");
  if (isDomApi(api)) return api.openOrClosedShadowRoot(host);
  const root: unknown = Reflect.get(host, "openOrClosedShadowRoot");
  return root instanceof ShadowRoot ? root : null;
};
