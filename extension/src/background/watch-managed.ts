import { browser } from "../browser.ts";
import { packedSite, siteBuild } from "../site-build.ts";
import { ManagedStore } from "./managed-store.ts";

/** The managed settings of this machine. `read` before the vault is opened, and at every change. */
export const managed = new ManagedStore(() => browser.storage.managed.get(null), {
  board: siteBuild.board,
  site: packedSite,
  profiles: siteBuild.profiles.map(({ id }) => id),
  required: siteBuild.needsManagedSettings,
});
