import type { PreviousValue } from "@cadre-care/domain";
import { type BoardClient, CODE_SYSTEMS, type Observation, observationSchema, resourcesIn } from "@cadre-care/fhir";
import type { QuestionnaireItem } from "./questionnaire-items.ts";

/** A form opens without earlier values rather than late. */
const PATIENCE_MS = 4_000;
/** Points of one trend. */
const POINTS = 5;
const ASKED = 500;
/** Codes in one question: a longer address is refused by proxies on the way. */
const CODES = 40;

const MEASURED = new Set(["quantity", "decimal", "integer"]);
const KNOWN = new Set(["final", "amended", "corrected"]);

/** `system|code` of everything that a form measures. */
export const measuredCodes = (items: readonly QuestionnaireItem[]): readonly string[] => [
  ...new Set(
    items.flatMap(({ type, code }) =>
      MEASURED.has(type)
        ? (code ?? []).flatMap(({ system, code: value }) =>
            system === undefined || value === undefined || system === CODE_SYSTEMS.formItem
              ? []
              : `${system}|${value}`,
          )
        : [],
    ),
  ),
];

/** Earlier measurements of some codes, oldest first, at most `POINTS` of each; those without a number or date are left out. */
export const trendsOf = (observations: readonly Observation[], codes: readonly string[]): readonly PreviousValue[] => {
  const wanted = new Map<string, PreviousValue["points"][number][]>(codes.map((code) => [code, []]));
  for (const { status, code, effectiveDateTime: at, valueQuantity } of observations) {
    const value = valueQuantity?.value;
    if (!KNOWN.has(status) || at === undefined || value === undefined) continue;
    const point = { at, value, unit: valueQuantity?.code ?? valueQuantity?.unit ?? "" };
    for (const { system, code: symbol } of code.coding ?? []) wanted.get(`${system}|${symbol}`)?.push(point);
  }
  return [...wanted].flatMap(([code, points]) =>
    points.length === 0
      ? []
      : [{ code, points: points.sort((one, other) => Date.parse(one.at) - Date.parse(other.at)).slice(-POINTS) }],
  );
};

const chunks = (codes: readonly string[]): readonly (readonly string[])[] =>
  Array.from({ length: Math.ceil(codes.length / CODES) }, (_, index) =>
    codes.slice(index * CODES, (index + 1) * CODES),
  );

/** A person's earlier measurements at the board; undefined when it does not answer, or does not let this user read them. */
export async function previousValues(
  client: BoardClient,
  personId: string,
  codes: readonly string[],
): Promise<readonly PreviousValue[] | undefined> {
  const patience = AbortSignal.timeout(PATIENCE_MS);
  const answers = await Promise.all(
    chunks(codes).map((some) =>
      client.search(
        "Observation",
        { subject: `Patient/${personId}`, code: some.join(","), _sort: "-date", _count: String(ASKED) },
        patience,
      ),
    ),
  );
  const found: Observation[] = [];
  for (const answer of answers) {
    if (answer.kind !== "success") return undefined;
    found.push(...resourcesIn(answer.body, "Observation", observationSchema).resources);
  }
  return trendsOf(found, codes);
}
