import type { SubjectView } from "@cadre-care/domain";
import type { TemplateResult } from "lit";
import { wordFor } from "../language/catalogue.ts";
import type { LanguageController } from "../language/language-controller.ts";
import { stateMessages } from "../language/state.messages.ts";
import {
  iconBroken,
  iconConflict,
  iconLocked,
  iconNobody,
  iconNotEnough,
  iconNotManaged,
  iconReading,
  iconSignedOut,
} from "../theme/icons.ts";
import { notice } from "../theme/notice.ts";
import { visitMessages } from "./visit-steps.messages.ts";

/** Why there is nothing to check in, in words; undefined for a managed or possibly managed patient. */
export const stop = (
  view: SubjectView | undefined,
  words: LanguageController,
): TemplateResult | undefined => {
  const text = words.of(visitMessages);
  const states = words.of(stateMessages);
  const about = view?.about;
  switch (about?.state) {
    case undefined:
    case "reading":
      return notice("plain", iconReading(), text.reading);
    case "signed-out":
      return notice("plain", iconSignedOut(), text.signedOut, text.signedOutHow);
    case "locked":
      return notice("plain", iconLocked(), text.locked, text.lockedHow);
    case "no-patient":
      return notice("plain", iconNobody(), text.noPatient, text.noPatientHow);
    case "not-managed":
      return view?.roster.state === "empty"
        ? notice("plain", iconNotEnough(), text.notEnough, text.noRosterHow)
        : notice("plain", iconNotManaged(), text.notManaged, text.notManagedHow);
    case "not-enough":
      return notice("plain", iconNotEnough(), text.notEnough, wordFor(states.shortage, about.reason));
    case "conflict":
      return notice(
        "caution",
        iconConflict(),
        text.conflict,
        `${wordFor(states.conflict, about.reason)} ${text.conflictHow}`,
      );
    case "profile-mismatch":
      return notice("caution", iconBroken(), text.mismatch, words.explain(about.problem));
    case "possible":
    case "managed":
      return undefined;
  }
};
