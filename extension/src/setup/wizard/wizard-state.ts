import { type DraftQuestion, isSettingTarget, type PageWork, type ProfilePage } from "@cadre-care/his/draft";
import type { PointTarget, Said } from "../page-messages.ts";
import type { WizardWords } from "./words.ts";

export const STEPS = ["hospital", "pages", "check", "save"] as const;
export type Step = (typeof STEPS)[number];

/** What one document was found to show, before IT takes it into the profile. */
export interface Found {
  readonly frameId: number;
  readonly origin: string;
  readonly path: string;
  readonly nested: boolean;
  readonly kind: ProfilePage["kind"];
  /** Undefined: only questions are left. */
  readonly work: PageWork | undefined;
  readonly questions: readonly DraftQuestion[];
}

/** How one page of the profile reads in the open tab. */
export type Look = Said<"look"> & { readonly frameId: number };

export type Notice = "nothing" | "denied" | "failed" | "silent" | "outside" | "occupied";

/** What pointing is for, in words. */
export const targetName = (words: WizardWords, target: PointTarget): string =>
  isSettingTarget(target)
    ? words.more.targets[target]
    : target === "gutter"
      ? words.pointGutter
      : target === "banner"
        ? words.pointBanner
        : words.roles[target];

/** What the wizard has to say now; undefined: nothing. */
export const noticeText = (
  words: WizardWords,
  { notice, left }: { readonly notice: Notice | undefined; readonly left: boolean },
): string | undefined => {
  if (notice === undefined) return left ? words.left : undefined;
  return {
    nothing: words.nothing,
    denied: words.denied,
    failed: words.readFailed,
    silent: words.silent,
    outside: words.pointedOutside,
    occupied: words.pointedOccupied,
  }[notice];
};
