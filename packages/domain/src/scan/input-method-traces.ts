const ASCII_TELEX = /^dd|aa|ee|oo(?!n?g|c)|[aou]w|\p{L}[fxj]$/u;
const DOUBLED_MARKED = /đđ|ââ|êê|ôô|ăă|ơơ|ưư/;
const VIETNAMESE = /[^\p{ASCII}\P{L}]/u;

const hasMarks = (text: string): boolean => VIETNAMESE.test(text);

/**
 * Whether a Vietnamese input method has changed a field that has only digits and Latin letters on the card: a number,
 * a date, hexadecimal text. Telex makes Ê of EE, Đ of DD, and VNI makes É of E1 (DOMAIN 1.3).
 */
export const plainFieldGarbled = (field: string): boolean => hasMarks(field.normalize("NFC"));

/**
 * Whether Vietnamese text shows the keys of an input method: "NGUYEENX", "ĐĐ". Keys alone prove nothing in a text that
 * has proper marks elsewhere, since foreign names exist (LEE); there they count only within a word that is marked too.
 */
export const vietnameseTextGarbled = (text: string): boolean => {
  const plain = text.normalize("NFC").toLocaleLowerCase("vi");
  const marked = hasMarks(plain);
  const words = plain.split(/[^\p{L}\p{M}]+/u);
  return words.some(
    (word) => DOUBLED_MARKED.test(word) || (ASCII_TELEX.test(word) && (!marked || hasMarks(word))),
  );
};
