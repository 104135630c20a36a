import { expect, it } from "vitest";
import { URLS } from "../definition/extension-urls.ts";
import type { QuestionnaireItem } from "../questionnaire/questionnaire.ts";
import { formOf } from "../testing/form-of.ts";

/** Items that count how often the engine looks at them. */
const watched = (count: number) => {
  const looks = { count: 0 };
  const watch = <Item extends QuestionnaireItem>(item: Item): Item =>
    new Proxy(item, {
      get: (target, name, receiver) => {
        looks.count++;
        return Reflect.get(target, name, receiver);
      },
    });
  const items = Array.from(
    { length: count / 10 },
    (_, group): QuestionnaireItem => ({
      linkId: `g${group}`,
      type: "group",
      item: Array.from({ length: 9 }, (_, place) =>
        watch<QuestionnaireItem>({
          linkId: `g${group}.${place}`,
          type: "decimal",
          required: place === 0,
          ...(place === 8 && { enableWhen: [{ question: `g${group}.0`, operator: ">", answerDecimal: 30 }] }),
          ...(place === 7 && {
            extension: [
              {
                url: URLS.calculatedExpression,
                valueExpression: {
                  expression: `%resource.item.where(linkId='g${group}').item.where(linkId='g${group}.0').answer.value * 2`,
                },
              },
            ],
          }),
        }),
      ),
    }),
  );
  return { items, looks };
};

it("a keystroke costs what depends on it, in a form of 100 items and of 10,000", async () => {
  const costs: number[] = [];
  for (const size of [100, 10_000]) {
    const { items, looks } = watched(size);
    const form = formOf(items);
    await form.ready;
    const told: string[] = [];
    form.subscribe((changed) => {
      for (const { key } of changed.keys()) told.push(key);
    });
    looks.count = 0;
    form.typeText("g3.0", 0, "31,5");
    costs.push(looks.count);
    expect(told.sort()).toEqual(["g3.0", "g3.7", "g3.8"]);
    expect(form.inputText("g3.7")).toBe("63");
  }
  expect(costs[0]).toBeGreaterThan(0);
  expect(costs[1]).toBe(costs[0]);
});

it("looks at each item of 10,000 a fixed number of times to start", () => {
  const perItem = [1_000, 10_000].map((size) => {
    const { items, looks } = watched(size);
    formOf(items);
    return looks.count / size;
  });
  expect(perItem[1]).toBeCloseTo(perItem[0] ?? 0, 5);
});
