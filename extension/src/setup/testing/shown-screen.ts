import type { Screen } from "../wizard/screen.ts";

/** Puts a screen into the page and waits until it and its parts are drawn. @returns what it shows */
export const shownScreen = async (screen: Screen): Promise<ShadowRoot> => {
  document.body.append(screen);
  await screen.updateComplete;
  const root = screen.shadowRoot;
  if (root === null) throw new Error("nothing drawn");
  for (const part of root.querySelectorAll("setup-questions, setup-places"))
    await Reflect.get(part, "updateComplete");
  return root;
};

/** The one field under this selector. */
export const fieldIn = (root: ShadowRoot, selector: string): HTMLInputElement => {
  const field = root.querySelector<HTMLInputElement>(selector);
  if (field === null) throw new Error(`no field ${selector}`);
  return field;
};
