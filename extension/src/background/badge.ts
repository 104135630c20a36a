import type { Vault } from "@cadre-care/vault";
import { browser } from "../browser.ts";

const PARKED_COLOUR = "#b3261e";
const WAITING_COLOUR = "#8a5a00";

/** The number of waiting entries on the toolbar button: a count, never a name (DESIGN rule 4). */
export const showQueueOnButton = (vault: Vault): void => {
  vault.scope("button").subscribe("outbox", ({ waiting, parked }) => {
    const count = waiting + parked;
    void browser.action.setBadgeText({ text: count === 0 ? "" : String(Math.min(count, 999)) });
    void browser.action.setBadgeBackgroundColor({ color: parked > 0 ? PARKED_COLOUR : WAITING_COLOUR });
  });
};
