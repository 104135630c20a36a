import type { RandomStream } from "@cadre-care/domain/synthetic";

const LOWER: readonly [string, ...string[]] = [
  "a",
  "e",
  "i",
  "o",
  "u",
  "b",
  "c",
  "d",
  "g",
  "h",
  "l",
  "m",
  "n",
  "r",
  "s",
  "t",
];

/** A text of the same shape that says nothing: digits become other digits, letters other letters, the rest stays. */
export const scrambledText = (text: string, random: RandomStream): string =>
  text.normalize("NFC").replace(/\p{L}\p{M}*|\p{N}/gu, (character) => {
    if (/\p{N}/u.test(character)) return String(random.below(10));
    const letter = random.pick(LOWER);
    return character === character.toLocaleLowerCase("vi") ? letter : letter.toLocaleUpperCase("vi");
  });
