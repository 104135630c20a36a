import type { SubjectView } from "@cadre-care/domain";
import { nothing, type TemplateResult } from "lit";
import { wordFor } from "../language/catalogue.ts";
import type { LanguageController } from "../language/language-controller.ts";
import { stateMessages } from "../language/state.messages.ts";
import {
  iconBroken,
  iconConflict,
  iconEmergency,
  iconLocked,
  iconManaged,
  iconNobody,
  iconNotEnough,
  iconNotManaged,
  iconPossible,
  iconReading,
  iconSignedOut,
} from "../theme/icons.ts";
import type { Tone } from "../theme/notice.ts";
import { bannerMessages } from "./priority-banner.messages.ts";

/** The one thing that the banner says: never two states at a time (DESIGN rule 10). */
export interface Headline {
  readonly name: string;
  readonly tone: Tone;
  readonly icon: TemplateResult;
  readonly title: string;
  readonly body: string | typeof nothing;
}

/**
 * The state that may be said. Emergency goes before everything (Luật KCB 15/2023/QH15 Đ3 k2); without a list on this
 * machine nobody is called "not managed", for silence is not a no.
 */
export const headlineOf = (view: SubjectView | undefined, words: LanguageController): Headline => {
  const text = words.of(bannerMessages);
  const states = words.of(stateMessages);
  const said = (
    name: string,
    tone: Tone,
    icon: TemplateResult,
    title: string,
    body: Headline["body"] = nothing,
  ): Headline => ({ name, tone, icon, title, body });

  if (view === undefined) return said("reading", "plain", iconReading(), text.reading, text.readingHow);
  if (isEmergency(view))
    return said("emergency", "urgent", iconEmergency(), text.emergency, text.emergencyHow);

  const about = view.about;
  switch (about.state) {
    case "signed-out":
      return said("signed-out", "plain", iconSignedOut(), text.signedOut, text.signedOutHow);
    case "locked":
      return said("locked", "plain", iconLocked(), text.locked, text.lockedHow);
    case "reading":
      return said("reading", "plain", iconReading(), text.reading, text.readingHow);
    case "no-patient":
      return said("no-patient", "plain", iconNobody(), text.noPatient, text.noPatientHow);
    case "profile-mismatch":
      return said("profile-mismatch", "caution", iconBroken(), text.mismatch, words.explain(about.problem));
    case "not-enough":
      return said(
        "not-enough",
        "plain",
        iconNotEnough(),
        text.notEnough,
        wordFor(states.shortage, about.reason),
      );
    case "conflict":
      return said(
        "conflict",
        "caution",
        iconConflict(),
        text.conflict,
        `${wordFor(states.conflict, about.reason)} ${text.conflictHow}`,
      );
    case "not-managed":
      return view.roster.state === "empty"
        ? said("not-enough", "plain", iconNotEnough(), text.empty, text.noRosterHow)
        : said("not-managed", "plain", iconNotManaged(), text.notManaged, text.notManagedHow);
    case "possible":
      return said("possible", "caution", iconPossible(), text.possible, text.possibleHow(about.candidates));
    case "managed": {
      const { brief, visit } = about;
      const next = visit?.steps.find((step) => step.state === "next");
      return said(
        "managed",
        "accent",
        iconManaged(),
        `${words.say(brief.process)} · ${words.say(brief.room)}`,
        `${about.confirm && visit === undefined ? `${text.confirm}. ` : ""}${text.next(words.say(next?.label ?? brief.nextStep))}`,
      );
    }
  }
};

/** Whether the page, or what is known of the person, says emergency. Either is enough. */
export const isEmergency = (view: SubjectView): boolean =>
  view.emergency ||
  (view.about.state === "managed" && view.about.brief.statutoryGroups.includes("emergency"));
