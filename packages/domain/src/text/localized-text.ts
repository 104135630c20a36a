export type Language = "vi" | "en";

/**
 * A text for a person to read. Vietnamese is the first language of every screen. Further languages (BCP 47 tags, in
 * lower case) are those that a portal's own code registers with the elements; the product itself brings none.
 */
export interface LocalizedText {
  readonly vi: string;
  readonly en: string;
  readonly [further: string]: string | undefined;
}
