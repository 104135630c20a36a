import { setTimeout as pause } from "node:timers/promises";
import { z } from "zod";
import { type Answer, Desk } from "../calls.ts";
import { referenceIn } from "../checks/entries.ts";
import { leadsAway } from "../checks/next-link.ts";
import type { Traces } from "./traces.ts";

const TRIES = 4;
const LONGEST_WAIT_S = 60;
const UNSTATED_WAIT_S = 5;

const created = z.looseObject({ resourceType: z.string(), id: z.string() });
const answered = z.object({
  entry: z.array(z.object({ response: z.object({ status: z.string(), location: z.string().optional() }) })),
});

/** A desk that leaves a real board as it found it: notes what it makes, waits when it is asked to, follows no link away. */
export class SuiteDesk extends Desk {
  readonly #base: string;
  readonly #traces: Traces;

  constructor(url: string, token: string | undefined, traces: Traces) {
    super(url, token);
    this.#base = `${url}/fhir`;
    this.#traces = traces;
  }

  override async send(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Answer> {
    if (path.startsWith("http") && leadsAway(path, this.#base)) throw new RangeError("another server");
    const accepting = { accept: "application/fhir+json", ...headers };
    for (let tries = 1; ; tries += 1) {
      const answer = await super.send(method, path, body, accepting);
      const asksToWait = answer.status === 429 || answer.status === 503;
      if (asksToWait) this.#traces.waited(answer.headers.has("retry-after"));
      if (!asksToWait || tries === TRIES) {
        if (method === "POST") this.#note(answer);
        return answer;
      }
      const stated = Number(answer.headers.get("retry-after") ?? UNSTATED_WAIT_S);
      await pause(1000 * Math.min(Number.isFinite(stated) ? stated : UNSTATED_WAIT_S, LONGEST_WAIT_S));
    }
  }

  #note(answer: Answer): void {
    if (answer.status === 201) {
      const single = created.safeParse(jsonOf(answer));
      const location = referenceIn(answer.headers.get("location") ?? "");
      if (location !== undefined) this.#traces.made(location);
      else if (single.success) this.#traces.made(`${single.data.resourceType}/${single.data.id}`);
    }
    const bundle = answered.safeParse(jsonOf(answer));
    for (const { response } of bundle.data?.entry ?? []) {
      const reference = response.status.startsWith("201") ? referenceIn(response.location ?? "") : undefined;
      if (reference !== undefined) this.#traces.made(reference);
    }
  }
}

const jsonOf = (answer: Answer): unknown => {
  try {
    return answer.json;
  } catch {
    return undefined;
  }
};
