/** Why a secret is too easily guessed: the code of a problem that says what to do. */
export type SecretWeakness =
  | "secret-too-short"
  | "secret-repeats"
  | "secret-sequence"
  | "secret-date"
  | "secret-common"
  | "secret-is-name"
  | "secret-too-weak";

export interface SecretRules {
  /** Least number of characters. */
  readonly length: number;
  readonly kind: "pin" | "passphrase";
  /** The user's own name and account. */
  readonly known: readonly string[];
}

/**
 * Bits of guessing that a passphrase must take. One try costs about 0.3 s of a core (KDF_DEFAULTS), so 40 bits are
 * some 10,000 core-years.
 */
export const PASSPHRASE_BITS = 40;

/** What people take first; each counts as one guess among a hundred, however long it is. */
const COMMON = [
  "matkhau",
  "password",
  "passwd",
  "admin",
  "letmein",
  "welcome",
  "iloveyou",
  "anhyeuem",
  "emyeuanh",
  "vietnam",
  "hanoi",
  "saigon",
  "benhvien",
  "bacsi",
  "suckhoe",
  "khongbiet",
  "quenmatkhau",
];
const ROWS = [
  "01234567890",
  "09876543210",
  "abcdefghijklmnopqrstuvwxyz",
  "qwertyuiop",
  "asdfghjkl",
  "zxcvbnm",
];

/** Small letters without marks: what a guesser tries is not stopped by "Đ" or "ậ". */
const plain = (text: string): string =>
  text.normalize("NFD").replaceAll(/\p{M}/gu, "").replaceAll(/[đĐ]/g, "d").toLowerCase();

const isRun = (text: string): boolean =>
  text.length >= 3 && ROWS.some((row) => row.includes(text) || [...row].reverse().join("").includes(text));

/** The shortest part that the whole is a repetition of. */
const period = (text: string): number => {
  for (let length = 1; length <= text.length / 2; length += 1)
    if (text.length % length === 0 && text.slice(0, length).repeat(text.length / length) === text)
      return length;
  return text.length;
};

const day = "(0?[1-9]|[12]\\d|3[01])";
const month = "(0?[1-9]|1[0-2])";
const year = "((19|20)\\d\\d|\\d\\d)";
const DATE = new RegExp(`^(${day}[-/. ]?${month}[-/. ]?${year}|(19|20)\\d\\d[-/. ]?${month}[-/. ]?${day})$`);

const names = (known: readonly string[]): string[] =>
  known.flatMap((text) => plain(text).split(/[^a-z0-9]+/)).filter((part) => part.length >= 3);

const alphabet = (text: string): number =>
  (/\d/.test(text) ? 10 : 0) +
  (/[a-z]/.test(text) ? 26 : 0) +
  (/\p{Lu}/u.test(text) ? 26 : 0) +
  (/[^\p{L}\d]/u.test(text) ? 20 : 0);

/** A guesser tries words whole; a run, a year or a repetition is a few guesses more. */
const WORD_BITS = 12;
const EASY_BITS = 7;

/** Bits of a part without spaces. */
const bitsOf = (part: string, easy: readonly string[]): number => {
  const text = plain(part);
  if (text === "") return 0;
  if (isRun(text) || period(text) <= 2 || /^((19|20)\d\d|\d{1,2})$/.test(text) || DATE.test(text))
    return EASY_BITS;
  if (easy.some((word) => text === word)) return EASY_BITS;
  const raw = text.length * Math.log2(Math.max(alphabet(part), alphabet(text), 2));
  return /^[a-z]+$/.test(text) ? Math.min(raw, WORD_BITS + Math.max(0, text.length - 8) * 2) : raw * 0.75;
};

/** A cautious guess at how many bits a secret takes to guess for somebody who knows how people choose. */
export const secretBits = (secret: string, known: readonly string[] = []): number => {
  const easy = [...COMMON, ...names(known)];
  const parts = secret.normalize("NFC").split(/[\s_.,;:/+-]+/);
  return [...new Set(parts.map((part) => part.toLowerCase()))].reduce(
    (bits, part) => bits + bitsOf(part, easy),
    0,
  );
};

/** Null when the secret will do. Says first what is easiest to mend. */
export const weaknessOf = (secret: string, { length, kind, known }: SecretRules): SecretWeakness | null => {
  const normal = secret.normalize("NFC");
  if ([...normal].length < length) return "secret-too-short";
  const text = plain(normal);
  if (period(text) <= 3 && period(text) < text.length) return "secret-repeats";
  if (isRun(text)) return "secret-sequence";
  if (DATE.test(text)) return "secret-date";
  const letters = text.replaceAll(/[^a-z]/g, "");
  if (COMMON.includes(letters) && text.length - letters.length <= 4) return "secret-common";
  if (letters.length > 0 && names(known).includes(letters)) return "secret-is-name";
  return kind === "passphrase" && secretBits(normal, known) < PASSPHRASE_BITS ? "secret-too-weak" : null;
};
