import type { PreviousValue } from "@cadre-care/domain";
import { type AnswerSlot, type FormNode, formatValue } from "@cadre-care/forms/on-demand";
import { html, nothing, type TemplateResult } from "lit";
import type { FormContext } from "./form-context.ts";
import { questionnaireMessages } from "./questionnaire.messages.ts";
import { trend } from "./trend.ts";

/** The last measurement of an item, beside the present one: never in the answer itself (DOMAIN 3.1). */
export interface EarlierValue {
  readonly at: string;
  readonly value: number;
  readonly unit: string;
  /** Present minus earlier, where both are known in the same unit. */
  readonly difference: number | undefined;
  readonly all: readonly number[];
}

const presentNumber = (slot: AnswerSlot | undefined): number | undefined =>
  slot?.value?.valueDecimal ?? slot?.value?.valueInteger ?? slot?.value?.valueQuantity?.value;

const presentUnit = (node: FormNode): string | undefined =>
  node.answers[0]?.value?.valueQuantity?.code ?? node.definition.hints.unit?.code;

/** Takes off what binary fractions add: 60.2 - 59.9 is 0.3. */
const tidied = (value: number): number => Number(value.toPrecision(10));

export const earlierValue = (
  node: FormNode,
  previous: ReadonlyMap<string, PreviousValue>,
): EarlierValue | undefined => {
  if (previous.size === 0) return undefined;
  const code = node.definition.item.code?.find(({ system, code: one }) => previous.has(`${system}|${one}`));
  const points = code === undefined ? undefined : previous.get(`${code.system}|${code.code}`)?.points;
  const last = points?.at(-1);
  if (points === undefined || last === undefined) return undefined;
  const present = presentNumber(node.answers[0]);
  const unit = presentUnit(node);
  const comparable = present !== undefined && (unit === undefined || unit === last.unit);
  return {
    at: last.at,
    value: last.value,
    unit: last.unit,
    difference: comparable ? tidied(present - last.value) : undefined,
    all: points.filter((point) => point.unit === last.unit).map((point) => point.value),
  };
};

/** "Lần trước 18/11/2025: 136 mmHg (+4)", and a small line where there were more. */
export const earlierLine = (
  node: FormNode,
  { form, words, previous }: FormContext,
  id: string,
): TemplateResult | typeof nothing => {
  const earlier = earlierValue(node, previous);
  if (earlier === undefined) return nothing;
  const text = words.of(questionnaireMessages);
  const number = (value: number): string => formatValue({ valueDecimal: value }, words.current);
  const { unit } = node.definition.hints;
  const unitText = unit?.code === earlier.unit ? (unit.display ?? earlier.unit) : earlier.unit;
  const { difference } = earlier;
  const change =
    difference === undefined
      ? ""
      : ` (${difference === 0 ? text.unchanged : `${difference > 0 ? "+" : "−"}${number(Math.abs(difference))}`})`;
  return html`<div class="before" id=${id}>
    <span>${text.previous(words.dates.date(earlier.at), `${number(earlier.value)} ${unitText}`)}${change}</span>
    ${trend(earlier.all, text.trendOf(form.text(node), earlier.all.map(number).join(", ")))}
  </div>`;
};
