import type { PartInput } from "./draft-fields.ts";
import type { DraftQuestion } from "./page-draft.ts";

export type NameHalf = "family-name" | "given-name";

export const isNameHalf = (role: string): role is NameHalf => role === "family-name" || role === "given-name";

const otherHalf = (half: NameHalf): NameHalf => (half === "family-name" ? "given-name" : "family-name");

/** The parts of a whole name, family name first, or the question for the half that is still missing. */
export type JoinedName = { readonly parts: readonly PartInput[] } | { readonly question: DraftQuestion };

/**
 * Họ lót and Tên are the two parts of one name. `known`: the parts of the name as the page has it; `open`: questions that
 * nobody has answered yet, of which one may hold the other half. A half alone is no name: it would be everybody's.
 */
export const joinHalves = (
  half: NameHalf,
  pointed: { readonly label: string; readonly part: PartInput },
  known: readonly PartInput[],
  open: readonly DraftQuestion[],
): JoinedName => {
  const inOrder = (other: readonly PartInput[]): JoinedName => ({
    parts: half === "family-name" ? [pointed.part, ...other] : [...other, pointed.part],
  });
  const asked = open.find(({ doubt, role }) => doubt === "half-a-name" && role === half);
  if (asked?.parts !== undefined && asked.parts.length > 0) return inOrder(asked.parts);
  // One of two halves is put elsewhere. A name of one part is a whole one, and no half of it is known.
  if (known.length === 2 && asked === undefined)
    return inOrder(half === "family-name" ? known.slice(1) : known.slice(0, 1));
  return {
    question: {
      doubt: "half-a-name",
      role: otherHalf(half),
      labels: [pointed.label],
      parts: [pointed.part],
    },
  };
};
