import type { FormNode } from "@cadre-care/forms";

/** Whether an answer came from a page, a list or an earlier form and nobody has confirmed it. */
export const isUnconfirmed = (node: FormNode): boolean =>
  node.answers.some(({ source }) => source === "page" || source === "roster" || source === "form");
