import { tidyText } from "../read/tidy-text.ts";
import { headerMeaning } from "./header-roles.ts";
import { nameLikelihood } from "./name-likelihood.ts";
import { readableControl } from "./text-place.ts";

const LONGEST_LABEL = 60;

/** The text that an element says itself, without its children. */
export const ownText = (element: Element): string => {
  let text = "";
  for (const node of element.childNodes) if (node.nodeType === 3) text += node.nodeValue ?? "";
  return tidyText(text);
};

/**
 * Whether a text could announce a field: short, and of something known, ours or not. "Nguyễn Đăng Khoa" speaks of no
 * department.
 */
export const isLabelText = (text: string): boolean => {
  if (text === "" || text.length > LONGEST_LABEL) return false;
  const { roles, other } = headerMeaning(text);
  if (roles.length > 0 || /[:：]$/u.test(text)) return true;
  return other && nameLikelihood([text], "name") !== "typical";
};

/** What a control says of itself where no text stands beside it; ids and names of DOMAIN 7.2 and 7.3 read like labels. */
export const nameOfControl = (control: Element): string => {
  for (const attribute of ["aria-label", "placeholder", "title", "name", "id"]) {
    const text = tidyText(control.getAttribute(attribute) ?? "").replace(/^(txt|cbo|cb|ddl|lbl|dtp)_?/u, "");
    if (isLabelText(text)) return text;
  }
  return "";
};

const labelledBy = (control: Element): string => {
  const ids = (control.getAttribute("aria-labelledby") ?? "").split(/\s+/u).filter((id) => id !== "");
  const tree = control.getRootNode();
  if (!(tree instanceof Document || tree instanceof ShadowRoot)) return "";
  return tidyText(ids.map((id) => tree.getElementById(id)?.textContent ?? "").join(" "));
};

/** The label that HTML or ARIA ties to a control; "" where there is none. */
export const tiedLabel = (control: Element): string => {
  if (readableControl(control) === undefined) return "";
  const labels =
    control instanceof HTMLInputElement ||
    control instanceof HTMLSelectElement ||
    control instanceof HTMLTextAreaElement
      ? control.labels
      : null;
  const text = [...(labels ?? [])]
    .map((label) => ownText(label) || tidyText(label.textContent ?? ""))
    .join(" ");
  return tidyText(text) || labelledBy(control);
};
