import { type Condition, codingOf, type FormItem, type FormValue } from "./form-items.ts";
import { isSameValue } from "./same-value.ts";

type Answers = ReadonlyMap<string, readonly FormValue[]>;

/** The value in `value[x]` or `answer[x]`; a quantity by its number. */
const valueIn = (holder: FormValue, prefix: "value" | "answer"): unknown => {
  const key = Object.keys(holder).find((name) => name.startsWith(prefix));
  const value = key === undefined ? undefined : holder[key];
  return key?.endsWith("Quantity") && typeof value === "object" && value !== null && "value" in value
    ? value.value
    : value;
};

const isSame = (one: unknown, other: unknown): boolean => {
  const [first, second] = [codingOf(one), codingOf(other)];
  if (first?.code !== undefined && second?.code !== undefined)
    return first.code === second.code && (second.system === undefined || first.system === second.system);
  return isSameValue(one, other);
};

const compare = (one: unknown, other: unknown): number | undefined => {
  if (typeof one === "number" && typeof other === "number") return one - other;
  if (typeof one === "string" && typeof other === "string") return one < other ? -1 : one > other ? 1 : 0;
  return undefined;
};

const ORDERS: Readonly<Record<string, (order: number) => boolean>> = {
  ">": (order) => order > 0,
  "<": (order) => order < 0,
  ">=": (order) => order >= 0,
  "<=": (order) => order <= 0,
};

/** R4 enableWhen: true when any answer to the question meets it; without an answer only `exists` can be met. */
const isMet = ({ question, operator, expected }: Condition, answers: Answers): boolean => {
  const given = (answers.get(question) ?? []).map((answer) => valueIn(answer, "value"));
  const wanted = valueIn(expected, "answer");
  if (operator === "exists") return given.length > 0 === wanted;
  if (operator === "=") return given.some((value) => isSame(value, wanted));
  if (operator === "!=") return given.some((value) => !isSame(value, wanted));
  return given.some((value) => {
    const order = compare(value, wanted);
    return order !== undefined && (ORDERS[operator]?.(order) ?? false);
  });
};

/** Whether an item is shown, by its own conditions; undefined where an expression decides. */
export const isEnabled = (item: FormItem, answers: Answers): boolean | undefined => {
  if (item.hasExpression) return undefined;
  if (item.conditions.length === 0) return true;
  return item.anyCondition
    ? item.conditions.some((condition) => isMet(condition, answers))
    : item.conditions.every((condition) => isMet(condition, answers));
};
