import type { LocalizedText } from "../text/localized-text.ts";

/** DESIGN rule 1: what the banner of an emergency patient says, and all that it says. */
export const EMERGENCY_FIRST: LocalizedText = {
  vi: "Ưu tiên cấp cứu trước",
  en: "Emergency care comes first",
};
