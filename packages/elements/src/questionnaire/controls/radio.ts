import type { AnswerOption } from "@cadre-care/forms/on-demand";
import { html, nothing, type TemplateResult } from "lit";
import type { Control } from "./control.ts";

/** Codes of at most this many characters may stand for a label that has them as a word: "III" for "Loại III (Trung bình)". */
const SHORT_CODE = 3;

/** The codes as faces of the options, where each label says its code and several labels would not fit beside each other. */
export const shortFaces = (options: readonly AnswerOption[]): readonly string[] | undefined => {
  if (options.length < 4) return undefined;
  const faces = options.flatMap(({ value: { valueCoding }, label }) => {
    const code = valueCoding?.code ?? "";
    const said = code !== "" && code.length <= SHORT_CODE && label.split(/[\s(),]+/u).includes(code);
    return said && label.length > code.length ? [code] : [];
  });
  return faces.length === options.length ? faces : undefined;
};

/** A few choices in a row, each in reach of one key. Pressing the chosen one again takes it back. */
export const radioControl: Control = (view) => {
  const { options, chosenOptions: chosen } = view;
  const faces = view.upright ? undefined : shortFaces(options);
  const [only] = chosen;
  const name = view.idOf(0);
  const option = ({ label }: AnswerOption, place: number): TemplateResult =>
    faces === undefined
      ? html`<label><input type="radio" autocomplete="off" id=${`${name}-${place}`} name=${name} ?disabled=${view.readOnly} .checked=${chosen.has(place)} @click=${view.onToggle(place)} /><span .textContent=${label}></span></label>`
      : html`<label title=${label}><input type="radio" autocomplete="off" id=${`${name}-${place}`} name=${name} aria-label=${label} ?disabled=${view.readOnly} .checked=${chosen.has(place)} @click=${view.onToggle(place)} /><span .textContent=${faces[place] ?? label}></span></label>`;
  return html`<div class=${view.upright ? "pick down" : "pick"} role="presentation">${options.map(option)}${
    faces === undefined || only === undefined
      ? nothing
      : html`<span class="meant" aria-hidden="true" .textContent=${options[only]?.label ?? ""}></span>`
  }</div>`;
};
