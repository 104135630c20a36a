import type { ItemView } from "../item-view.ts";

/** How a line is typed: what stands in it while it is empty, and what keyboard a touch screen shows. */
export interface LineHints {
  readonly placeholder?: string;
  readonly inputMode?: "numeric" | "decimal" | "url";
}

/** Names a control as one answer of its item, and says what is known of that. */
export const stated = (element: Element, view: ItemView, index: number, more: object = {}): void => {
  const attributes = {
    id: view.idOf(index),
    "aria-label": view.answerLabel(index),
    "aria-required": view.required || undefined,
    "aria-invalid": view.invalid || undefined,
    "aria-describedby": view.describedBy,
    ...more,
  };
  for (const [name, value] of Object.entries(attributes))
    if (value === undefined) element.removeAttribute(name);
    else element.setAttribute(name, String(value));
};

/** Keeps a field of typed text as one answer of its item is, and hands on what is typed. */
export const field = (
  element: Element,
  view: ItemView,
  index: number,
  { placeholder, inputMode }: LineHints = {},
): void => {
  if (!(element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement)) return;
  stated(element, view, index, {
    placeholder: view.entryFormat ?? placeholder,
    inputmode: inputMode,
  });
  const text = view.textOf(index);
  element.readOnly = view.readOnly;
  // Written only where it differs: the caret of who types stays where it is.
  if (element.value !== text) element.value = text;
  element.oninput = element.onchange = (event) => view.typed(index, event);
};
