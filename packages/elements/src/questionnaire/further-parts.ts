import { type FormDefinition, loadValueSets } from "@cadre-care/forms/on-demand";
import { isSearched, MOST_BOXES } from "./item-kind.ts";

type FurtherParts = typeof import("./further-controls.ts");

let parts: FurtherParts | undefined;
let coming: Promise<void> | undefined;

/** What many forms do without: searched lists, files, values of earlier exams. Undefined until a form needed it. */
export const furtherParts = (): FurtherParts | undefined => parts;

/** Milliseconds; what takes longer is as good as away: a draft is not kept from its doctor by a line that hangs. */
const PATIENCE = 10_000;
const tooLong = (): Promise<never> =>
  new Promise((_, reject) =>
    setTimeout(() => reject(new Error("the parts of the form do not come")), PATIENCE),
  );

/** Never rejects: where they cannot be had, the form is filled in by words. The next form tries again. */
export const loadFurtherParts = (): Promise<void> => {
  coming ??= Promise.race([Promise.all([import("./further-controls.ts"), loadValueSets()]), tooLong()]).then(
    ([loaded]) => {
      parts = loaded;
    },
    () => {
      coming = undefined;
    },
  );
  return coming;
};

/** Whether an item of the form may be drawn with one of them. */
export const needsFurtherParts = ({ items }: FormDefinition): boolean =>
  items.some(
    ({ type, hints, item }) =>
      type === "attachment" ||
      item.answerValueSet !== undefined ||
      hints.answerExpression !== undefined ||
      isSearched(hints.control) ||
      (item.answerOption?.length ?? 0) > MOST_BOXES,
  );
