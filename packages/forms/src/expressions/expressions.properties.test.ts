import fc from "fast-check";
import { expect, it } from "vitest";
import { URLS } from "../definition/extension-urls.ts";
import type { QuestionnaireItem } from "../questionnaire/questionnaire.ts";
import { formOf } from "../testing/form-of.ts";
import { propertyRuns } from "../testing/property-runs.ts";

const INPUTS = 4;
const sum = fc.record({
  sources: fc.uniqueArray(fc.nat(20), { minLength: 1, maxLength: 3 }),
  gate: fc.option(fc.record({ source: fc.nat(20), above: fc.integer({ min: -2, max: 4 }) })),
  /** Whether its text tells what it reads. */
  isPlain: fc.boolean(),
});
const edits = fc.array(
  fc.record({ at: fc.nat(INPUTS - 1), value: fc.option(fc.integer({ min: -3, max: 5 })) }),
  {
    minLength: 1,
    maxLength: 8,
  },
);

interface Sum {
  readonly sources: readonly number[];
  readonly gate: { readonly source: number; readonly above: number } | null;
  readonly isPlain: boolean;
}

const linkId = (place: number): string => `q${place}`;

/** Sums over earlier items, shown only where an earlier item is large enough. */
const itemsOf = (sums: readonly Sum[]): readonly QuestionnaireItem[] => [
  ...Array.from(
    { length: INPUTS },
    (_, place): QuestionnaireItem => ({ linkId: linkId(place), type: "integer" }),
  ),
  ...sums.map(({ sources, gate, isPlain }, index): QuestionnaireItem => {
    const before = INPUTS + index;
    const step = sources.map((source) => `linkId='${linkId(source % before)}'`).join(" or ");
    const where = isPlain ? `where(${step})` : `where((${step}) and true)`;
    const expression = `%resource.item.${where}.answer.value.aggregate($this + $total, 0)`;
    return {
      linkId: linkId(before),
      type: "integer",
      readOnly: true,
      extension: [
        { url: URLS.calculatedExpression, valueExpression: { language: "text/fhirpath", expression } },
      ],
      ...(gate && {
        enableWhen: [{ question: linkId(gate.source % before), operator: ">", answerInteger: gate.above }],
      }),
    };
  }),
];

/** The same by hand: what each item shows, undefined where it shows nothing. */
const expected = (
  sums: readonly Sum[],
  inputs: readonly (number | undefined)[],
): readonly (number | undefined)[] => {
  const shown = [...inputs];
  for (const { sources, gate } of sums) {
    const before = shown.length;
    const above = gate && shown[gate.source % before];
    const isShown = !gate || (above !== undefined && above !== null && above > gate.above);
    const distinct = new Set(sources.map((source) => source % before));
    const total = [...distinct].reduce((running, source) => running + (shown[source] ?? 0), 0);
    shown.push(isShown ? total : undefined);
  }
  return shown;
};

it("calculations and conditions on them give what doing the sums by hand gives, after every edit", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(sum, { minLength: 1, maxLength: 6, size: "max" }),
      edits,
      async (sums, changes) => {
        const form = formOf(itemsOf(sums));
        await form.ready;
        const inputs = Array.from({ length: INPUTS }, (): number | undefined => undefined);
        for (const { at, value } of changes) {
          inputs[at] = value ?? undefined;
          form.setAnswer(linkId(at), 0, value === null ? undefined : { valueInteger: value });
          const shown = form.roots.map(({ enabled, answers }) =>
            enabled ? answers[0]?.value?.valueInteger : undefined,
          );
          expect(shown).toEqual(expected(sums, inputs));
        }
        expect(form.issues).toEqual([]);
        const again = formOf(itemsOf(sums), { response: form.toResponse("in-progress") });
        await again.ready;
        expect(again.toResponse("completed")).toEqual(form.toResponse("completed"));
      },
    ),
    propertyRuns(60),
  );
});
