// Bidirectional overrides make a text read otherwise than it is stored; NUL and its like are refused by FHIR servers.
const HIDDEN = /[\p{Cc}\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]/gu;
const LONE_SURROGATE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

export interface CleanText {
  readonly text: string;
  /** Whether something other than a line end was taken out. */
  readonly cleaned: boolean;
}

/**
 * A text as it may be stored: composed (NFC), without control characters; in one line, or with `\n` as the only
 * line end and tabs kept. HTML in it is text like any other.
 */
export const cleanText = (raw: string, lines: "one" | "many"): CleanText => {
  const ended = raw.replace(/\r\n?|\u2028|\u2029|\u0085/g, "\n");
  const kept = lines === "many" ? ended : ended.replace(/[\n\t]+/g, " ");
  let cleaned = false;
  const remove = (found: string): string => {
    if (found === "\n" || found === "\t") return found;
    cleaned = true;
    return "";
  };
  const text = kept.replace(LONE_SURROGATE, remove).replace(HIDDEN, remove);
  return { text: text.normalize("NFC"), cleaned };
};
