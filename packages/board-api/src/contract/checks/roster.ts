import { CODE_SYSTEMS, TAGS } from "@cadre-care/fhir";
import { z } from "zod";
import type { Answer } from "../calls.ts";
import { matchesOf, nextLink } from "./all-matches.ts";
import { holds, NotAsked, permitted, same } from "./findings.ts";
import type { Ground } from "./ground.ts";
import { leadsAway } from "./next-link.ts";

const ROSTER = encodeURIComponent(`${CODE_SYSTEMS.tag}|${TAGS.roster}`);

const onRoster = z.looseObject({
  id: z.string(),
  meta: z.looseObject({
    lastUpdated: z.string(),
    tag: z.array(z.looseObject({ system: z.string().optional(), code: z.string().optional() })),
  }),
});
const flagSchema = z.looseObject({ id: z.string(), subject: z.object({ reference: z.string() }) });

/** Reads pages of the roster's Flags as machines do. `pages`: how many at most. */
export const rosterPages = async ({ desk, url }: Ground, size: number, pages: number) => {
  const found = new Map<string, string>();
  const included = new Set<string>();
  const wanted = new Set<string>();
  const totals: (number | undefined)[] = [];
  let asOf: string | undefined;
  let last = Number.NEGATIVE_INFINITY;
  let next: string | undefined =
    `/Flag?_tag=${ROSTER}&_lastUpdated=gt2000-01-01T00:00:00Z&_include=Flag:subject&_sort=_lastUpdated&_count=${size}`;
  for (let page = 0; next !== undefined && page < pages; page += 1) {
    const answer: Answer = permitted(await desk.get(next));
    same("status of a page of the roster", 200, answer.status);
    const { bundle } = answer;
    holds("it is a Bundle of type searchset", bundle.type === "searchset");
    asOf ??= bundle.meta?.lastUpdated;
    holds("the first page says as of when it is (Bundle.meta.lastUpdated)", asOf !== undefined);
    totals.push(bundle.total);
    for (const { resource, search } of bundle.entry) {
      if (search?.mode === "include") included.add(String(resource?.id));
    }
    for (const resource of matchesOf(answer)) {
      const read = onRoster.safeParse(resource);
      holds("each match has id, meta.lastUpdated and meta.tag", read.success);
      if (!read.success) continue;
      const { id, meta } = read.data;
      holds("each match carries the tag that was asked for", isTagged(meta.tag));
      holds("no match comes twice", !found.has(id));
      const updated = Date.parse(meta.lastUpdated);
      holds("matches come oldest change first", updated >= last);
      last = updated;
      const flag = flagSchema.safeParse(resource);
      const person = flag.success ? (flag.data.subject.reference.split("/").at(-1) ?? "") : "";
      found.set(id, person);
      wanted.add(person);
    }
    holds("a page holds no more matches than asked for", matchesOf(answer).length <= size);
    holds(
      "every Flag's Patient is included",
      [...wanted].every((id) => included.has(id)),
    );
    next = nextLink(answer);
    holds("the next page is at the same board", next === undefined || !leadsAway(next, `${url}/fhir`));
  }
  return { found, included, totals, asOf };
};

const isTagged = (tags: readonly { system?: string | undefined; code?: string | undefined }[]): boolean =>
  tags.some(({ system, code }) => system === CODE_SYSTEMS.tag && code === TAGS.roster);

const PAGE = 2;
const PAGES = 4;

/** `_tag`, `_lastUpdated`, `_sort`, `_include`, `_count` and `link[next]`, all together as a synchronisation asks. */
export const rosterRead = async (ground: Ground) => {
  const read = await rosterPages(ground, PAGE, PAGES);
  if (read.found.size <= PAGE) throw new NotAsked("no-roster");
  const { desk } = ground;
  const since = async (bound: string): Promise<number> =>
    matchesOf(permitted(await desk.get(`/Flag?_tag=${ROSTER}&_lastUpdated=${bound}&_count=1`))).length;
  same("people on the roster that changed after the year 2200", 0, await since("gt2200-01-01T00:00:00Z"));
  same("people on the roster that changed before the year 2000", 0, await since("lt2000-01-01T00:00:00Z"));
  return read;
};

/** The parts of given persons, several in one request: `_id`, `subject` and `patient` with commas. */
export const personsRead = async (ground: Ground) => {
  const some = permitted(await ground.desk.get(`/Flag?_tag=${ROSTER}&_count=10`));
  same("status of a search by tag", 200, some.status);
  const [one, other] = [...new Set(matchesOf(some).flatMap(({ subject }) => idIn(subject) ?? []))];
  if (one === undefined || other === undefined) throw new NotAsked("no-roster");
  const both = `Patient/${one},Patient/${other}`;
  for (const [query, element] of [
    [`/Patient?_tag=${ROSTER}&_id=${one},${other}&_count=200`, undefined],
    [`/Flag?_tag=${ROSTER}&subject=${both}&_count=200`, "subject"],
    [`/EpisodeOfCare?_tag=${ROSTER}&patient=${both}&_count=200`, "patient"],
  ] as const) {
    const answer = permitted(await ground.desk.get(query));
    same("status of a search for two persons at once", 200, answer.status);
    const ids = matchesOf(answer).map((resource) => (element ? idIn(resource[element]) : resource.id));
    holds("both are found", ids.includes(one) && ids.includes(other));
    holds(
      "nobody else is",
      ids.every((id) => id === one || id === other),
    );
  }
};

const idIn = (reference: unknown): string | undefined =>
  z.object({ reference: z.string() }).safeParse(reference).data?.reference.split("/").at(-1);
