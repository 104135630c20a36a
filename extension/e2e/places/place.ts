import type { Page } from "puppeteer-core";
import type { BrowserSession, FaultProxy } from "../harness/index.ts";
import type { BoardReader } from "../support/board-reader.ts";

/** A managed person of today, no emergency. */
export interface Person {
  /** The hospital's own patient code. */
  readonly code: string;
  /** Id of the Patient at the board. */
  readonly patient: string;
}

/** Kinds of form that each place offers. */
export type PlaceForm = "exam" | "referral";

/** Where receptionist and doctor do their job: the extension's panel beside a HIS, or a page of a portal. Signed in, the roster is there. */
export interface Place {
  /** The browser; another one after `relaunch`. */
  readonly session: BrowserSession;
  /** The network between browser and board. */
  readonly faults: FaultProxy;
  readonly officer: BoardReader;
  /** Two people whom nobody saw today. */
  readonly people: readonly [Person, Person];
  /** Opens a person in a new tab. @returns the page in which our elements stand */
  open(person: Person): Promise<Page>;
  /** Brings the tab to the front whose page that is. */
  turnTo(page: Page): Promise<void>;
  /** Opens the first form of a kind, which may be a draft; resolves when its first question has the focus. */
  openForm(page: Page, kind: PlaceForm): Promise<void>;
  /** Leaves a form that was submitted. */
  closeForm(page: Page): Promise<void>;
  /** The browser again on the same profile, after it was killed: locked. */
  relaunch(): Promise<void>;
  end(): Promise<void>;
}
