import { CODE_SYSTEMS, previousValuesQuery } from "@cadre-care/fhir";
import { z } from "zod";
import { allMatches, matchesOf } from "./all-matches.ts";
import { checkInAt, references, stepAt } from "./entries.ts";
import { holds, permitted, same } from "./findings.ts";
import type { Ground } from "./ground.ts";
import { lately } from "./lately.ts";

/** What other desks did today: Encounters that changed, oldest first, and the steps of several visits at once. */
export const visitsRead = async (ground: Ground) => {
  const { desk } = ground;
  const since = await lately(desk, "/Encounter?_sort=_lastUpdated&_count=1");
  const made: { readonly visit: string; readonly task: string }[] = [];
  for (let count = 0; count < 2; count += 1) {
    const sample = checkInAt(ground);
    const step = stepAt(ground, `urn:uuid:${sample.entry}`, sample.personId);
    const bundle = { ...sample.bundle, entry: [...sample.bundle.entry, ...step.bundle.entry] };
    const answer = permitted(await desk.transact(bundle));
    same("status of a check-in and a step in one transaction", 200, answer.status);
    const [visit = "", , task = ""] = references(answer);
    made.push({ visit, task });
  }
  const visits = await allMatches(desk, `/Encounter?_lastUpdated=gt${since}&_sort=_lastUpdated&_count=200`);
  const seen = visits.map(({ id }) => `Encounter/${String(id)}`);
  holds(
    "visits that were just made are among those that changed",
    made.every(({ visit }) => seen.includes(visit)),
  );
  const both = made.map(({ visit }) => visit).join(",");
  const tasks = (await allMatches(desk, `/Task?encounter=${both}&_count=200`)).map(
    ({ id }) => `Task/${String(id)}`,
  );
  same("steps of two visits, asked for at once", 2, tasks.length);
  holds(
    "they are the steps that were sent with the visits",
    made.every(({ task }) => tasks.includes(task)),
  );
};

const WEIGHT = `${CODE_SYSTEMS.loinc}|29463-7`;
const measured = z.looseObject({ effectiveDateTime: z.string().optional() });

/** Earlier values of a person, newest first. */
export const earlierValuesRead = async (ground: Ground) => {
  const query = new URLSearchParams(previousValuesQuery(ground.nextPerson(), [WEIGHT], 10));
  const answer = permitted(await ground.desk.get(`/Observation?${query}`));
  same("status of a search for a person's values by code, newest first", 200, answer.status);
  const days = matchesOf(answer).map((one) => Date.parse(measured.parse(one).effectiveDateTime ?? ""));
  holds(
    "the newest comes first",
    days.every((day, index) => index === 0 || day <= (days[index - 1] ?? day)),
  );
};
