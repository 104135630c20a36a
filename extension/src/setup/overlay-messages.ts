import { z } from "zod/mini";

/** What the overlay draws: boxes in the document's own viewport, in CSS pixels. `tone`: which of the colours. */
export const overlayDrawing = z.object({
  boxes: z.array(
    z.object({
      left: z.number(),
      top: z.number(),
      width: z.number(),
      height: z.number(),
      label: z.string(),
      tone: z.enum(["field", "chosen", "hover", "place"]),
    }),
  ),
  /** A line at the top while somebody points; "" otherwise. */
  hint: z.string(),
});
export type OverlayDrawing = z.infer<typeof overlayDrawing>;
