import { z } from "zod";
import type { Answer, Desk } from "../calls.ts";
import { ifMatchOf } from "../checks/entries.ts";
import type { Traces } from "./traces.ts";

export interface CleanedUp {
  readonly deleted: number;
  /** Taken out of use: cancelled, entered in error, inactive. */
  readonly retired: number;
  /** Kept by the server, by type. */
  readonly left: Readonly<Record<string, number>>;
}

/** How a resource of a type says that it is of no use, where a server deletes nothing. */
const OUT_OF_USE: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  Encounter: { status: "entered-in-error" },
  Task: { status: "entered-in-error" },
  Person: { active: false },
  Patient: { active: false },
  Flag: { status: "inactive" },
  EpisodeOfCare: { status: "finished" },
  Practitioner: { active: false },
};

const done = ({ status }: Answer): boolean => status >= 200 && status < 300;
const resourceSchema = z.looseObject({ resourceType: z.string(), id: z.string() });

const retired = async (desk: Desk, reference: string): Promise<boolean> => {
  const change = OUT_OF_USE[reference.split("/")[0] ?? ""];
  if (!change) return false;
  const read = await desk.get(`/${reference}`);
  const current = read.status === 200 ? resourceSchema.safeParse(read.json).data : undefined;
  if (!current) return false;
  if (Object.entries(change).every(([element, value]) => current[element] === value)) return true;
  return done(await desk.put(`/${reference}`, { ...current, ...change }, ifMatchOf(current)));
};

const firstThat = async (
  desks: readonly Desk[],
  does: (desk: Desk) => Promise<boolean>,
): Promise<boolean> => {
  for (const desk of desks) if (await does(desk).catch(() => false)) return true;
  return false;
};

/** Takes away what a run has made: deletes it, else takes it out of use, else counts it. Never throws. */
export const cleanUp = async (traces: Traces, desks: readonly Desk[]): Promise<CleanedUp> => {
  let deleted = 0;
  let outOfUse = 0;
  const left: Record<string, number> = {};
  for (const reference of traces.references) {
    if (await firstThat(desks, async (desk) => done(await desk.send("DELETE", `/${reference}`))))
      deleted += 1;
    else if (await firstThat(desks, (desk) => retired(desk, reference))) outOfUse += 1;
    else {
      const type = reference.split("/")[0] ?? "";
      left[type] = (left[type] ?? 0) + 1;
    }
  }
  return { deleted, retired: outOfUse, left };
};
