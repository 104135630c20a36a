import { z } from "zod";

const code = z.string().regex(/^[a-z0-9][a-z0-9-]{0,63}$/);
const text = z.strictObject({ vi: z.string().min(1), en: z.string().min(1) });

/** A room or clinic that a process names. */
const room = z.strictObject({ id: code, label: text, directions: text.optional() });

/**
 * A step of a visit (bước): each is one tap. `effect` says what the step does to the visit:
 * `arrives` opens it, `examines` starts the clinical part, `returns-results` stops the result clock, `closes` ends it.
 */
const step = z.strictObject({
  id: code,
  label: text,
  effect: z.enum(["arrives", "none", "examines", "starts-result-clock", "returns-results", "closes"]),
  /** A step that asks where to (đưa đón đến chuyên khoa): ids of rooms. */
  rooms: z.array(code).default([]),
  repeatable: z.boolean().default(false),
});

/** A service process (quy trình phục vụ): which room, which escort, which form. Never a place in a queue. */
const process = z.strictObject({
  id: code,
  /** Short and neutral, fit to be read over a shoulder: "Quy trình A". */
  label: text,
  room: code,
  escort: z.boolean(),
  instruction: text,
  nextStep: text,
  steps: z.array(code).min(1),
});

const tier = z.strictObject({ code, label: text, process: code });

/**
 * Everything that differs between provinces and is no secret: units, tiers, processes, rooms, steps, texts.
 * Delivered by the board as a versioned Library resource (DESIGN 4), never hard-coded (DESIGN rule 8).
 * `resultHours`: hours within which individual results are returned (TT 32/2023/TT-BYT; DOMAIN 3.1), null for no clock.
 */
export const policySchema = z
  .strictObject({
    schemaVersion: z.literal(1),
    version: z.string().min(1),
    unit: z.strictObject({ id: code, name: text, contact: text }),
    /** `clinic`: identifier of the site's clinic for managed people, as Patient.generalPractitioner names it. */
    sites: z.array(z.strictObject({ id: code, name: text, clinic: z.string().min(1) })).min(1),
    tiers: z.array(tier).min(1),
    /** Tier codes of persons who are dealt with elsewhere (DESIGN rule 6). Refused at the API and in the client. */
    refusedTiers: z.array(code),
    processes: z.array(process).min(1),
    rooms: z.array(room),
    steps: z.array(step).min(1),
    alerts: z.array(z.strictObject({ code, label: text })),
    resultHours: z.number().int().positive().nullable(),
    statutoryAge: z.number().int().positive(),
    session: z.strictObject({
      idleLockMinutes: z.number().int().min(1).max(120),
      minimumSecretLength: z.number().int().min(6).max(64),
      /** `pin`: digits will do. `passphrase`: must withstand somebody who has the disk (docs/vault-states.md). */
      secretKind: z.enum(["pin", "passphrase"]).optional(),
      /** Wrong secrets after which a user's slot opens through the board only, while the board can be reached. */
      secretTries: z.number().int().min(5).max(100).optional(),
      rosterStaleHours: z.number().int().positive(),
      distinctIdentifiersPerPage: z.number().int().min(100),
    }),
    /** Days for which a machine keeps receipts of what was delivered; 30 where it is not said. */
    receiptDays: z.number().int().min(1).max(3650).optional(),
    /**
     * Forms that the unit has compared with the official text, each as `url|version` of its Questionnaire. Every other
     * one says "Mẫu tham khảo" wherever it is shown.
     */
    confirmedForms: z.array(z.string().regex(/^[^|\s]+\|[^|\s]+$/)).optional(),
    /** Hospitals that a referral may name. */
    receivingHospitals: z.array(z.strictObject({ id: code, name: text })).optional(),
    /**
     * Health classes of cadres (A, B1 …), best first, in the unit's own words: their meaning is not verified (DOMAIN
     * 3.4). Absent or empty: no form asks for one.
     */
    cadreClasses: z
      .array(z.strictObject({ code: z.string().regex(/^[A-Z][0-9]?$/), label: text }))
      .optional(),
    /** Days off that are no weekends (yyyy-MM-dd): the working days of a referral leave them out. */
    holidays: z.array(z.iso.date()).optional(),
    /**
     * Site profiles that are switched off, and what the popup says about it. `upTo`: a corrected one, of a later version,
     * is used again; without it every version is off.
     */
    siteProfilesOff: z
      .array(
        z.strictObject({
          profile: code,
          upTo: z
            .string()
            .regex(/^[0-9A-Za-z][0-9A-Za-z.-]{0,39}$/)
            .optional(),
          reason: z.strictObject({ vi: z.string().min(1).max(500), en: z.string().min(1).max(500) }),
        }),
      )
      .max(200)
      .optional(),
    /** Short guide for emergencies (tài liệu xử trí cấp cứu), cached for offline use. */
    guide: text.optional(),
  })
  .superRefine((policy, context) => {
    const check = (known: ReadonlySet<string>, used: string, path: (string | number)[]) => {
      if (!known.has(used)) context.addIssue({ code: "custom", path, message: `unknown reference: ${used}` });
    };
    const processes = new Set(policy.processes.map((entry) => entry.id));
    const rooms = new Set(policy.rooms.map((entry) => entry.id));
    const steps = new Set(policy.steps.map((entry) => entry.id));
    const refused = new Set(policy.refusedTiers);
    policy.tiers.forEach((entry, index) => {
      check(processes, entry.process, ["tiers", index, "process"]);
      if (refused.has(entry.code))
        context.addIssue({
          code: "custom",
          path: ["tiers", index, "code"],
          message: `refused tier: ${entry.code}`,
        });
    });
    policy.processes.forEach((entry, index) => {
      check(rooms, entry.room, ["processes", index, "room"]);
      for (const used of entry.steps) check(steps, used, ["processes", index, "steps"]);
    });
    policy.steps.forEach((entry, index) => {
      for (const used of entry.rooms) check(rooms, used, ["steps", index, "rooms"]);
    });
  });

export type Policy = z.infer<typeof policySchema>;
export type PolicyProcess = Policy["processes"][number];
export type PolicyStep = Policy["steps"][number];
export type PolicyTier = Policy["tiers"][number];
export type SiteProfileOff = NonNullable<Policy["siteProfilesOff"]>[number];
export type PolicyRoom = Policy["rooms"][number];
