import type { VaultMarker } from "@cadre-care/vault";
import { browser } from "../browser.ts";

const KEY = "vault-was-here";

/**
 * In `storage.local`, which browsers keep apart from an origin's databases (Chromium in files, Firefox in a partition of
 * its own), so that it is not lost with them. Says nothing else, and goes only with the extension itself. A browser that
 * cannot tell or keep it keeps no vault shut.
 */
export const vaultMarker: VaultMarker = {
  isSet: async () => {
    const kept = await browser.storage.local.get(KEY).catch(() => undefined);
    return kept?.[KEY] === true;
  },
  set: () => browser.storage.local.set({ [KEY]: true }).catch(() => undefined),
};
