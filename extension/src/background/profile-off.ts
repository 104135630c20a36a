import { type Problem, type SiteProfileOff, siteProfileOff } from "@cadre-care/domain";
import type { SiteProfile } from "@cadre-care/his";

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
