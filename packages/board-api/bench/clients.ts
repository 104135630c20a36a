import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { generateProvince } from "@cadre-care/domain/synthetic";
import { CODE_SYSTEMS, stepBundle } from "@cadre-care/fhir";
import { type Answer, Desk } from "../src/contract/desk.ts";
import { author, checkIn, SEED, view } from "../src/contract/samples.ts";

/** Managed people of one province. */
export const LOAD_PEOPLE = 1_500;

export type Operation = "check-in" | "step" | "view" | "roster" | "visits";

/** What a hundred requests of a desk are: mostly views and steps, and what every client asks for from time to time. */
const MIX: readonly (readonly [Operation, number])[] = [
  ["view", 35],
  ["step", 25],
  ["check-in", 15],
  ["visits", 15],
  ["roster", 10],
];

export interface Sample {
  readonly operation: Operation;
  readonly milliseconds: number;
  readonly ok: boolean;
}

const drawn = (): Operation => {
  let left = Math.random() * 100;
  for (const [operation, share] of MIX) {
    left -= share;
    if (left < 0) return operation;
  }
  return "view";
};

const people = generateProvince({ seed: SEED, people: LOAD_PEOPLE, referenceDate: "2026-11-22" });
const anybody = (): string => people[Math.floor(Math.random() * people.length)]?.personId ?? "";
const roster = encodeURIComponent(`${CODE_SYSTEMS.tag}|roster`);
const minutesAgo = (minutes: number): string => new Date(Date.now() - minutes * 60_000).toISOString();

/** One desk of one hospital: it knows the visits that it opened. */
class Client {
  readonly #desk: Desk;
  #visit: { readonly id: string; readonly personId: string } | undefined;

  constructor(url: string, token: string) {
    this.#desk = new Desk(url, token);
  }

  async act(): Promise<Sample> {
    const wanted = drawn();
    const operation = wanted === "step" && this.#visit === undefined ? "check-in" : wanted;
    const from = performance.now();
    const ok = await this.#request(operation).then(
      ({ status }) => status === 200,
      () => false,
    );
    return { operation, milliseconds: performance.now() - from, ok };
  }

  async #request(operation: Operation): Promise<Answer> {
    switch (operation) {
      case "view":
        return this.#desk.transact(view(anybody()).bundle);
      case "visits":
        return this.#desk.get(`/Encounter?_lastUpdated=gt${minutesAgo(1)}&_sort=_lastUpdated&_count=200`);
      case "roster":
        return this.#desk.get(
          `/Flag?_tag=${roster}&_lastUpdated=gt${minutesAgo(-60)}&_include=Flag:subject&_sort=_lastUpdated&_count=500`,
        );
      case "check-in": {
        const personId = anybody();
        const answer = await this.#desk.transact(checkIn({ personId }).bundle);
        const id = answer.bundle.entry[0]?.response?.location?.split("/")[1];
        if (id !== undefined) this.#visit = { id, personId };
        return answer;
      }
      case "step": {
        const { id = "", personId = "" } = this.#visit ?? {};
        const step = {
          entry: randomUUID(),
          provenanceEntry: randomUUID(),
          personId,
          encounter: `Encounter/${id}`,
          step: "dua-den",
          room: "mat",
          at: "2026-11-22T08:00:00+07:00",
        };
        return this.#desk.transact(stepBundle(step, author()));
      }
    }
  }
}

/**
 * So many clients for so long, each with a pause of `thinkMs` on average between two requests.
 * @param urls board processes; clients take turns
 */
export const runClients = async (options: {
  readonly urls: readonly string[];
  readonly token: string;
  readonly clients: number;
  readonly thinkMs: number;
  readonly milliseconds: number;
}): Promise<readonly Sample[]> => {
  const samples: Sample[] = [];
  const end = Date.now() + options.milliseconds;
  const work = async (index: number): Promise<void> => {
    const client = new Client(options.urls[index % options.urls.length] ?? "", options.token);
    const rest = (ms: number): Promise<void> => pause(Math.max(0, Math.min(ms, end - Date.now())));
    await rest(Math.random() * options.thinkMs);
    while (Date.now() < end) {
      samples.push(await client.act());
      await rest(-Math.log(1 - Math.random()) * options.thinkMs);
    }
  };
  await Promise.all(Array.from({ length: options.clients }, (_, index) => work(index)));
  return samples;
};
