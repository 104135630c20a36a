import { html, nothing, type TemplateResult } from "lit";
import { keyed } from "lit/directives/keyed.js";
import { choiceGroup } from "./controls/choice-group.ts";
import type { Control } from "./controls/control.ts";
import { dateControl } from "./controls/date.ts";
import { dateTimeControl } from "./controls/date-time.ts";
import { dropDownControl } from "./controls/drop-down.ts";
import { numberControl } from "./controls/number.ts";
import { otherChoice } from "./controls/other-choice.ts";
import { quantityControl } from "./controls/quantity.ts";
import { referenceControl } from "./controls/reference.ts";
import { textControl } from "./controls/text.ts";
import { textareaControl } from "./controls/textarea.ts";
import { timeControl } from "./controls/time.ts";
import { urlControl } from "./controls/url.ts";
import { furtherParts } from "./further-parts.ts";
import { isHelp } from "./is-help.ts";
import { type GroupKind, type ItemKind, isGroupKind } from "./item-kind.ts";
import type { ItemView } from "./item-view.ts";
import { questionnaireMessages } from "./questionnaire.messages.ts";

type FurtherKind = "autocomplete" | "attachment";

const CONTROLS: Readonly<Record<Exclude<ItemKind, "display" | GroupKind | FurtherKind>, Control>> = {
  text: textControl,
  textarea: textareaControl,
  number: numberControl,
  quantity: quantityControl,
  "drop-down": dropDownControl,
  date: dateControl,
  "date-time": dateTimeControl,
  time: timeControl,
  url: urlControl,
  reference: referenceControl,
};

/** Where they could not be loaded: the choices that are at hand, words otherwise; a file stays as it is. */
const WITHOUT: Readonly<Record<FurtherKind, Control>> = {
  attachment: (view, index) => html`<span>${view.textOf(index)}</span>`,
  autocomplete: (view, index) =>
    (view.open || view.options.length === 0 ? textControl : dropDownControl)(view, index),
};

/** Draws the control, or one for each answer where several may be given one after the other. */
const control = (view: ItemView): TemplateResult | typeof nothing => {
  const { kind, node } = view;
  if (kind === "display" || isGroupKind(kind)) return nothing;
  const further = furtherParts();
  if (kind === "autocomplete" && further !== undefined) return further.autocomplete(view, 0);
  const draw =
    kind === "autocomplete" || kind === "attachment" ? (further?.[kind] ?? WITHOUT[kind]) : CONTROLS[kind];
  if (!view.repeats)
    return kind === "drop-down" && view.open ? html`${draw(view, 0)}${otherChoice(view)}` : draw(view, 0);
  const text = view.words.of(questionnaireMessages);
  const { form } = view.context;
  return html`<div class="many">
    ${node.answers.map(
      ({ key }, index) => html`<div class="one">
        ${keyed(key, draw(view, index))}
        ${
          form.canRemove(node)
            ? html`<button
                type="button"
                class="quiet small"
                aria-label=${text.remove(`${view.label} (${index + 1})`)}
                @click=${view.onRemove(index)}
              >
                ✕
              </button>`
            : nothing
        }
      </div>`,
    )}
    ${
      form.canAdd(node)
        ? html`<div>
            <button type="button" class="quiet small" @click=${view.onAdd()}>${text.add(view.label)}</button>
          </div>`
        : nothing
    }
  </div>`;
};

/** What is wrong, what to mind, and what nobody confirmed yet: in words, below the control. */
const said = (view: ItemView): TemplateResult | typeof nothing => {
  const { issues } = view;
  if (issues.length === 0) return nothing;
  return html`<div id=${`${view.id}-said`}>
    ${issues.map(
      ({ severity, message }) =>
        html`<p class=${severity === "blocking" ? "problem" : "problem advice"}>${view.words.say(message)}</p>`,
    )}
  </div>`;
};

/** Explanations of the form: child items that are display with the control help. */
const help = (view: ItemView): TemplateResult | typeof nothing => {
  const helps = view.node.children.filter(({ definition }) =>
    isHelp(definition.type, definition.hints.control),
  );
  if (helps.length === 0) return nothing;
  return html`<details class="more">
    <summary>${view.words.of(questionnaireMessages).help}</summary>
    ${helps.map((node) => html`<p>${view.form.text(node)}</p>`)}
  </details>`;
};

/** What follows the control: what was measured before, what is said of the item, what explains it. */
const after = (view: ItemView): TemplateResult | typeof nothing => {
  const { node, context } = view;
  const earlier =
    context.previous.size > 0 && furtherParts()?.earlierLine(node, context, `${view.id}-before`);
  const parts = [earlier || nothing, said(view), help(view)];
  return parts.every((part) => part === nothing) ? nothing : html`${parts}`;
};

/** An item: its question, its control, and what follows. Thousands of these are drawn: no node too many. */
export const itemTemplate = (view: ItemView): TemplateResult => {
  const { kind, label, id } = view;
  if (kind === "display") return html`<p class="display" .textContent=${label}></p>`;
  if (isGroupKind(kind))
    return html`<span class="label" id=${`${id}-label`} .textContent=${label}></span>${choiceGroup(view, `${id}-label`)}${after(view)}`;
  return html`<label class="label" for=${view.idOf(0)} .textContent=${label}></label>${control(view)}${after(view)}`;
};

/** An item as a row of a table: number, question, answer. */
export const rowTemplate = (view: ItemView, row: number): TemplateResult => {
  const { kind, question } = view;
  const label = `${view.id}-label`;
  if (kind === "display") return html`<td colspan="3">${view.label}</td>`;
  if (isGroupKind(kind))
    return html`<td class="order">${view.prefix ?? row}</td><th scope="row"><span class="label" id=${label} .textContent=${question}></span>${after(view)}</th><td>${choiceGroup(view, label)}</td>`;
  return html`<td class="order">${view.prefix ?? row}</td><th scope="row"><label class="label" for=${view.idOf(0)} .textContent=${question}></label>${after(view)}</th><td>${control(view)}</td>`;
};
