import { failure, type LocalizedText, type Result } from "@cadre-care/domain";
import type { z } from "zod";
import vietnamese from "zod/v4/locales/vi.js";
import { isRefusal, REFUSALS } from "./refusals.ts";

const dotted = (path: readonly PropertyKey[]): string =>
  path.reduce<string>(
    (text, step) =>
      typeof step === "number" ? `${text}[${step}]` : `${text}${text === "" ? "" : "."}${String(step)}`,
    "",
  );

const inVietnamese = vietnamese().localeError;

/** An issue in both languages. */
const reasons = (issue: z.core.$ZodIssue | undefined, twin: z.core.$ZodIssue | undefined): LocalizedText => {
  const en = issue?.message ?? "";
  return isRefusal(en) ? REFUSALS[en] : { vi: twin?.message ?? "", en };
};

/** `profile-invalid`: the first faulty path, why, and how many more there are, in both languages. */
export const invalidProfile = (schema: z.ZodType, value: unknown, { issues }: z.ZodError): Result<never> => {
  const twins = schema.safeParse(value, { error: inVietnamese }).error?.issues ?? [];
  const reason = reasons(issues[0], twins[0]);
  const path = dotted(issues[0]?.path ?? []) || "$";
  const more = issues.length - 1;
  return failure("profile-invalid", {
    vi: `Hồ sơ trang không dùng được: mục «${path}» sai (${reason.vi})${more > 0 ? `, và ${more} mục khác` : ""}. Hãy sửa mục này hoặc dùng bản trước.`,
    en: `The site profile cannot be used: “${path}” is wrong (${reason.en})${more > 0 ? `, and ${more} more` : ""}. Correct it, or keep the version before.`,
  });
};
