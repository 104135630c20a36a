import { itemsIn } from "@cadre-care/fhir";
import { z } from "zod";

const coding = z.object({ system: z.string().optional(), code: z.string().optional() });
export type FormCoding = z.infer<typeof coding>;

/** An answer or an expected answer: an object with one `value[x]` or `answer[x]`. */
export type FormValue = Readonly<Record<string, unknown>>;

export interface Condition {
  readonly question: string;
  readonly operator: string;
  readonly expected: FormValue;
}

/** An item of an issued form, as far as answers are checked against it. */
export interface FormItem {
  readonly linkId: string;
  readonly type: string;
  readonly required: boolean;
  readonly repeats: boolean;
  readonly conditions: readonly Condition[];
  readonly anyCondition: boolean;
  /** Its condition is an expression, which is not evaluated here. */
  readonly hasExpression: boolean;
  readonly options?: readonly FormValue[];
  readonly valueSet?: string;
  readonly maxLength?: number;
  readonly children: readonly FormItem[];
}

const EXPRESSION = "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-enableWhenExpression";

const itemSchema = z.looseObject({
  linkId: z.string(),
  type: z.string(),
  required: z.boolean().optional(),
  repeats: z.boolean().optional(),
  maxLength: z.number().optional(),
  enableBehavior: z.enum(["all", "any"]).optional(),
  enableWhen: z.array(z.looseObject({ question: z.string(), operator: z.string() })).optional(),
  answerOption: z.array(z.looseObject({})).optional(),
  answerValueSet: z.string().optional(),
  extension: z.array(z.looseObject({ url: z.string() })).optional(),
});

const itemOf = (json: unknown): readonly FormItem[] => {
  const read = itemSchema.safeParse(json).data;
  if (!read) return [];
  const { linkId, type, answerOption, answerValueSet, maxLength } = read;
  return [
    {
      linkId,
      type,
      required: read.required ?? false,
      repeats: read.repeats ?? false,
      conditions: (read.enableWhen ?? []).map(({ question, operator, ...expected }) => ({
        question,
        operator,
        expected,
      })),
      anyCondition: read.enableBehavior === "any",
      hasExpression: read.extension?.some(({ url }) => url === EXPRESSION) ?? false,
      ...(answerOption === undefined ? {} : { options: answerOption }),
      ...(answerValueSet === undefined ? {} : { valueSet: answerValueSet }),
      ...(maxLength === undefined ? {} : { maxLength }),
      children: formItems(json),
    },
  ];
};

/** The items of a Questionnaire, or below one of them. */
export const formItems = (json: unknown): readonly FormItem[] => itemsIn(json).flatMap(itemOf);

/** Value sets that the items name, each once, without a version. */
export const valueSetsOf = (items: readonly FormItem[]): ReadonlySet<string> =>
  new Set(
    items.flatMap((item) => [
      ...(item.valueSet === undefined ? [] : [item.valueSet.split("|")[0] ?? ""]),
      ...valueSetsOf(item.children),
    ]),
  );

export const codingOf = (value: unknown): FormCoding | undefined => coding.safeParse(value).data;
