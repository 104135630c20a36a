/** What a key does in a form. `choose` and `letter` are for the choice that has the focus. */
export type FormKey =
  | { readonly act: "next" | "previous" | "confirm" | "to-do" | "clear" }
  | { readonly act: "section"; readonly by: 1 | -1 }
  | { readonly act: "choose"; readonly index: number }
  | { readonly act: "letter"; readonly letter: string };

/** `choice`: radio buttons or check-boxes. `long`: a text of several lines. `own`: a control with keys of its own. */
export type FocusKind = "choice" | "line" | "long" | "select" | "button" | "own";

/** The parts of a KeyboardEvent that matter. */
export type PressedKey = Pick<
  KeyboardEvent,
  "key" | "altKey" | "ctrlKey" | "metaKey" | "shiftKey" | "isComposing" | "repeat"
>;

const choiceKey = (key: string): FormKey | undefined => {
  if (/^[1-9]$/.test(key)) return { act: "choose", index: Number(key) - 1 };
  // Not Backspace: input methods send it to put a mark on a letter that they passed on before.
  if (key === "Delete") return { act: "clear" };
  return /^\p{Letter}$/u.test(key) ? { act: "letter", letter: key } : undefined;
};

/** Reads a key; undefined where the browser's own meaning stands. Keys of an input method are never taken. */
export const formKey = (event: PressedKey, focus: FocusKind): FormKey | undefined => {
  const { key, altKey, shiftKey } = event;
  if (event.isComposing || event.ctrlKey || event.metaKey) return undefined;
  if (altKey) {
    if (key === "ArrowDown") return { act: "section", by: 1 };
    return key === "ArrowUp" ? { act: "section", by: -1 } : undefined;
  }
  if (key === "F2") return { act: "confirm" };
  if (key === "F8") return { act: "to-do" };
  if (key === "Enter") {
    if (focus === "button" || focus === "own" || (focus === "long" && shiftKey)) return undefined;
    return { act: shiftKey ? "previous" : "next" };
  }
  // A key that is held down answers one item, not all that follow.
  return focus === "choice" && !event.repeat ? choiceKey(key) : undefined;
};

/** The options that a letter means: those whose first letter it is, whatever its marks and case ("C" is "Có", "đ" "Đạt"). */
export const lettered = (labels: readonly string[], letter: string): readonly number[] => {
  const first = (text: string): string =>
    (text.trim()[0] ?? "").normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace("đ", "d");
  const wanted = first(letter);
  return labels.flatMap((label, index) => (first(label) === wanted ? [index] : []));
};
