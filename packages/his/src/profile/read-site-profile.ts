import { failure, type Result } from "@cadre-care/domain";
import { type FormatHistory, readThroughHistory } from "./format-history.ts";
import { type SiteProfile, siteProfileSchema } from "./site-profile.ts";

/** Format 1 is the first: nothing older exists. A format 2 puts `olderFormat(1, …)` here. */
const SITE_PROFILE_FORMATS: FormatHistory<SiteProfile> = {
  version: 1,
  newest: siteProfileSchema,
  older: [],
};

/**
 * Checks a site profile from a file or from the board, given as JSON text or as the parsed value, and carries one of an
 * older format over to the newest.
 * Problems: `profile-not-json`, `profile-newer` (made for a later version of the product), `profile-invalid` (the message
 * names the first faulty path and how many more there are), `profile-not-carried-over`.
 */
export const readSiteProfile = (json: unknown): Result<SiteProfile> => {
  let value = json;
  if (typeof json === "string")
    try {
      value = JSON.parse(json);
    } catch {
      return failure("profile-not-json", {
        vi: "Hồ sơ trang không phải là JSON hợp lệ. Hãy kiểm tra tệp có bị cắt hoặc sửa nhầm không.",
        en: "The site profile is not valid JSON. Check whether the file was cut off or edited by mistake.",
      });
    }
  return readThroughHistory(value, SITE_PROFILE_FORMATS);
};
