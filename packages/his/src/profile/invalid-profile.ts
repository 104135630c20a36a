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
const reasons = (issue: z.core.$ZodIssue, twin: z.core.$ZodIssue | undefined): LocalizedText => {
  const en = issue.message;
  return isRefusal(en) ? REFUSALS[en] : { vi: twin?.message ?? "", en };
};

/** Faults that a message names; who corrects that many looks again anyway. */
const MOST_NAMED = 5;

/** `profile-invalid`: the faulty paths and why, five of them at the most and how many more there are, in both languages. */
export const invalidProfile = (schema: z.ZodType, value: unknown, { issues }: z.ZodError): Result<never> => {
  const twins = schema.safeParse(value, { error: inVietnamese }).error?.issues ?? [];
  const named = issues.slice(0, MOST_NAMED).map((issue, index) => ({
    path: dotted(issue.path) || "$",
    reason: reasons(issue, twins[index]),
  }));
  const more = issues.length - named.length;
  const vi = named.map(({ path, reason }) => `mục «${path}» sai (${reason.vi})`).join("; ");
  const en = named.map(({ path, reason }) => `“${path}” is wrong (${reason.en})`).join("; ");
  return failure("profile-invalid", {
    vi: `Hồ sơ trang không dùng được: ${vi}${more > 0 ? `; và ${more} mục khác` : ""}. Hãy sửa ${issues.length > 1 ? "các mục" : "mục"} này hoặc dùng bản trước.`,
    en: `The site profile cannot be used: ${en}${more > 0 ? `; and ${more} more` : ""}. Correct ${issues.length > 1 ? "them" : "it"}, or keep the version before.`,
  });
};
