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
  text.normalize("NFC").replace(/\p{L}\p{M}*|\d/gu, (character) => {
    if (/\d/u.test(character)) return String(random.below(10));
    const letter = random.pick(LOWER);
    return character === character.toLocaleLowerCase("vi") ? letter : letter.toLocaleUpperCase("vi");
  });

/** A name of an element or an address with its numbers replaced: a row's id may be the patient's. */
export const withoutNumbers = (text: string, random: RandomStream): string =>
  text.replace(/[0-9a-f]{8}-[0-9a-f-]{27}|\d{3,}/giu, (number) =>
    number.replace(/[0-9a-f]/giu, (digit) =>
      /\d/u.test(digit) ? String(random.below(10)) : "abcdef".charAt(random.below(6)),
    ),
  );
