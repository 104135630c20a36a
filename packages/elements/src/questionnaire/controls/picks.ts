import type { ItemView } from "../item-view.ts";

const added = (element: Element, view: ItemView, place: number): HTMLInputElement => {
  const label = document.createElement("label");
  const input = document.createElement("input");
  const name = view.idOf(0);
  input.autocomplete = "off";
  input.id = `${name}-${place}`;
  if (view.kind === "check-boxes") {
    input.type = "checkbox";
    input.onchange = view.onToggle(place);
  } else {
    input.type = "radio";
    input.name = name;
    // The chosen one that is pressed again does not change, but is meant to be taken back.
    input.onclick = view.onToggle(place);
  }
  label.append(input, document.createElement("span"));
  element.insertBefore(label, element.childNodes[place] ?? null);
  return input;
};

/** Keeps the options of an item at the start of an element, each a label with its input and its words. */
export const picks = (element: Element, view: ItemView, faces: readonly string[] | undefined): void => {
  const { options, chosenOptions, readOnly } = view;
  const inputs = element.querySelectorAll("input");
  for (const [place, { label: words }] of options.entries()) {
    const input = inputs[place] ?? added(element, view, place);
    const [label, face] = [input.parentElement, input.nextElementSibling];
    const shown = faces?.[place] ?? words;
    if (face && face.textContent !== shown) face.textContent = shown;
    if (faces && label) label.title = input.ariaLabel = words;
    else if (input.ariaLabel !== null) {
      // In another language the faces may say everything.
      input.ariaLabel = null;
      label?.removeAttribute("title");
    }
    input.disabled = readOnly;
    input.checked = chosenOptions.has(place);
  }
  for (const gone of [...inputs].slice(options.length)) gone.parentElement?.remove();
};
