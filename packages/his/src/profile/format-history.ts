import { failure, type Result, success } from "@cadre-care/domain";
import type { z } from "zod";
import { invalidProfile } from "./invalid-profile.ts";

/** A format that profiles made for an earlier version of the product are in. */
export interface OlderFormat {
  readonly version: number;
  /** The same profile one version later, or why it is no profile of this version. */
  readonly toNext: (profile: unknown) => Result<unknown>;
}

/** The newest format, and every older one that is still read, in ascending order without a gap. */
export interface FormatHistory<Newest> {
  readonly version: number;
  readonly newest: z.ZodType<Newest>;
  readonly older: readonly OlderFormat[];
}

/**
 * One step of the history.
 * @param schema what a profile of this version looks like, defaults included
 * @param toNext writes it one version later, with the new `formatVersion`
 */
export const olderFormat = <Profile>(
  version: number,
  schema: z.ZodType<Profile>,
  toNext: (profile: Profile) => unknown,
): OlderFormat => ({
  version,
  toNext: (profile) => {
    const parsed = schema.safeParse(profile);
    return parsed.success ? success(toNext(parsed.data)) : invalidProfile(schema, profile, parsed.error);
  },
});

const formatVersionOf = (value: unknown): unknown =>
  typeof value === "object" && value !== null && "formatVersion" in value ? value.formatVersion : undefined;

const tooNew = (version: number, newest: number): Result<never> =>
  failure("profile-newer", {
    vi: `Hồ sơ trang thuộc định dạng ${version}, mới hơn bản đang cài (${newest}). Hãy cập nhật bộ công cụ rồi đóng gói lại.`,
    en: `The site profile has format ${version}, newer than this version knows (${newest}). Update the tools, then pack again.`,
  });

const notCarriedOver = (version: number): Result<never> =>
  failure("profile-not-carried-over", {
    vi: `Hồ sơ trang thuộc định dạng ${version} không chuyển sang định dạng mới được. Hãy lập lại hồ sơ và báo nhà phát triển.`,
    en: `The site profile of format ${version} could not be carried over to the newer format. Draft it again and tell the developers.`,
  });

/**
 * Reads a profile of any format that the history knows: as what it says it is, then step by step, each result checked as
 * a profile of its own version before the next step.
 * Problems: `profile-newer`; `profile-invalid`, when it is none of the version that it names; `profile-not-carried-over`,
 * when a step made something that is no profile.
 */
export const readThroughHistory = <Newest>(
  value: unknown,
  { version, newest, older }: FormatHistory<Newest>,
): Result<Newest> => {
  const stated = formatVersionOf(value);
  if (typeof stated === "number" && stated > version) return tooNew(stated, version);
  let profile = value;
  const start = older.findIndex((format) => format.version === stated);
  const steps = start < 0 ? [] : older.slice(start);
  for (const [index, step] of steps.entries()) {
    const next = step.toNext(profile);
    if (!next.ok) return index === 0 ? next : notCarriedOver(step.version - 1);
    profile = next.value;
  }
  const parsed = newest.safeParse(profile);
  if (parsed.success) return success(parsed.data);
  return steps.length > 0 ? notCarriedOver(version - 1) : invalidProfile(newest, profile, parsed.error);
};
