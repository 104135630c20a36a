import type { PreviousValue } from "@cadre-care/domain";
import {
  type BoardClient,
  CODE_SYSTEMS,
  type Observation,
  observationSchema,
  previousValuesQuery,
  resourcesIn,
  previousValues as trendsOf,
} from "@cadre-care/fhir";
import type { QuestionnaireItem } from "./questionnaire-items.ts";

/** A form opens without earlier values rather than late. */
const PATIENCE_MS = 4_000;
/** Points of one trend. */
const POINTS = 5;
/** Codes in one question: a longer address is refused by proxies on the way. */
const CODES = 40;

const MEASURED = new Set(["quantity", "decimal", "integer"]);

/** `system|code` of everything that a form measures. */
export const measuredCodes = (items: readonly QuestionnaireItem[]): readonly string[] => {
  const codes = items
    .filter(({ type }) => MEASURED.has(type))
    .flatMap(({ code }) => code ?? [])
    .filter(({ system }) => system !== CODE_SYSTEMS.formItem);
  return [
    ...new Set(
      codes.flatMap(({ system, code }) =>
        system === undefined || code === undefined ? [] : `${system}|${code}`,
      ),
    ),
  ];
};

const chunks = (codes: readonly string[]): readonly (readonly string[])[] =>
  Array.from({ length: Math.ceil(codes.length / CODES) }, (_, index) =>
    codes.slice(index * CODES, (index + 1) * CODES),
  );

/** Page by page, newest first, until every kind has its points: one that was measured long ago stands on a later page. */
async function trendsAt(
  client: Pick<BoardClient, "search" | "page">,
  personId: string,
  codes: readonly string[],
  patience: AbortSignal,
): Promise<readonly PreviousValue[] | undefined> {
  const found: Observation[] = [];
  let answer = await client.search("Observation", previousValuesQuery(personId, codes), patience);
  for (;;) {
    if (answer.kind !== "success") return undefined;
    found.push(...resourcesIn(answer.body, "Observation", observationSchema).resources);
    const trends = trendsOf(found).filter(({ code }) => codes.includes(code));
    const full = trends.filter(({ points }) => points.length >= POINTS);
    const next = answer.body.link?.find(({ relation }) => relation === "next")?.url;
    if (full.length === codes.length || next === undefined)
      return trends.map(({ code, points }) => ({ code, points: points.slice(-POINTS) }));
    answer = await client.page(next, patience);
  }
}

/** A person's earlier measurements at the board; undefined when it does not answer, or does not let this user read them. */
export async function previousValues(
  client: Pick<BoardClient, "search" | "page">,
  personId: string,
  codes: readonly string[],
  patienceMs = PATIENCE_MS,
): Promise<readonly PreviousValue[] | undefined> {
  const patience = AbortSignal.timeout(patienceMs);
  // Bounds everything, the wait for an access token before there is any request too.
  const over = new Promise<undefined>((resolve) => {
    patience.addEventListener("abort", () => resolve(undefined), { once: true });
  });
  const asked = chunks(codes).map((some) => trendsAt(client, personId, some, patience));
  const read = await Promise.race([Promise.all(asked), over]);
  return read === undefined || read.includes(undefined) ? undefined : read.flatMap((trends) => trends ?? []);
}
