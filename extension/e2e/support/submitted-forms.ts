import { z } from "zod";
import type { BoardReader, BoardResource } from "./board-reader.ts";

const answer = z.looseObject({ item: z.array(z.unknown()).optional() });
const item = z.object({
  linkId: z.string(),
  answer: z.array(answer).default([]),
  item: z.array(z.unknown()).default([]),
});
const measured = z.object({
  status: z.string(),
  code: z.object({ coding: z.array(z.object({ system: z.string(), code: z.string() })) }),
  valueQuantity: z.object({ value: z.number(), system: z.string(), code: z.string() }),
});

/** Answers of a QuestionnaireResponse by linkId, each as its bare value; codings without their display. */
export const answersOf = (
  holder: Readonly<Record<string, unknown>>,
): Readonly<Record<string, readonly unknown[]>> => {
  const found: Record<string, unknown[]> = {};
  for (const one of z.array(item).parse(holder.item ?? [])) {
    for (const { item: below, ...value } of one.answer) {
      const [bare] = Object.entries(value).flatMap(([name, of]) => (name.startsWith("value") ? [of] : []));
      found[one.linkId] = [...(found[one.linkId] ?? []), withoutDisplay(bare)];
      Object.assign(found, answersOf({ item: below }));
    }
    Object.assign(found, answersOf(one));
  }
  return found;
};

const withoutDisplay = (value: unknown): unknown => {
  const coding = z.object({ code: z.string() }).safeParse(value);
  return coding.success ? coding.data.code : value;
};

/** Whether a resource names that one by reference. */
export const names = (resource: unknown, { resourceType, id }: BoardResource): boolean =>
  JSON.stringify(resource ?? []).includes(`"${resourceType}/${id}"`);

/** Forms at the board that were submitted at that moment or later, with `kind` in their questionnaire's address. The demo's people have been examined before. */
export const submittedSince = async (
  officer: BoardReader,
  began: number,
  kind = "",
  query = "",
): Promise<readonly BoardResource[]> =>
  (await officer.search("QuestionnaireResponse", query)).filter(
    ({ authored, questionnaire }) =>
      Date.parse(String(authored)) >= began && String(questionnaire).includes(kind),
  );

/** Observations that derive from a response. */
export const observationsFrom = async (
  officer: BoardReader,
  response: BoardResource,
): Promise<readonly BoardResource[]> =>
  (await officer.everything("Observation")).filter(({ derivedFrom }) => names(derivedFrom, response));

/** What was measured: LOINC code, value, and unit in UCUM; final values only. */
export const measuredIn = (
  observations: readonly BoardResource[],
): Readonly<Record<string, readonly [number, string]>> =>
  Object.fromEntries(
    observations.map((one) => {
      const { status, code, valueQuantity } = measured.parse(one);
      const [coding] = code.coding;
      if (status !== "final" || coding?.system !== "http://loinc.org")
        throw new Error(`no final measurement: ${JSON.stringify(one)}`);
      if (valueQuantity.system !== "http://unitsofmeasure.org") throw new Error("a unit that is no UCUM");
      return [coding.code, [valueQuantity.value, valueQuantity.code]];
    }),
  );
