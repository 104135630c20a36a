import fc from "fast-check";
import { URLS } from "../definition/extension-urls.ts";
import { type EnableWhen, OPERATORS, type QuestionnaireItem } from "../questionnaire/questionnaire.ts";

export const CODES = ["a", "b", "c"] as const;
const QUESTION_TYPES = [
  "boolean",
  "integer",
  "decimal",
  "string",
  "text",
  "date",
  "dateTime",
  "time",
  "url",
  "choice",
  "open-choice",
  "quantity",
] as const;
const UNIT = { system: "http://unitsofmeasure.org", code: "mm[Hg]", display: "mmHg" };

interface Seed {
  readonly kind: (typeof QUESTION_TYPES)[number] | "group" | "display";
  readonly repeats: boolean;
  readonly required: boolean;
  readonly bounded: boolean;
  readonly initial: boolean;
  readonly conditions: readonly {
    readonly source: number;
    readonly operator: number;
    readonly literal: number;
  }[];
  readonly behavior: "all" | "any";
  /** How many of the items that follow go inside. */
  readonly inside: number;
}

const conditionSeed = fc.record({ source: fc.nat(30), operator: fc.nat(6), literal: fc.nat(3) });

const seed: fc.Arbitrary<Seed> = fc.record({
  kind: fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom("group" as const) },
    { weight: 5, arbitrary: fc.constantFrom(...QUESTION_TYPES) },
    { weight: 7, arbitrary: fc.constantFrom("boolean", "integer", "choice" as const) },
    { weight: 1, arbitrary: fc.constantFrom("display" as const) },
  ),
  repeats: fc.boolean(),
  required: fc.boolean(),
  bounded: fc.boolean(),
  initial: fc.boolean(),
  // Seldom: where most items have conditions, nearly nothing is shown, and nothing is found out.
  conditions: fc.oneof(
    { weight: 3, arbitrary: fc.constant([]) },
    { weight: 2, arbitrary: fc.array(conditionSeed, { minLength: 1, maxLength: 2 }) },
  ),
  behavior: fc.constantFrom("all", "any"),
  inside: fc.nat(3),
});

const condition = (
  source: QuestionnaireItem,
  operator: EnableWhen["operator"],
  literal: number,
): EnableWhen => {
  const question = source.linkId;
  if (operator === "exists") return { question, operator, answerBoolean: literal % 2 === 0 };
  const equality = operator === "=" || operator === "!=" ? operator : "=";
  switch (source.type) {
    case "boolean":
      return { question, operator: equality, answerBoolean: literal % 2 === 0 };
    case "integer":
      return { question, operator, answerInteger: literal };
    case "decimal":
      return { question, operator, answerDecimal: literal + 0.5 };
    case "date":
      return { question, operator, answerDate: `2026-0${literal + 1}` };
    case "dateTime":
      return { question, operator, answerDateTime: `2026-0${literal + 1}-15` };
    case "time":
      return { question, operator, answerTime: `0${literal}:00:00` };
    case "quantity":
      return { question, operator, answerQuantity: { value: literal, ...UNIT } };
    case "choice":
    case "open-choice":
      return { question, operator: equality, answerCoding: { code: CODES[literal % 3] ?? "a", system: "s" } };
    default:
      return { question, operator: equality, answerString: `x${literal}` };
  }
};

/** Any item of any type; conditions look at earlier questions only, or at any (then circles come up). */
const build = (seeds: readonly Seed[], mayCircle: boolean): readonly QuestionnaireItem[] => {
  const plain = seeds.map((each, index): QuestionnaireItem => {
    const { kind } = each;
    const isChoice = kind === "choice" || kind === "open-choice";
    return {
      linkId: `q${index}`,
      type: kind,
      text: `Câu ${index}`,
      ...(kind !== "display" && { repeats: each.repeats, required: each.required }),
      ...(isChoice && {
        answerOption: CODES.map((code) => ({ valueCoding: { system: "s", code, display: code } })),
      }),
      ...((kind === "string" || kind === "text") && each.bounded && { maxLength: 3 }),
      ...(kind === "integer" && each.bounded && { extension: [{ url: URLS.maxValue, valueInteger: 2 }] }),
      ...(kind === "quantity" && { extension: [{ url: URLS.unit, valueCoding: UNIT }] }),
      ...(kind === "integer" && each.initial && { initial: [{ valueInteger: 1 }] }),
    };
  });
  const withConditions = plain.map((item, index): QuestionnaireItem => {
    const enableWhen = (seeds[index]?.conditions ?? []).flatMap(({ source, operator, literal }) => {
      const from = mayCircle ? plain[source % plain.length] : plain[source % Math.max(1, index)];
      const isQuestion = from && from.type !== "group" && from.type !== "display" && (mayCircle || index > 0);
      return isQuestion ? [condition(from, OPERATORS[operator] ?? "exists", literal)] : [];
    });
    const behavior = seeds[index]?.behavior ?? "all";
    return enableWhen.length > 0 ? { ...item, enableWhen, enableBehavior: behavior } : item;
  });
  const nest = (
    from: number,
    count: number,
  ): { readonly items: QuestionnaireItem[]; readonly next: number } => {
    const items: QuestionnaireItem[] = [];
    let next = from;
    while (items.length < count && next < withConditions.length) {
      const item = withConditions[next];
      const wanted = item?.type === "display" ? 0 : (seeds[next]?.inside ?? 0);
      const inner = nest(next + 1, wanted);
      if (item) items.push(inner.items.length > 0 ? { ...item, item: inner.items } : item);
      next = inner.next;
    }
    return { items, next };
  };
  return nest(0, withConditions.length).items;
};

export const arbitraryItems = (mayCircle: boolean): fc.Arbitrary<readonly QuestionnaireItem[]> =>
  fc.array(seed, { minLength: 1, maxLength: 16, size: "max" }).map((seeds) => build(seeds, mayCircle));
