import { openVault, type Vault } from "@cadre-care/vault";
import { browser } from "../browser.ts";
import { packedSite, siteBuild } from "../site-build.ts";
import { journalTurned } from "./journal.ts";
import { SessionKeyStore } from "./open-keys.ts";
import { vaultMarker } from "./vault-marker.ts";
import { wakeAt } from "./wake-alarm.ts";
import { managed } from "./watch-managed.ts";

const authorise = (url: string): Promise<string> =>
  browser.identity.launchWebAuthFlow({ url, interactive: true });

const start = async (): Promise<Vault> => {
  // Before anything is open: the machine may have to stay shut.
  await managed.read();
  let known = managed.value;
  await journalTurned();
  let wake: (() => void) | undefined;
  const vault = await openVault({
    databaseName: "cadre-care",
    board: siteBuild.board,
    boardKeys: siteBuild.boardKeys,
    clientId: siteBuild.clientId,
    redirectUri: browser.identity.getRedirectURL(),
    authorise,
    site: packedSite,
    limits: () => managed.value.limits,
    openKeys: new SessionKeyStore(),
    marker: vaultMarker,
    machineKeys: siteBuild.machineKeys,
    fetch: (...request) => fetch(...request),
    now: () => Date.now(),
    random: () => Math.random(),
    locks: navigator.locks,
    online: () => navigator.onLine,
    onWake: (at) => wakeAt(at, () => wake?.()),
  });
  wake = () => void vault.wake();
  wakeAt(vault.nextWake(), wake);
  managed.subscribe((settings) => {
    if (settings !== known) void vault.limited();
    known = settings;
  });
  return vault;
};

let opened: Promise<Vault> | undefined;

/** The vault of this background. A failed opening (full disk, private mode) is tried again at the next need. */
export const theVault = (): Promise<Vault> => {
  opened ??= start().catch((error: unknown) => {
    opened = undefined;
    throw error;
  });
  return opened;
};
