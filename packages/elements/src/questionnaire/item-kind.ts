import type { FormNode, FormState, OptionList } from "@cadre-care/forms/on-demand";

/** The control that an item is drawn with. */
export type ItemKind =
  | "display"
  | "text"
  | "textarea"
  | "number"
  | "quantity"
  | "boolean"
  | "radio"
  | "check-boxes"
  | "drop-down"
  | "autocomplete"
  | "date"
  | "date-time"
  | "time"
  | "url"
  | "reference"
  | "attachment";

/** So few choices are shown, however long they are. */
const FEW = 3;
/** Choices and characters that a row holds without a second look. */
const ROW_CHOICES = 7;
const ROW_CHARACTERS = 90;
const BOXES = 12;
/** A longer label takes a line of its own. */
const SHORT_LABEL = 30;
/** More than this is searched, not looked through. */
const LIST = 40;

const choiceKind = (control: string | undefined, repeats: boolean, list: OptionList): ItemKind => {
  const { options, unavailable } = list;
  if (unavailable || control === "autocomplete" || control === "lookup") return "autocomplete";
  if (control === "radio-button" || control === "check-box" || control === "slider")
    return repeats ? "check-boxes" : "radio";
  if (control === "drop-down") return repeats ? "check-boxes" : "drop-down";
  if (options.length > LIST || (repeats && options.length > BOXES)) return "autocomplete";
  if (repeats) return "check-boxes";
  const characters = options.reduce((sum, { label }) => sum + label.length, 0);
  if (options.length <= FEW) return "radio";
  return options.length <= ROW_CHOICES && characters <= ROW_CHARACTERS ? "radio" : "drop-down";
};

/** How an item is drawn: what the form says of it, else what fits its type and the number of its options. */
export const itemKind = (node: FormNode, form: FormState): ItemKind => {
  const { type, hints, repeats } = node.definition;
  switch (type) {
    case "choice":
    case "open-choice":
      return choiceKind(hints.control, repeats, form.options(node));
    case "integer":
    case "decimal":
      return "number";
    case "string":
      return "text";
    case "text":
      return "textarea";
    case "dateTime":
      return "date-time";
    case "group":
      return "display";
    default:
      return type;
  }
};

/** Kinds that draw all answers of the item at once, and name themselves as a group of controls. */
export type GroupKind = "boolean" | "radio" | "check-boxes";

export const isGroupKind = (kind: ItemKind): kind is GroupKind =>
  kind === "boolean" || kind === "radio" || kind === "check-boxes";

/** A line for more characters than this, or for any number, is no tile: names, addresses, places of work. */
const TILE_CHARACTERS = 100;

/** How much of a row an item takes: a tile unless its kind, or the length of its answer, says otherwise. */
export const widthOf = (
  kind: ItemKind,
  list: OptionList,
  maxLength: number | undefined,
): "" | "half" | "wide" => {
  switch (kind) {
    case "text":
      return maxLength === undefined || maxLength > TILE_CHARACTERS ? "half" : "";
    case "radio":
      return list.options.every(({ label }) => label.length <= SHORT_LABEL) ? "half" : "wide";
    case "textarea":
    case "display":
    case "check-boxes":
    case "autocomplete":
    case "attachment":
      return "wide";
    case "boolean":
    case "date-time":
    case "drop-down":
      return "half";
    default:
      return "";
  }
};
