import type { ScanTexts } from "./scan-input.messages.ts";

export const english: ScanTexts = {
  label: "Scan or type a code",
  hint: "Put the cursor here, then scan the citizen ID, insurance card, priority card or medical book.",
  check: "Look up",
  empty: "There is no code. Scan again, or type the number and press Look up.",
};
