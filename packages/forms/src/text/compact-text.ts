/** Longer than any number or date: nobody typed it, and it is not looked into. */
const LONGEST = 100;

/** What was typed for a number, date or time: plain characters, no spaces around; empty where it is too long. */
export const compactText = (text: string): string => {
  const trimmed = text.trim();
  // Plain, a character may become eighteen.
  const plain = trimmed.length > LONGEST ? "" : trimmed.normalize("NFKC").trim();
  return plain.length > LONGEST ? "" : plain;
};
