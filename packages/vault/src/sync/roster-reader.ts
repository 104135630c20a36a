import type { Policy, Problem } from "@cadre-care/domain";
import {
  type BoardClient,
  type BoardFailure,
  CODE_SYSTEMS,
  type EpisodeOfCare,
  episodeOfCareSchema,
  type Flag,
  flagSchema,
  type Patient,
  patientSchema,
  referencedId,
  resourcesIn,
  type Searchset,
  TAGS,
} from "@cadre-care/fhir";
import type { DirectoryStore, RosterParts, RosterUpsert } from "../directory/directory-store.ts";
import { isNewer, joinParts } from "./join-parts.ts";

/** What a page says about people, by their id. */
export interface Arrivals {
  readonly parts: Map<string, RosterParts>;
  unreadable: number;
}

export const ROSTER_TAG = `${CODE_SYSTEMS.tag}|${TAGS.roster}`;
/** Persons asked for in one request, when their other parts are missing. */
const AT_ONCE = 50;

/** A page could not be had. */
export class PageFailure extends Error {
  readonly answer: BoardFailure;

  constructor(answer: BoardFailure) {
    super(answer.problem.code);
    this.name = "PageFailure";
    this.answer = answer;
  }
}

/** The resources of a page, each under the person that it is about; of several versions the newest. */
export function arrivalsIn(pages: readonly Searchset[]): Arrivals {
  const arrivals: Arrivals = { parts: new Map(), unreadable: 0 };
  const put = (id: string | undefined, part: Partial<RosterParts>) => {
    if (id === undefined) arrivals.unreadable += 1;
    else arrivals.parts.set(id, newest(arrivals.parts.get(id) ?? {}, part));
  };
  for (const page of pages) {
    const patients = resourcesIn<Patient>(page, "Patient", patientSchema);
    const flags = resourcesIn<Flag>(page, "Flag", flagSchema);
    const episodes = resourcesIn<EpisodeOfCare>(page, "EpisodeOfCare", episodeOfCareSchema);
    arrivals.unreadable += patients.unreadable + flags.unreadable + episodes.unreadable;
    for (const patient of patients.resources) put(patient.id, { patient });
    for (const flag of flags.resources) put(referencedId(flag.subject, "Patient"), { flag });
    for (const episode of episodes.resources) put(referencedId(episode.patient, "Patient"), { episode });
  }
  return arrivals;
}

function newest(here: RosterParts, next: Partial<RosterParts>): RosterParts {
  const patient = next.patient && isNewer(next.patient, here.patient) ? next.patient : here.patient;
  const flag = next.flag && isNewer(next.flag, here.flag) ? next.flag : here.flag;
  const episode = next.episode && isNewer(next.episode, here.episode) ? next.episode : here.episode;
  return { ...(patient ? { patient } : {}), ...(flag ? { flag } : {}), ...(episode ? { episode } : {}) };
}

const sameParts = (one: RosterParts, other: RosterParts): boolean =>
  one.patient === other.patient && one.flag === other.flag && one.episode === other.episode;

export interface Changes {
  readonly upserts: RosterUpsert[];
  readonly removals: string[];
  readonly unreadable: number;
  readonly problem?: Problem;
}

export const ROSTER_TYPES = { flag: "Flag", patient: "Patient", episode: "EpisodeOfCare" } as const;
export type RosterType = (typeof ROSTER_TYPES)[keyof typeof ROSTER_TYPES];

/** Reads resources of given persons and joins what arrived with what is here. */
export class RosterReader {
  readonly #client: BoardClient;
  readonly #directory: DirectoryStore;
  readonly #policy: Policy;
  readonly #signal: AbortSignal | undefined;

  constructor(client: BoardClient, directory: DirectoryStore, policy: Policy, signal?: AbortSignal) {
    this.#client = client;
    this.#directory = directory;
    this.#policy = policy;
    this.#signal = signal;
  }

  /** @throws PageFailure */
  async search(type: string, parameters: Record<string, string>): Promise<Searchset> {
    return this.#got(await this.#client.search(type, parameters, this.#signal));
  }

  /** @throws PageFailure */
  async page(url: string): Promise<Searchset> {
    return this.#got(await this.#client.page(url, this.#signal));
  }

  /** Every page of a search, for searches that end soon. @throws PageFailure */
  async all(type: string, parameters: Record<string, string>): Promise<Searchset[]> {
    const pages = [await this.search(type, parameters)];
    for (let next = nextOf(pages[0]); next !== undefined; next = nextOf(pages.at(-1)))
      pages.push(await this.page(next));
    return pages;
  }

  /** The resources of one type that belong to these persons. @throws PageFailure */
  async ofPersons(type: RosterType, personIds: readonly string[]): Promise<Searchset[]> {
    const pages: Searchset[] = [];
    for (let from = 0; from < personIds.length; from += AT_ONCE) {
      const some = personIds.slice(from, from + AT_ONCE);
      const name = type === "Patient" ? "_id" : type === "Flag" ? "subject" : "patient";
      const values = type === "Patient" ? some : some.map((id) => `Patient/${id}`);
      pages.push(...(await this.all(type, { _tag: ROSTER_TAG, [name]: values.join(","), _count: "200" })));
    }
    return pages;
  }

  /** All that the board's roster says about these persons. @throws PageFailure */
  async allOfPersons(personIds: readonly string[]): Promise<Searchset[]> {
    const pages: Searchset[] = [];
    for (const type of Object.values(ROSTER_TYPES)) pages.push(...(await this.ofPersons(type, personIds)));
    return pages;
  }

  /**
   * What arrived, joined with what is here. Persons whose Flag is neither here nor in what arrived are asked for: a
   * Patient alone may be one who comes back, and is kept only when an accepted Flag says so.
   */
  async changes(arrived: Arrivals): Promise<Changes> {
    const stored = await this.#directory.parts([...arrived.parts.keys()]);
    const orphans = [...arrived.parts].filter(([id, parts]) => !parts.flag && !stored.get(id)?.flag);
    const living = orphans
      .filter(([, parts]) => joinParts(parts, this.#policy).kind !== "gone")
      .map(([id]) => id);
    const fetched = arrivalsIn(living.length === 0 ? [] : await this.allOfPersons(living));
    const changes: Changes = { upserts: [], removals: [], unreadable: 0 };
    let unreadable = arrived.unreadable + fetched.unreadable;
    for (const [personId, parts] of arrived.parts) {
      const here = stored.get(personId) ?? {};
      const joined = newest(newest(here, parts), fetched.parts.get(personId) ?? {});
      if (sameParts(joined, here)) continue;
      const outcome = joinParts(joined, this.#policy);
      if (outcome.kind === "gone") {
        if (stored.has(personId)) changes.removals.push(personId);
      } else if (outcome.kind === "member") {
        changes.upserts.push({ personId, parts: joined, entry: outcome.entry });
      } else {
        if (outcome.kind === "unreadable") unreadable += 1;
        // Without a Flag that was accepted nothing of a person is kept, not even sealed.
        if (joined.flag) changes.upserts.push({ personId, parts: joined, entry: null });
        else if (stored.has(personId)) changes.removals.push(personId);
      }
    }
    return { ...changes, unreadable };
  }

  #got(answer: Awaited<ReturnType<BoardClient["page"]>>): Searchset {
    if (answer.kind !== "success") throw new PageFailure(answer);
    return answer.body;
  }
}

export const nextOf = (page: Searchset | undefined): string | undefined =>
  page?.link?.find((link) => link.relation === "next")?.url;
