const COMBINING = /\p{M}/gu;
const LATIN_MARKS = /[\u0300-\u036f]/g;
/** What nearly every text is once its marks are gone; the rest takes the long way to the same key. */
const ORDERLY = /^(?:[a-z0-9]+(?: [a-z0-9]+)*)?$/;
const NOISE = /[\p{Cf}\p{Cc}]/gu;

/** One case, one composition, single spaces; punctuation around words goes. Tone marks stay. */
const plain = (name: string): string =>
  name
    .normalize("NFKC")
    .replace(/\s+/gu, " ")
    .replace(NOISE, "")
    .toLocaleLowerCase("vi")
    .replace(/[^\p{L}\p{M}\p{N} ]+/gu, " ")
    .replace(/ +/g, " ")
    .trim();

/**
 * Comparison key of a name: without marks, tones, case, composition or stray spaces, đ as d, so that Hoà and Hòa,
 * NFC and NFD, "NGUYEN VAN DUC" and "Nguyễn Văn Đức" meet (DOMAIN 8). i and y stay apart: see `nameVariantKey`.
 */
export const foldName = (name: string): string => {
  const quick = name.normalize("NFKD").toLowerCase().replace(LATIN_MARKS, "").replace(/đ/g, "d");
  return ORDERLY.test(quick) ? quick : foldAny(name);
};

const foldAny = (name: string): string =>
  plain(name).normalize("NFD").replace(COMBINING, "").replace(/đ/g, "d").trim();

/**
 * As `foldName`, and final y after a consonant as i: Lý/Lí, Mỹ/Mĩ, Quý/Quí are written both ways. For *possible*
 * only, never for certainty (DOMAIN 8). Thúy keeps its y: there it is another sound.
 */
export const nameVariantKey = (name: string): string =>
  foldName(name)
    .split(" ")
    .map((syllable) => syllable.replace(/^(qu|[bcdghklmnpqrstvx]+)y$/, "$1i"))
    .join(" ");

const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g;

/** Marks kept, but each syllable's tone moved to its end, where its place cannot differ. */
const accentKey = (name: string): string =>
  plain(name)
    .split(" ")
    .map((syllable) => {
      const parts = syllable.normalize("NFD");
      return parts.replace(TONES, "").normalize("NFC") + (parts.match(TONES) ?? []).join("");
    })
    .join(" ");

const hasMarks = (name: string): boolean => accentKey(name) !== foldName(name);

/**
 * `same`: the same name but for spelling noise. `compatible`: nothing contradicts, one is written without marks, or
 * they differ in i and y. `different`: two names, as Hoa and Hòa are where both are written with marks.
 */
export const compareNames = (one: string, other: string): "same" | "compatible" | "different" => {
  if (nameVariantKey(one) !== nameVariantKey(other)) return "different";
  if (foldName(one) !== foldName(other)) return "compatible";
  if (accentKey(one) === accentKey(other)) return "same";
  return hasMarks(one) && hasMarks(other) ? "different" : "compatible";
};

/** "Bùi, Quốc Hùng", family name first with a comma, as "Bùi Quốc Hùng". Without a comma, only spaces are tidied. */
export const nameFromFamilyGiven = (text: string): string =>
  text
    .normalize("NFC")
    .replace(/\s*[,，]\s*/u, " ")
    .replace(/\s+/gu, " ")
    .trim();
