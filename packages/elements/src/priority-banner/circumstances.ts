import type { ConnectionView, RosterView } from "@cadre-care/domain";
import type { LanguageController } from "../language/language-controller.ts";
import { fromNow, lengthOfTime } from "../language/spans-of-time.ts";
import { iconClock, iconOffline, iconSync } from "../theme/icons.ts";
import { detailsMessages } from "./details.messages.ts";
import type { Circumstance } from "./offline.ts";
import { bannerMessages } from "./priority-banner.messages.ts";

/** Offline, an old, broken-off or missing list, a clock that is wrong. */
export const circumstancesOf = (
  view: { readonly roster: RosterView; readonly connection: ConnectionView },
  words: LanguageController,
  now: number,
): readonly Circumstance[] => {
  const text = words.of(detailsMessages);
  const { offline, empty, noRosterHow } = words.of(bannerMessages);
  const { roster, connection } = view;
  const found: Circumstance[] = [];
  if (!connection.online) found.push({ icon: iconOffline(), word: offline, advice: text.offlineHow });
  if (connection.clockOffSeconds !== undefined) {
    const off = lengthOfTime(words.current, connection.clockOffSeconds * 1_000);
    found.push({ icon: iconClock(), word: text.clock(off), advice: text.clockHow });
  }
  if (roster.state === "empty") found.push({ icon: iconSync(), word: empty, advice: noRosterHow });
  if (roster.state === "cut-off") found.push({ icon: iconSync(), word: text.cutOff, advice: text.cutOffHow });
  if (roster.state === "stale" && roster.syncedAt !== undefined)
    found.push({
      icon: iconSync(),
      word: text.stale(fromNow(words.current, roster.syncedAt, now)),
      advice: text.staleHow,
    });
  return found;
};
