import type { PageEncoding } from "./page-settings.ts";

const TONES = /[\u0300\u0301\u0303\u0309\u0323]/gu;

/** Byte of each character of windows-1258, found by decoding all bytes. */
const windows1258 = new Map(
  [...new TextDecoder("windows-1258").decode(Uint8Array.from({ length: 256 }, (_, byte) => byte))].map(
    (character, byte): [string, number] => [character, byte],
  ),
);

const byteOf = (character: string): number => {
  const byte = windows1258.get(character);
  if (byte === undefined) throw new Error(`windows-1258 has no U+${character.codePointAt(0)?.toString(16)}`);
  return byte;
};

/** A letter that the code page lacks is written as its base letter and the tone after it, as old systems do. */
const bytesOf = (character: string): number[] => {
  const byte = windows1258.get(character);
  if (byte !== undefined) return [byte];
  const decomposed = character.normalize("NFD");
  const base = decomposed.replace(TONES, "").normalize("NFC");
  return [...base, ...(decomposed.match(TONES) ?? [])].map(byteOf);
};

/** A text as this encoding sends it. @throws Error for a character that windows-1258 cannot write */
export const encodeText = (text: string, encoding: PageEncoding): Buffer =>
  encoding === "windows-1258"
    ? Buffer.from([...text.normalize("NFC")].flatMap(bytesOf))
    : Buffer.from(encoding === "nfd" ? text.normalize("NFD") : text, "utf8");

/** What stands in the content type. */
export const charsetOf = (encoding: PageEncoding): string =>
  encoding === "windows-1258" ? "windows-1258" : "utf-8";
