import type { FieldRole } from "@cadre-care/his/draft";
import type { OverlayDrawing } from "../overlay-messages.ts";
import type { Box } from "../page-messages.ts";
import { targetName } from "./wizard-state.ts";
import type { WizardWords } from "./words.ts";

const labelOf = (kind: Box["kind"], words: WizardWords): string => {
  if (kind === "hover") return "";
  if (kind === "gutter") return words.marks;
  if (kind === "banner") return words.banner;
  return targetName(words, kind);
};

const toneOf = (
  kind: Box["kind"],
  chosen: FieldRole | undefined,
): OverlayDrawing["boxes"][number]["tone"] => {
  if (kind === "hover") return "hover";
  if (kind === "gutter" || kind === "banner" || kind === "root" || kind === "recognise") return "place";
  return kind === chosen ? "chosen" : "field";
};

/** What is drawn over one document: its boxes with their names, and what to do while somebody points. */
export const drawingOf = (
  boxes: readonly Box[],
  chosen: FieldRole | undefined,
  pointing: string | undefined,
  words: WizardWords,
): OverlayDrawing => ({
  boxes: boxes.map(({ kind, ...place }) => ({
    ...place,
    label: labelOf(kind, words),
    tone: toneOf(kind, chosen),
  })),
  hint: pointing === undefined ? "" : `${words.pointing(pointing)} ${words.pointingHint}`,
});
