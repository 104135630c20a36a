export type Language = "vi" | "en";

/** A text for a person to read. Vietnamese is the first language of every screen. */
export interface LocalizedText {
  readonly vi: string;
  readonly en: string;
}
