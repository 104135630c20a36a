import type { AnswerOption } from "@cadre-care/forms/on-demand";
import { html, nothing, type TemplateResult } from "lit";
import type { ItemView } from "../item-view.ts";
import { byHand } from "./by-hand.ts";
import { otherChoice } from "./other-choice.ts";
import { picks } from "./picks.ts";

/** Codes of at most this many characters may stand for a label that has them as a word: "III" for "Loại III (Trung bình)". */
const SHORT_CODE = 3;

/** The codes as faces of the options, where each label says its code and several labels would not fit beside each other. */
const shortFaces = (options: readonly AnswerOption[]): readonly string[] | undefined => {
  if (options.length < 4) return undefined;
  const faces = options.flatMap(({ value: { valueCoding }, label }) => {
    const code = valueCoding?.code ?? "";
    const said = code !== "" && code.length <= SHORT_CODE && label.split(/[\s(),]+/u).includes(code);
    return said && label.length > code.length ? [code] : [];
  });
  return faces.length === options.length ? faces : undefined;
};

/** What the chosen one of short faces stands for. */
const meant = ({ options, chosenOptions }: ItemView): TemplateResult | typeof nothing => {
  const [only] = chosenOptions;
  return only === undefined
    ? nothing
    : html`<span class="meant" aria-hidden="true" .textContent=${options[only]?.label ?? ""}></span>`;
};

/**
 * A few choices in a row, each in reach of one key: one of them, which is taken back when it is pressed again, or several.
 * boolean: Có and Không side by side, because silence is not a no. As a group that `label` names.
 */
export const choiceGroup = (view: ItemView, label: string): TemplateResult => {
  const { kind, upright } = view;
  const single = kind !== "check-boxes";
  const faces = single && !upright ? shortFaces(view.options) : undefined;
  return html`<div role=${single ? "radiogroup" : "group"} aria-labelledby=${label} aria-describedby=${view.describedBy ?? nothing} aria-required=${view.required && single ? "true" : nothing} aria-invalid=${view.invalid && single ? "true" : nothing}><div class=${upright ? "pick down" : "pick"} role="presentation" ${byHand((row) => picks(row, view, faces))}>${faces === undefined ? nothing : meant(view)}</div>${view.open && kind !== "boolean" ? otherChoice(view) : nothing}</div>`;
};
