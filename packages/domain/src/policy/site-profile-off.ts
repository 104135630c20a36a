import type { SiteProfileOff } from "./policy.ts";

const pieces = (version: string): readonly (number | string)[] =>
  version.split(/[.-]/u).map((piece) => (/^\d{1,15}$/u.test(piece) ? Number(piece) : piece));

/** Less than 0: `one` is the earlier version. Pieces count as numbers where both are, as letters otherwise. */
export const compareVersions = (one: string, other: string): number => {
  const [left, right] = [pieces(one), pieces(other)];
  for (let at = 0; at < Math.max(left.length, right.length); at += 1) {
    const [a = 0, b = 0] = [left[at], right[at]];
    if (a === b) continue;
    if (typeof a === "number" && typeof b === "number") return a - b;
    return String(a) < String(b) ? -1 : 1;
  }
  return 0;
};

/** Code of the problem that says that a profile is switched off on one machine, by its IT and not by the policy. */
export const MACHINE_OFF = "machine-off";

/** Why a site profile is switched off; undefined: it is not. Of several reasons the first. */
export const siteProfileOff = (
  off: readonly SiteProfileOff[],
  profile: { readonly id: string; readonly version: string },
): SiteProfileOff["reason"] | undefined =>
  off.find(
    (entry) =>
      entry.profile === profile.id &&
      (entry.upTo === undefined || compareVersions(profile.version, entry.upTo) <= 0),
  )?.reason;
