import {
  MACHINE_OFF,
  type Problem,
  type SiteProfileOff,
  siteProfileOff,
  type Unsubscribe,
} from "@cadre-care/domain";
import type { SiteProfile } from "@cadre-care/his";
import type { Vault } from "@cadre-care/vault";
import type { MachineSettings } from "./managed-settings.ts";

/** Why the policy has a profile switched off, as the popup says it; undefined: it has not. */
export const offProblem = (
  off: readonly SiteProfileOff[],
  { id, version }: Pick<SiteProfile, "id" | "version">,
): Problem | undefined => {
  const reason = siteProfileOff(off, { id, version });
  return (
    reason && {
      code: "profile-off",
      message: {
        vi: `${reason.vi} (Hồ sơ trang «${id}», bản ${version}, do đơn vị quản lý tắt. Trang HIS vẫn dùng như thường; có thể quét thẻ ở ô quét.)`,
        en: `${reason.en} (Site profile “${id}”, version ${version}, switched off by the managing unit. The HIS works as ever; cards can still be scanned here.)`,
      },
    }
  );
};

/** Why this machine's managed settings have a profile switched off; undefined: they have not. */
export const machineOff = (
  { limits: { shut }, siteProfilesOff: off }: MachineSettings,
  { id }: Pick<SiteProfile, "id">,
): Problem | undefined => {
  if (shut !== undefined) return shut;
  if (off !== "all" && !off.includes(id)) return undefined;
  return {
    code: MACHINE_OFF,
    message: {
      vi: `Bộ phận CNTT đã tắt hồ sơ trang «${id}» trên máy này. Trang HIS vẫn dùng như thường; có thể quét thẻ ở ô quét.`,
      en: `The IT department has switched off the site profile “${id}” on this machine. The HIS works as ever; cards can still be scanned here.`,
    },
  };
};

/** A machine's settings as they are now, and at every change. */
export interface WatchedSettings {
  subscribe(listener: (settings: MachineSettings) => void): Unsubscribe;
}

/**
 * Whether one profile is off, and why: by this machine's settings, else by the board's policy. Told at once, then whenever
 * either says something.
 */
export const followOff = (
  vault: Pick<Vault, "switchedOff">,
  machine: WatchedSettings,
  profile: Pick<SiteProfile, "id" | "version">,
  tell: (off: Problem | undefined) => void,
): Unsubscribe => {
  let own: Problem | undefined;
  let policy: readonly SiteProfileOff[] | undefined;
  const both = (): void => {
    if (policy !== undefined) tell(own ?? offProblem(policy, profile));
  };
  const endings = [
    machine.subscribe((settings) => {
      own = machineOff(settings, profile);
      both();
    }),
    vault.switchedOff((off) => {
      policy = off;
      both();
    }),
  ];
  return () => {
    for (const end of endings) end();
  };
};
