import type { FormNode } from "@cadre-care/forms/on-demand";

/** The top-level node that an item stands under: its section. */
export const sectionOf = (node: FormNode): FormNode => {
  let section = node;
  while (section.parent !== undefined) section = section.parent;
  return section;
};
