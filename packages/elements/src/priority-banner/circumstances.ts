import type { ConnectionView, RosterView } from "@cadre-care/domain";
import type { TemplateResult } from "lit";
import type { LanguageController } from "../language/language-controller.ts";
import { iconClock, iconOffline, iconSync } from "../theme/icons.ts";
import { bannerMessages } from "./priority-banner.messages.ts";

/** Something about this machine that the user should know while reading the banner. */
export interface Circumstance {
  readonly icon: TemplateResult;
  readonly word: string;
  readonly advice: string;
}

/** Offline, an old, broken-off or missing list, a clock that is wrong. */
export const circumstancesOf = (
  view: { readonly roster: RosterView; readonly connection: ConnectionView },
  words: LanguageController,
  now: number,
): readonly Circumstance[] => {
  const text = words.of(bannerMessages);
  const { roster, connection } = view;
  const found: Circumstance[] = [];
  if (!connection.online) found.push({ icon: iconOffline(), word: text.offline, advice: text.offlineHow });
  if (connection.clockOffSeconds !== undefined) {
    const off = words.dates.duration(connection.clockOffSeconds * 1_000);
    found.push({ icon: iconClock(), word: text.clock(off), advice: text.clockHow });
  }
  if (roster.state === "empty") found.push({ icon: iconSync(), word: text.empty, advice: text.noRosterHow });
  if (roster.state === "cut-off") found.push({ icon: iconSync(), word: text.cutOff, advice: text.cutOffHow });
  if (roster.state === "stale" && roster.syncedAt !== undefined)
    found.push({
      icon: iconSync(),
      word: text.stale(words.dates.relative(roster.syncedAt, now)),
      advice: text.staleHow,
    });
  return found;
};
