import type { ScanAnswer } from "@cadre-care/domain";
import { nothing, type TemplateResult } from "lit";
import { wordFor } from "../language/catalogue.ts";
import type { LanguageController } from "../language/language-controller.ts";
import {
  iconConflict,
  iconEmergency,
  iconLocked,
  iconManaged,
  iconNotEnough,
  iconNotManaged,
  iconPossible,
  iconReading,
} from "../theme/icons.ts";
import { notice } from "../theme/notice.ts";
import { scanAnswerMessages } from "./scan-answer.messages.ts";

/** Why a code that was read leads to no answer, and what to scan instead. */
const shortageOf = (view: ScanAnswer, text: (typeof scanAnswerMessages)["vi"]): string => {
  if (view.source === "cmnd-number") return text.cmnd;
  return view.source === "card-number" ? text.card : text.weak;
};

/**
 * The one thing that is said of the scanned person (DESIGN rule 10). `actions`: what can be done about somebody whose
 * details open elsewhere.
 */
export const answerNotice = (
  view: ScanAnswer,
  words: LanguageController,
  actions: TemplateResult | typeof nothing,
): TemplateResult | typeof nothing => {
  const text = words.of(scanAnswerMessages);
  const { about } = view;
  if (view.emergency) return notice("urgent", iconEmergency(), text.emergency, text.emergencyHow);
  switch (about.state) {
    case "managed":
      return notice("accent", iconManaged(), text.managed, text.managedHow, actions);
    case "possible":
      return notice("caution", iconPossible(), text.possible, text.possibleHow, actions);
    case "conflict":
      return notice(
        "caution",
        iconConflict(),
        text.conflict,
        `${wordFor(text.conflicts, about.reason)} ${text.conflictHow}`,
      );
    case "not-managed":
      return view.roster.state === "empty"
        ? notice("plain", iconNotEnough(), text.noRoster, text.noRosterHow)
        : notice("plain", iconNotManaged(), text.notManaged, text.notManagedHow);
    case "not-enough":
      // With a warning (too many look-ups, a damaged row) the code itself may be good: the warning says what to do.
      return view.warnings.length > 0
        ? notice("plain", iconNotEnough(), text.unsettled)
        : notice("plain", iconNotEnough(), text.notEnough, shortageOf(view, text));
    case "reading":
      return view.warnings.length > 0
        ? notice("plain", iconNotEnough(), text.unsettled)
        : notice("plain", iconReading(), text.reading);
    case "locked":
    case "signed-out":
      return notice("plain", iconLocked(), text.locked, text.lockedHow);
    case "no-patient":
    case "profile-mismatch":
      return nothing;
  }
};
