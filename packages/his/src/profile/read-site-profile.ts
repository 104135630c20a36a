import { failure, type LocalizedText, type Result, success } from "@cadre-care/domain";
import type { z } from "zod";
import vietnamese from "zod/v4/locales/vi.js";
import { isRefusal, REFUSALS } from "./refusals.ts";
import { type SiteProfile, siteProfileSchema } from "./site-profile.ts";

const NEWEST_FORMAT = 1;

const dotted = (path: readonly PropertyKey[]): string =>
  path.reduce<string>(
    (text, step) =>
      typeof step === "number" ? `${text}[${step}]` : `${text}${text === "" ? "" : "."}${String(step)}`,
    "",
  );

const inVietnamese = vietnamese().localeError;

/** The first issue in both languages, and how many there are. */
const reasons = (issue: z.core.$ZodIssue | undefined, twin: z.core.$ZodIssue | undefined): LocalizedText => {
  const en = issue?.message ?? "";
  return isRefusal(en) ? REFUSALS[en] : { vi: twin?.message ?? "", en };
};

const formatVersionOf = (value: unknown): unknown =>
  typeof value === "object" && value !== null && "formatVersion" in value ? value.formatVersion : undefined;

/**
 * Checks a site profile from a file or from the board, given as JSON text or as the parsed value.
 * Problems: `profile-not-json`, `profile-newer` (made for a later version of the product), `profile-invalid` (the message
 * names the first faulty path and how many more there are).
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
  const formatVersion = formatVersionOf(value);
  if (typeof formatVersion === "number" && formatVersion > NEWEST_FORMAT)
    return failure("profile-newer", {
      vi: `Hồ sơ trang thuộc định dạng ${formatVersion}, mới hơn bản đang cài (${NEWEST_FORMAT}). Hãy cập nhật tiện ích.`,
      en: `The site profile has format ${formatVersion}, newer than this version knows (${NEWEST_FORMAT}). Update the extension.`,
    });
  const parsed = siteProfileSchema.safeParse(value);
  if (parsed.success) return success(parsed.data);
  const issues = parsed.error.issues;
  const twins = siteProfileSchema.safeParse(value, { error: inVietnamese }).error?.issues ?? [];
  const reason = reasons(issues[0], twins[0]);
  const path = dotted(issues[0]?.path ?? []) || "$";
  const more = issues.length - 1;
  return failure("profile-invalid", {
    vi: `Hồ sơ trang không dùng được: mục «${path}» sai (${reason.vi})${more > 0 ? `, và ${more} mục khác` : ""}. Hãy sửa mục này hoặc dùng bản trước.`,
    en: `The site profile cannot be used: “${path}” is wrong (${reason.en})${more > 0 ? `, and ${more} more` : ""}. Correct it, or keep the version before.`,
  });
};
