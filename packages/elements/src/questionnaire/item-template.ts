import { html, nothing, type TemplateResult } from "lit";
import { keyed } from "lit/directives/keyed.js";
import { attachmentControl } from "./controls/attachment.ts";
import { autocompleteControl } from "./controls/autocomplete.ts";
import { booleanControl } from "./controls/boolean.ts";
import { checkBoxesControl } from "./controls/check-boxes.ts";
import type { Control } from "./controls/control.ts";
import { dateControl } from "./controls/date.ts";
import { dateTimeControl } from "./controls/date-time.ts";
import { dropDownControl } from "./controls/drop-down.ts";
import { numberControl } from "./controls/number.ts";
import { otherChoice } from "./controls/other-choice.ts";
import { quantityControl } from "./controls/quantity.ts";
import { radioControl } from "./controls/radio.ts";
import { referenceControl } from "./controls/reference.ts";
import { textControl } from "./controls/text.ts";
import { textareaControl } from "./controls/textarea.ts";
import { timeControl } from "./controls/time.ts";
import { urlControl } from "./controls/url.ts";
import { earlierLine } from "./earlier-value.ts";
import { type ItemKind, isGroupKind } from "./item-kind.ts";
import type { ItemView } from "./item-view.ts";
import { questionnaireMessages } from "./questionnaire.messages.ts";

const CONTROLS: Readonly<Record<Exclude<ItemKind, "display">, Control>> = {
  text: textControl,
  textarea: textareaControl,
  number: numberControl,
  quantity: quantityControl,
  boolean: booleanControl,
  radio: radioControl,
  "check-boxes": checkBoxesControl,
  "drop-down": dropDownControl,
  autocomplete: autocompleteControl,
  date: dateControl,
  "date-time": dateTimeControl,
  time: timeControl,
  url: urlControl,
  reference: referenceControl,
  attachment: attachmentControl,
};

/** Draws the control, or one for each answer where several may be given one after the other. */
const control = (view: ItemView): TemplateResult | typeof nothing => {
  const { kind, node } = view;
  if (kind === "display") return nothing;
  const draw = CONTROLS[kind];
  if (isGroupKind(kind) || kind === "autocomplete")
    return view.open && kind !== "autocomplete" && kind !== "boolean"
      ? html`${draw(view, 0)}${otherChoice(view)}`
      : draw(view, 0);
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

const must = (view: ItemView): TemplateResult | typeof nothing =>
  view.required ? html`<span class="must" aria-hidden="true">\u00a0*</span>` : nothing;

/** What is wrong, what to mind, and what nobody confirmed yet: in words, below the control. */
const said = (view: ItemView): TemplateResult | typeof nothing => {
  const { issues } = view;
  if (issues.length === 0) return nothing;
  return html`<div id=${`${view.id}-said`}>
    ${issues.map(
      ({ severity, message }) =>
        html`<p class=${severity === "blocking" ? "said" : "said advice"}>${view.words.say(message)}</p>`,
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
    ${helps.map((node) => html`<p>${view.context.form.text(node)}</p>`)}
  </details>`;
};

export const isHelp = (type: string, hint: string | undefined): boolean =>
  type === "display" && hint === "help";

/** An item: its question, its control, what was measured before, what is said of it. */
export const itemTemplate = (view: ItemView): TemplateResult => {
  const { kind, node } = view;
  if (kind === "display") return html`<p class="display">${view.label}</p>`;
  const before = earlierLine(node, view.context, `${view.id}-before`);
  if (!isGroupKind(kind))
    return html`<label class="label" for=${view.idOf(0)}>${view.label}${must(view)}</label>${control(view)}${before}${said(view)}${help(view)}`;
  return html`<div
    role=${kind === "check-boxes" ? "group" : "radiogroup"}
    aria-labelledby=${`${view.id}-label`}
    aria-describedby=${view.describedBy ?? nothing}
    aria-required=${view.required && kind !== "check-boxes" ? "true" : nothing}
    aria-invalid=${view.invalid && kind !== "check-boxes" ? "true" : nothing}
  ><span class="label" id=${`${view.id}-label`}>${view.label}${must(view)}</span>${control(view)}</div>${before}${said(view)}${help(view)}`;
};

/** An item as a row of a table: number, question, answer. */
export const rowTemplate = (view: ItemView, row: number): TemplateResult => {
  const { kind } = view;
  if (kind === "display") return html`<td colspan="3">${view.label}</td>`;
  const label = `${view.id}-label`;
  const question = isGroupKind(kind)
    ? html`<span class="label" id=${label}>${view.question}${must(view)}</span>`
    : html`<label class="label" id=${label} for=${view.idOf(0)}>${view.question}${must(view)}</label>`;
  return html`<td class="order">${view.prefix ?? row}</td>
    <th scope="row">${question}${said(view)}${help(view)}</th>
    <td>${
      isGroupKind(kind)
        ? html`<div
            role=${kind === "check-boxes" ? "group" : "radiogroup"}
            aria-labelledby=${label}
            aria-describedby=${view.describedBy ?? nothing}
            aria-required=${view.required && kind !== "check-boxes" ? "true" : nothing}
            aria-invalid=${view.invalid && kind !== "check-boxes" ? "true" : nothing}
          >${control(view)}</div>`
        : control(view)
    }</td>`;
};
