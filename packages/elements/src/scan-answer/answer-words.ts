import type { ScanAnswer } from "@cadre-care/domain";
import type { TemplateResult } from "lit";
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
import type { Tone } from "../theme/notice.ts";
import { scanAnswerMessages } from "./scan-answer.messages.ts";

/** The one thing that is said of the scanned person. */
export interface AnswerWords {
  readonly tone: Tone;
  readonly icon: TemplateResult;
  readonly title: string;
  readonly how?: string;
  /** Whether there are details that open elsewhere. */
  readonly openable?: true;
}

/** Why a code that was read leads to no answer, and what to scan instead. */
const shortageOf = (view: ScanAnswer, text: (typeof scanAnswerMessages)["vi"]): string => {
  if (view.source === "cmnd-number") return text.cmnd;
  return view.source === "card-number" ? text.card : text.weak;
};

/** What is said of the scanned person, in words and sign (DESIGN rule 10); undefined: nobody is scanned. */
export const answerWords = (view: ScanAnswer, words: LanguageController): AnswerWords | undefined => {
  const text = words.of(scanAnswerMessages);
  const { about } = view;
  const said = (tone: Tone, icon: TemplateResult, title: string, how?: string): AnswerWords =>
    how === undefined ? { tone, icon, title } : { tone, icon, title, how };
  if (view.emergency) return said("urgent", iconEmergency(), text.emergency, text.emergencyHow);
  switch (about.state) {
    case "managed":
      return { ...said("accent", iconManaged(), text.managed, text.managedHow), openable: true };
    case "possible":
      return { ...said("caution", iconPossible(), text.possible, text.possibleHow), openable: true };
    case "conflict":
      return said(
        "caution",
        iconConflict(),
        text.conflict,
        `${wordFor(text.conflicts, about.reason)} ${text.conflictHow}`,
      );
    case "not-managed":
      return view.roster.state === "empty"
        ? said("plain", iconNotEnough(), text.noRoster, text.noRosterHow)
        : said("plain", iconNotManaged(), text.notManaged, text.notManagedHow);
    case "not-enough":
      // With a warning (too many look-ups, a damaged row) the code itself may be good: the warning says what to do.
      return view.warnings.length > 0
        ? said("plain", iconNotEnough(), text.unsettled)
        : said("plain", iconNotEnough(), text.notEnough, shortageOf(view, text));
    case "reading":
      return view.warnings.length > 0
        ? said("plain", iconNotEnough(), text.unsettled)
        : said("plain", iconReading(), text.reading);
    case "locked":
    case "signed-out":
      return said("plain", iconLocked(), text.locked, text.lockedHow);
    case "no-patient":
    case "profile-mismatch":
      return undefined;
  }
};
