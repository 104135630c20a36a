import type { AnswerValue, FormNode, FormState } from "@cadre-care/forms/on-demand";
import { html, nothing, type TemplateResult } from "lit";
import type { LanguageController } from "../language/language-controller.ts";
import { codedText } from "./coded-text.ts";
import { isHelp } from "./is-help.ts";
import { questionnaireMessages } from "./questionnaire.messages.ts";
import { sameAnswer } from "./same-answer.ts";

export { paperStyles } from "./paper.styles.ts";

/** More options than these are not printed as boxes. */
const BOXES = 6;

/** What stands on the paper beside the form itself. */
export interface PaperHints {
  readonly sample: boolean;
  /** A line under the title, such as that this is a draft. */
  readonly note: string | undefined;
  /** Smaller letters, so that a form of one page stays on one. */
  readonly compact: boolean;
  /** What the form explains to whoever fills it in is printed too: it is for whoever signs. */
  readonly explained: boolean;
  readonly now: number;
}

/** What follows each other on a line: the values of a measurement, the first and last day of a stay. */
const SHORT: ReadonlySet<string> = new Set(["decimal", "integer", "quantity", "date", "dateTime", "time"]);

/**
 * Options of an item as boxes, the chosen ones crossed; undefined where there are too many to print, and where they are
 * of a list that the form itself does not have printed, such as hospitals.
 */
const boxes = (node: FormNode, form: FormState, yes: string, no: string): TemplateResult | undefined => {
  const { type, item } = node.definition;
  if (type !== "boolean" && item.answerOption === undefined) return undefined;
  const listed =
    type === "boolean"
      ? [true, false].map((valueBoolean) => ({ value: { valueBoolean }, label: valueBoolean ? yes : no }))
      : form.options(node).options;
  if (listed.length === 0 || listed.length > BOXES) return undefined;
  const isChosen = (value: AnswerValue): boolean =>
    node.answers.some((slot) => slot.value !== undefined && sameAnswer(slot.value, value));
  return html`${listed.map(({ value, label }) =>
    isChosen(value)
      ? html`<span class="box answer">☒ ${label}</span> `
      : html`<span class="box">☐ ${label}</span> `,
  )}`;
};

const answerText = (node: FormNode, form: FormState): string =>
  node.answers
    .map(({ value }, index) => codedText(value, form.displayText(node, index)))
    .filter((text) => text !== "")
    .join("; ");

/** Items one after the other; short ones together. */
const runs = (nodes: readonly FormNode[]): readonly (readonly FormNode[])[] => {
  const found: FormNode[][] = [];
  let open: FormNode[] | undefined;
  for (const node of nodes) {
    const short = SHORT.has(node.definition.type) && node.children.length === 0;
    if (short && open !== undefined) open.push(node);
    else {
      found.push([node]);
      open = short ? found.at(-1) : undefined;
    }
  }
  return found;
};

/** The form as it is printed: every item in the order of the form, filled in or left as a dotted line. */
export const paper = (form: FormState, words: LanguageController, hints: PaperHints): TemplateResult => {
  const text = words.of(questionnaireMessages);
  const isShown = ({ enabled, definition: { type, hints: shown } }: FormNode): boolean =>
    enabled && shown.hidden !== true && (hints.explained || !isHelp(type, shown.control));
  const titled = (node: FormNode): string => {
    const prefix = form.prefix(node);
    if (prefix === undefined) return form.text(node);
    return `${prefix}${/[\p{L}\p{N}]$/u.test(prefix) ? "." : ""} ${form.text(node)}`;
  };
  const line = (node: FormNode): TemplateResult => {
    if (node.definition.type === "display")
      return html`<p class=${isHelp("display", node.definition.hints.control) ? "line small" : "line"}>${titled(node)}</p>`;
    const answer = answerText(node, form);
    const listed = boxes(node, form, text.yes, text.no);
    const unit = node.definition.hints.unit?.display;
    const label = titled(node).replace(/:$/, "");
    return html`<p class=${listed === undefined && answer === "" ? "line open" : "line"}>
      ${label}:
      ${
        listed ??
        (answer === "" ? html`<span class="blank"></span>` : html`<span class="answer">${answer}</span>`)
      }
      ${node.definition.type !== "quantity" && unit !== undefined ? unit : nothing}
    </p>`;
  };
  const row = (node: FormNode, index: number): TemplateResult => {
    const value = node.answers[0]?.value?.valueBoolean;
    const order = form.prefix(node) ?? index + 1;
    if (node.definition.type !== "boolean") return html`<tr><td></td><td colspan="3">${line(node)}</td></tr>`;
    return html`<tr>
      <td class="order">${order}</td>
      <td>${form.text(node)}</td>
      <td class="tick">${value === true ? "☒" : "☐"}</td>
      <td class="tick">${value === false ? "☒" : "☐"}</td>
    </tr>`;
  };
  const table = (nodes: readonly FormNode[]): TemplateResult => html`<table>
    <thead>
      <tr><th></th><th>${text.question}</th><th class="tick">${text.yes}</th><th class="tick">${text.no}</th></tr>
    </thead>
    <tbody>${nodes.map((node, index) => row(node, index))}</tbody>
  </table>`;
  const inside = (node: FormNode): TemplateResult => {
    const shown = node.children.filter(isShown);
    const booleans = shown.filter(({ definition }) => definition.type === "boolean").length;
    if (booleans > 3 && shown.every(({ definition }) => definition.type !== "group")) return table(shown);
    return html`${runs(shown).map((run) =>
      run.length > 1 ? html`<div class="run">${run.map(line)}</div>` : html`${run.map(block)}`,
    )}`;
  };
  const block = (node: FormNode): TemplateResult => {
    if (node.definition.type !== "group")
      return html`${line(node)}${node.children.filter(isShown).map(block)}`;
    const title = titled(node);
    const heading = node.parent === undefined ? html`<h3>${title}</h3>` : html`<h4>${title}</h4>`;
    return html`<section>${title === "" ? nothing : heading}${inside(node)}</section>`;
  };
  return html`
    ${hints.sample ? html`<p class="band">${text.sample} – ${text.sampleHow}</p>` : nothing}
    <h2>${form.title}</h2>
    ${hints.note === undefined ? nothing : html`<p class="band">${hints.note}</p>`}
    ${form.roots.filter(isShown).map(block)}
    <p class="printed">${text.printedAt(words.dates.moment(new Date(hints.now).toISOString(), 0))}</p>
  `;
};
