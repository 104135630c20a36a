import type { Visit } from "@cadre-care/domain";
import {
  type BoardClient,
  type BoardFailure,
  type Encounter,
  encounterSchema,
  referencedId,
  resourcesIn,
  type Searchset,
  type Task,
  taskSchema,
  visitOf,
} from "@cadre-care/fhir";

/** A visit as the board tells it. */
export interface BoardVisit {
  readonly encounterId: string;
  readonly visit: Visit;
}

const DAY_MS = 86_400_000;
const AT_ONCE = 50;

async function pagesOf(
  client: BoardClient,
  type: string,
  parameters: Record<string, string>,
  signal?: AbortSignal,
): Promise<readonly Searchset[] | BoardFailure> {
  const pages: Searchset[] = [];
  let answer = await client.search(type, parameters, signal);
  for (;;) {
    if (answer.kind !== "success") return answer;
    pages.push(answer.body);
    const next = answer.body.link?.find((link) => link.relation === "next")?.url;
    if (next === undefined) return pages;
    answer = await client.page(next, signal);
  }
}

const isFailure = (value: readonly unknown[] | BoardFailure): value is BoardFailure => "kind" in value;

/**
 * Today's visits of one site, whichever desk opened them (docs/fhir-profile.md, Writes). `wanted` says of whom; the
 * others are dropped as they arrive.
 */
export async function boardVisits(
  client: BoardClient,
  site: string,
  day: string,
  wanted: (personId: string) => boolean,
  signal?: AbortSignal,
): Promise<readonly BoardVisit[] | BoardFailure> {
  // What was recorded today reached the board today; a day more allows for clocks. The visit's own key decides.
  const since = new Date(Date.parse(day) - DAY_MS).toISOString();
  const parameters = { _lastUpdated: `gt${since}`, _sort: "_lastUpdated", _count: "200" };
  const pages = await pagesOf(client, "Encounter", parameters, signal);
  if (isFailure(pages)) return pages;
  const encounters = pages
    .flatMap((page) => resourcesIn<Encounter>(page, "Encounter", encounterSchema).resources)
    .filter((encounter) => {
      const visit = visitOf(encounter, []);
      return (
        encounter.id !== undefined && visit?.site === site && visit.day === day && wanted(visit.personId)
      );
    });
  const tasks = await tasksOf(
    client,
    encounters.flatMap(({ id }) => id ?? []),
    signal,
  );
  if (isFailure(tasks)) return tasks;
  return encounters.flatMap((encounter) => {
    const own = tasks.filter((task) => referencedId(task.encounter, "Encounter") === encounter.id);
    const visit = visitOf(encounter, own);
    return visit && encounter.id !== undefined ? [{ encounterId: encounter.id, visit }] : [];
  });
}

async function tasksOf(
  client: BoardClient,
  ids: readonly string[],
  signal?: AbortSignal,
): Promise<readonly Task[] | BoardFailure> {
  const tasks: Task[] = [];
  for (let from = 0; from < ids.length; from += AT_ONCE) {
    const encounter = ids.slice(from, from + AT_ONCE).map((id) => `Encounter/${id}`);
    const pages = await pagesOf(client, "Task", { encounter: encounter.join(","), _count: "200" }, signal);
    if (isFailure(pages)) return pages;
    for (const page of pages) tasks.push(...resourcesIn<Task>(page, "Task", taskSchema).resources);
  }
  return tasks;
}
