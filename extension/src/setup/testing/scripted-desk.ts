import type { TabState } from "../wizard/tab-state.ts";
import type { Desk } from "../wizard/wizard-desk.ts";
import { wizardWords } from "../wizard/words.ts";
import { EMPTY_WORKBOOK } from "../wizard/workbook.ts";

export type DeskInput = Partial<Omit<Desk, "tab" | "words">> & { readonly state?: TabState };

const nothing = async (): Promise<void> => undefined;

/** A desk for tests of screens: shows what it is told, and does nothing unless it is told what. */
export const scriptedDesk = ({ state = { kind: "unknown" }, ...input }: DeskInput): Desk => ({
  language: "vi",
  step: "pages",
  book: EMPTY_WORKBOOK,
  saved: undefined,
  reading: false,
  found: [],
  notice: undefined,
  left: false,
  edited: undefined,
  editedWork: undefined,
  chosen: undefined,
  more: false,
  pointing: undefined,
  looks: new Map(),
  tab: { state },
  words: wizardWords[input.language ?? "vi"],
  foreignFrames: [],
  isRead: false,
  begin: nothing,
  attach: () => undefined,
  detach: () => undefined,
  changed: () => undefined,
  setLanguage: () => undefined,
  goTo: () => undefined,
  keep: () => undefined,
  open: nothing,
  remember: () => undefined,
  allow: () => undefined,
  read: nothing,
  take: nothing,
  edit: nothing,
  change: nothing,
  choose: () => undefined,
  point: nothing,
  showMore: () => undefined,
  rename: nothing,
  stopPointing: () => undefined,
  fixture: async () => undefined,
  ...input,
});
