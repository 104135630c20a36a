import type { CheckId } from "../checks/all-checks.ts";
import type { CapabilityText } from "./capability-text.ts";
import { READING_TEXTS } from "./reading-texts.ts";
import { WRITING_TEXTS } from "./writing-texts.ts";

/** What each check is about, for the people who run a board. */
export const CAPABILITY_TEXTS: Readonly<Record<CheckId, CapabilityText>> = {
  ...READING_TEXTS,
  ...WRITING_TEXTS,
};
