import type { SubjectView } from "@cadre-care/domain";
import type { TemplateResult } from "lit";
import type { LanguageController } from "../language/language-controller.ts";
import { iconOffline, iconWarning } from "../theme/icons.ts";
import { bannerMessages } from "./priority-banner.messages.ts";

/** Something about this machine that the user should know while reading the banner. */
export interface Circumstance {
  readonly icon: TemplateResult;
  readonly word: string;
  /** What follows from it, where that is known yet. */
  readonly advice?: string;
}

/** Whether more is to be said of the machine than that it is offline. */
export const isMoreToSay = ({ roster, connection }: SubjectView): boolean =>
  connection.clockOffSeconds !== undefined || (roster.state !== "current" && roster.state !== "syncing");

/**
 * What is said of the machine by the strip alone: that it is offline, for then nothing more can be fetched, and that there
 * is more to say, where that could not be had.
 */
export const circumstancesAtOnce = (
  view: SubjectView,
  words: LanguageController,
  failed: boolean,
): readonly Circumstance[] => {
  const { offline, away } = words.of(bannerMessages);
  return [
    ...(view.connection.online ? [] : [{ icon: iconOffline(), word: offline }]),
    ...(failed && isMoreToSay(view) ? [{ icon: iconWarning(), word: away }] : []),
  ];
};
