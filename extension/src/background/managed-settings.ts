import { type Problem, type Result, success } from "@cadre-care/domain";
import type { MachineLimits } from "@cadre-care/vault";
import { z } from "zod";
import { managedProblems } from "./managed-problems.ts";

const code = z.string().regex(/^[a-z0-9][a-z0-9-]{0,63}$/);

/** A board's address as a build has it: without a slash at its end. */
const boardAddress = z
  .url({ protocol: /^https?$/ })
  .transform((address) => new URL(address).href.replace(/\/$/, ""));

/**
 * What the browser hands over: one text of JSON. Chromium publishes nothing that does not conform to the schema in the
 * package, and says so to no extension; within one text a mistake arrives here and is refused instead of left out.
 */
export const managedStorageSchema = z.strictObject({
  settings: z.string().max(20_000).meta({
    title: "Cadre Care",
    description:
      "JSON: boardAddress, site, idleLockMinutes, minimumSecretLength, secretKind, siteProfilesOff (docs/it.md, 4)",
  }),
});

/** The settings in that text. They confirm what was packed, or make stricter what holds anyway. */
export const managedSettingsSchema = z.strictObject({
  boardAddress: boardAddress.optional(),
  site: code.optional(),
  idleLockMinutes: z.number().int().min(1).max(120).optional(),
  minimumSecretLength: z.number().int().min(6).max(64).optional(),
  secretKind: z.enum(["pin", "passphrase"]).optional(),
  /** Site profiles that are switched off on this machine, or all of them, beside those of the policy. */
  siteProfilesOff: z.union([z.literal("all"), z.array(code).min(1).max(200)]).optional(),
});

export type ManagedSettings = z.infer<typeof managedSettingsSchema>;

/** What of a build managed settings are compared with. */
export interface ManagedBuild {
  readonly board: string;
  readonly site: string;
  readonly profiles: readonly string[];
  /** Without managed settings the build stays shut. */
  readonly required: boolean;
}

/** What holds on this machine. While it is shut, every profile is off. */
export interface MachineSettings {
  readonly limits: MachineLimits;
  readonly siteProfilesOff: "all" | readonly string[];
}

const LONGEST_PLACE = 60;

/** A key that is not known comes first: it may be the one that is missed. */
const refused = (within: string, { issues }: z.ZodError): Problem => {
  const issue = issues.find(({ code: kind }) => kind === "unrecognized_keys") ?? issues[0];
  const place = (key: PropertyKey | undefined): string =>
    [within, ...(issue?.path ?? []), key]
      .filter((part) => part !== undefined && part !== "")
      .map(String)
      .join(".")
      .slice(0, LONGEST_PLACE);
  return issue?.code === "unrecognized_keys"
    ? managedProblems.unknownKey(place(issue.keys[0]))
    : managedProblems.malformed(place(undefined) || "settings");
};

const parsedJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** @returns undefined where this machine has no managed settings */
const readSettings = (stored: unknown): Result<ManagedSettings | undefined> => {
  if (stored === undefined || Object.keys(Object(stored)).length === 0) return success(undefined);
  const storage = managedStorageSchema.safeParse(stored);
  if (!storage.success) return { ok: false, problem: refused("", storage.error) };
  const settings = managedSettingsSchema.safeParse(parsedJson(storage.data.settings));
  if (!settings.success) return { ok: false, problem: refused("settings", settings.error) };
  return success(settings.data);
};

/** What a build must not be used with, though it is written as it should be. */
const misfit = (settings: ManagedSettings, build: ManagedBuild): Problem | undefined => {
  const { boardAddress: board = build.board, site = build.site, siteProfilesOff: off = [] } = settings;
  if (board !== build.board) return managedProblems.otherBoard(board, build.board);
  if (site !== build.site) return managedProblems.otherSite(site, build.site);
  const stranger = off === "all" ? undefined : off.find((id) => !build.profiles.includes(id));
  return stranger === undefined ? undefined : managedProblems.unknownProfile(stranger, build.profiles);
};

/** Nothing is opened, read or sent. */
export const shutFor = (problem: Problem): MachineSettings => ({
  limits: { shut: problem },
  siteProfilesOff: "all",
});

/**
 * What managed storage says for this machine and build. Whatever is not understood keeps the machine shut: of settings
 * that someone made to be safe none is left out. `stored`: as the browser gave it; undefined or empty: there are none.
 */
export const machineSettings = (stored: unknown, build: ManagedBuild): MachineSettings => {
  const read = readSettings(stored);
  if (!read.ok) return shutFor(read.problem);
  const settings = read.value;
  if (settings === undefined)
    return build.required ? shutFor(managedProblems.missing()) : { limits: {}, siteProfilesOff: [] };
  const wrong = misfit(settings, build);
  if (wrong !== undefined) return shutFor(wrong);
  const { idleLockMinutes, minimumSecretLength, secretKind, siteProfilesOff = [] } = settings;
  return { limits: { idleLockMinutes, minimumSecretLength, secretKind }, siteProfilesOff };
};
