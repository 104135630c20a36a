import type { CareService, CareTopic } from "@cadre-care/domain";
import type { ExtensionTopics } from "./extension-topics.ts";

/** What a view may ask of the extension besides CareService. Values are JSON. */
export interface ExtensionCommands {
  /** Opens the side panel of this tab (Firefox: an extension window, DESIGN 6). Needs a user's click. */
  openPanel(): Promise<void>;
  /** Makes the person of a list the one whose details the panel shows; null: the page's patient again. */
  showPerson(subject: string | null): Promise<void>;
  /** Takes the docked frame off the screen. */
  closeDock(): Promise<void>;
  buildInformation(): Promise<BuildInformation>;
}

export interface BuildInformation {
  readonly version: string;
  readonly board: string;
  readonly sites: readonly string[];
}

export type ViewCommand = Exclude<keyof CareService, "subscribe" | "statePatient"> | keyof ExtensionCommands;
export type ViewContext = "marks" | "banner" | "docked" | "panel" | "popup" | "options";

const session = [
  "signIn",
  "createSecret",
  "unlock",
  "unlockWithPasskey",
  "addPasskey",
  "recover",
  "lock",
  "signOut",
  "setLanguage",
] as const;

const outbox = ["openEntry", "resendEntry", "correctEntry", "chooseVersion", "handOverEntry"] as const;

const forms = ["listForms", "openForm", "saveDraft", "submitForm", "viewForm", "searchCodes"] as const;

/**
 * The short list of each context (DESIGN 6). A frame inside a page can open the panel: secrets and details are out of
 * the page's reach. The banner can look a scan up besides, for what is typed into it the page never gets, and it is answered
 * without a name. No forms there, but for the docked frame of a site whose profile wants one: it loses
 * nothing that a page can have a user click away, and what it may not ask for in a browser that cannot prove that it is
 * seen is taken out when it connects (`dockedCommands`).
 */
export const ALLOWED_COMMANDS: Readonly<Record<ViewContext, readonly ViewCommand[]>> = {
  marks: [],
  banner: ["openPanel", "lookUpScan", "forgetScan"],
  docked: [...forms, "openPanel", "closeDock"],
  panel: [
    ...session,
    "lookUpScan",
    "forgetScan",
    "openDetails",
    "checkIn",
    "withdrawLink",
    "undoCheckIn",
    "recordStep",
    "synchronise",
    "sendNow",
    ...outbox,
    ...forms,
    "discardDraft",
    "showPerson",
  ],
  popup: [...session, "lookUpScan", "synchronise", "sendNow", ...outbox, "openPanel", "showPerson"],
  options: [...session, "enrolDevice", "synchronise", "sendNow", ...outbox, "buildInformation"],
};

/** What a docked frame may ask for. Submitting needs the proof that the frame is seen, which Firefox does not have. */
export const dockedCommands = (provesVisibility: boolean): readonly ViewCommand[] =>
  ALLOWED_COMMANDS.docked.filter((command) => command !== "submitForm" || provesVisibility);

export const ALLOWED_TOPICS: Readonly<Record<ViewContext, readonly (CareTopic | keyof ExtensionTopics)[]>> = {
  marks: ["marks"],
  banner: ["subject", "session"],
  docked: ["subject", "session", "roster", "outbox", "connection", "forms", "dock"],
  panel: [
    "session",
    "subject",
    "scan",
    "marks",
    "page",
    "roster",
    "outbox",
    "connection",
    "forms",
    "selection",
  ],
  popup: ["session", "marks", "page", "roster", "outbox", "connection", "forms"],
  options: ["session", "roster", "outbox", "connection"],
};
