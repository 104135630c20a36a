import { readSiteProfile, type SiteProfile } from "@cadre-care/his";
import { browser } from "../../browser.ts";

const KEY = "saved-profile";

/** Remembers what was saved last. It holds addresses, selectors and headers, and nothing of any patient. */
export const rememberProfile = (profile: SiteProfile): void =>
  void browser.storage.local.set({ [KEY]: profile }).catch(() => undefined);

/** The profile that was saved last on this machine; undefined where there is none, or none that can be read. */
export const rememberedProfile = async (): Promise<SiteProfile | undefined> => {
  const stored = await browser.storage.local.get(KEY).catch(() => ({}));
  const read = readSiteProfile(Reflect.get(stored, KEY));
  return read.ok ? read.value : undefined;
};
