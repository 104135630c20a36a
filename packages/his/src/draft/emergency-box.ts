import { isShown } from "../read/find-elements.ts";
import { tidyText } from "../read/tidy-text.ts";
import { headerMeaning } from "./header-roles.ts";
import { nameOfControl, ownText } from "./label-texts.ts";
import { selectorOf } from "./stable-selectors.ts";
import { saysEmergency } from "./value-roles.ts";

/** A check box that says that somebody is an emergency. */
export interface EmergencyBox {
  readonly label: string;
  /** Finds the box within the root while it is checked. */
  readonly selector: string;
  readonly checked: boolean;
}

/** Texts that may be meant for a box: tied to it, loose after it, of the element before its place, or its own name. */
const labelsOf = (box: HTMLInputElement): readonly string[] => {
  const after = box.nextSibling;
  const before = box.previousElementSibling ?? box.parentElement?.previousElementSibling;
  return [
    ...[...(box.labels ?? [])].map((label) => tidyText(label.textContent ?? "")),
    after?.nodeType === 3 ? tidyText(after.nodeValue ?? "") : "",
    before ? ownText(before) : "",
    nameOfControl(box),
  ];
};

const isEmergency = (label: string): boolean =>
  saysEmergency(label) && headerMeaning(label).roles.some(({ role }) => role === "emergency");

/** The only such box within `root`; undefined where there is none, or several. */
export const emergencyBox = (root: Element): EmergencyBox | undefined => {
  const boxes = [...root.querySelectorAll("input")].flatMap((box): EmergencyBox[] => {
    const label = box.type === "checkbox" && isShown(box) ? labelsOf(box).find(isEmergency) : undefined;
    return label === undefined
      ? []
      : [{ label, selector: `${selectorOf(box, root)}:checked`, checked: box.checked }];
  });
  return boxes.length === 1 ? boxes[0] : undefined;
};
