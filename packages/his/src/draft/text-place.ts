/** How texts are taken from elements of one column, as a profile's part states it. */
export interface PlacedText {
  readonly from: "text" | "value" | "selected-option";
  /** Selector within the element; absent for the element itself. */
  readonly inner?: string;
  readonly values: readonly string[];
}

const isField = (element: Element | null): element is HTMLInputElement | HTMLTextAreaElement =>
  (element instanceof HTMLInputElement &&
    !["password", "checkbox", "radio", "button", "submit", "hidden"].includes(element.type)) ||
  element instanceof HTMLTextAreaElement;

/** Whether what the user sees in this element is typed or chosen, not written. */
export const readableControl = (element: Element): "value" | "selected-option" | undefined => {
  if (isField(element)) return "value";
  return element instanceof HTMLSelectElement && !element.multiple ? "selected-option" : undefined;
};

/** What a control or a text says now. */
export const textOf = (element: Element): string => {
  if (isField(element)) return element.value;
  if (element instanceof HTMLSelectElement) return element.selectedOptions[0]?.textContent ?? "";
  return element.textContent ?? "";
};

/** Cells that hold one control each are read from it, all others by their text. */
export const textPlace = (cells: readonly Element[]): PlacedText => {
  for (const [from, inner] of [
    ["value", "input"],
    ["value", "textarea"],
    ["selected-option", "select"],
  ] as const) {
    const controls = cells.flatMap((cell) => {
      const [control, ...more] = cell.querySelectorAll(inner);
      return control !== undefined && more.length === 0 && readableControl(control) === from ? [control] : [];
    });
    if (cells.length > 0 && controls.length === cells.length)
      return { from, inner, values: controls.map(textOf) };
  }
  return { from: "text", values: cells.map(textOf) };
};
