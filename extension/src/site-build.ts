import type { BoardKey } from "@cadre-care/fhir";
import type { SiteProfile } from "@cadre-care/his";
import type { VaultOptions } from "@cadre-care/vault";

/** Everything that is fixed when a hospital's build is packed (DESIGN 6, two builds). Injected by extension/build. */
export interface SiteBuild {
  readonly browser: "chromium" | "firefox";
  /** Base address of the board, without a trailing slash. */
  readonly board: string;
  /** Only documents that one of these signed are taken from the board. */
  readonly boardKeys: readonly BoardKey[];
  readonly clientId: string;
  readonly version: string;
  readonly profiles: readonly SiteProfile[];
  /** The board's public keys: for escrow, and for commands to this machine. Absent: the machine cannot be enrolled. */
  readonly machineKeys?: VaultOptions["machineKeys"];
  /** A machine without managed settings stays shut. */
  readonly needsManagedSettings: boolean;
}

declare const __SITE_BUILD__: SiteBuild;

export const siteBuild: SiteBuild = __SITE_BUILD__;

/** The hospital of the machines that this build is for, as the board's policy calls it. */
export const packedSite = siteBuild.profiles[0]?.site ?? "";

/** The profiles that apply at an origin. Match patterns know no ports in Firefox, so the origin is compared here. */
export const profilesAt = (origin: string): readonly SiteProfile[] =>
  siteBuild.profiles.filter((profile) => profile.origins.includes(origin));
