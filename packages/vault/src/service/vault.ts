import type {
  CareService,
  CareTopic,
  CareTopics,
  MarksView,
  OutboxView,
  PageFact,
  PasskeyOutput,
  Policy,
  Problem,
  Result,
  RosterView,
  SessionView,
  SiteProblem,
  SiteProfileOff,
  StatedIdentity,
  StatedUrgency,
  Unsubscribe,
} from "@cadre-care/domain";
import type { BoardKey } from "@cadre-care/fhir";
import type { JWK } from "jose";
import type { OpenKeyStore } from "../keys/open-key-store.ts";
import type { MachineLimits } from "../session/machine-limits.ts";
import type { SiteSighting } from "../site/site-sighting.ts";

/** The part of the Web Locks API that the one drainer needs. */
export type Locks = Pick<LockManager, "request">;

export interface MachineKeys {
  /** The keys of this machine are wrapped for it, so that the board can let somebody in (ECDH-ES+A256KW, P-256). */
  readonly escrowKey: JWK;
  /** Commands to this machine are signed by one of them (ES256). */
  readonly commandKeys: readonly JWK[];
}

/** Outlives the databases of this machine: whether a vault with keys was ever here. Neither call ever fails. */
export interface VaultMarker {
  isSet(): Promise<boolean>;
  set(): Promise<void>;
}

export interface VaultOptions {
  /** Name of the IndexedDB database; one vault per name and origin. */
  readonly databaseName: string;
  /** Base URL of the board, without a slash at the end; FHIR lives at `<board>/fhir`. */
  readonly board: string;
  /** The board's keys, fixed when this was built: documents that none of them signed are refused (DESIGN rule 8). */
  readonly boardKeys: readonly BoardKey[];
  readonly clientId: string;
  readonly redirectUri: string;
  /** Shows the board's sign-in page and resolves with the address that it came back to (`identity.launchWebAuthFlow`). */
  readonly authorise: (url: string) => Promise<string>;
  /** Code of the hospital in the board's policy. */
  readonly site: string;
  readonly openKeys: OpenKeyStore;
  /** Without it a vault that the browser has deleted is as if it had never been. */
  readonly marker?: VaultMarker;
  readonly fetch: typeof globalThis.fetch;
  /** This machine's clock, epoch milliseconds. */
  readonly now: () => number;
  /** Uniform in [0, 1): spreads retries. Keys and UUIDs always come from the platform's own generator. */
  readonly random: () => number;
  readonly locks: Locks;
  /** The board's public keys, pinned when the build is packed; without them this machine cannot be enrolled. */
  readonly machineKeys?: MachineKeys | undefined;
  readonly online: () => boolean;
  /** What the hospital's IT says for this machine, known before the vault is opened. Absent: nothing. */
  readonly limits?: () => MachineLimits;
  /** Told whenever the next wake-up changes: epoch milliseconds, or null when none is needed. */
  readonly onWake?: (at: number | null) => void;
  /** Others may have this vault open too, each with a memory of its own: tabs of a portal. */
  readonly shared?: boolean;
}

/**
 * What a page of the HIS is, as the reader of its profile recognised it. `off`: the policy has switched the profile off,
 * and the page is not read.
 */
export type StatedPageKind = "list" | "patient" | "other" | "unknown" | "off";

/** One visible row. `top` and `height` are CSS pixels in the list's own content and come back unchanged in its mark. */
export interface StatedRow {
  readonly key: string;
  readonly identity: StatedIdentity;
  readonly urgency: StatedUrgency;
  readonly top: number;
  readonly height: number;
}

/**
 * `settled` false: the page is changing, say "reading". `generation` grows with every change of identity.
 * `problems`: what the page's reader could not read, shown as advice beside the answer. `facts`: what the page says for a
 * form of this patient; they never have a part in finding out who it is. `contradictory`: the page says elsewhere
 * something else of the same patient, so that nobody is flagged. `teaches` false: nothing is learnt from it about the
 * page's codes.
 */
export interface PatientStatement {
  readonly problems?: readonly Problem[];
  readonly facts?: readonly PageFact[];
  readonly contradictory?: boolean;
  readonly teaches?: boolean;
  readonly settled: boolean;
  readonly generation: number;
  /** Names the reading where the page is told of more than once, such as after the background slept. */
  readonly reading?: string;
}

/**
 * One page that people work on: a tab of the extension, or a portal's page. What is stated here about patients stays
 * here; another scope neither sees it nor can use its tokens.
 */
export interface PageScope {
  readonly id: string;
  /** The CareService bound to this scope; its topic `marks` is the list stated last. */
  readonly service: CareService;
  /**
   * `site` null: this page belongs to no profile. A problem with code `gave-up` or any other says why nothing is read.
   * `misfits`: everything that does not fit between the page and its profile.
   */
  statePage(
    site: string | null,
    kind: StatedPageKind,
    problem?: Problem,
    misfits?: readonly SiteProblem[],
  ): void;
  /** The rows of one list that are on screen now: this reading replaces the last. Older generations are ignored. */
  stateRows(list: string, generation: number, rows: readonly StatedRow[]): void;
  /** The list left the page. */
  forgetRows(list: string): void;
  /** Resolves with the token of the patient stated, or a problem when a newer statement overtook this one. */
  statePatient(
    identity: StatedIdentity | null,
    urgency: StatedUrgency,
    statement: PatientStatement,
  ): Promise<Result<{ subject: string }>>;
  /** The listener is called at once with the present value, then at every change. */
  subscribe<Topic extends CareTopic>(topic: Topic, listener: (value: CareTopics[Topic]) => void): Unsubscribe;
  subscribeMarks(list: string, listener: (marks: MarksView) => void): Unsubscribe;
  /** The page went away. Tokens of the scope stop working; subscriptions end. */
  close(): void;
}

/** Everything that is kept on this machine, and the one door to it. Works without a DOM: service worker, background page, worker. */
export interface Vault {
  /** The scope of that id, made at the first call. */
  scope(id: string): PageScope;
  readonly session: {
    view(): SessionView;
    subscribe(listener: (value: SessionView) => void): Unsubscribe;
    signIn(): Promise<Result<SessionView>>;
    createSecret(secret: string): Promise<Result<SessionView>>;
    unlock(secret: string, user?: string): Promise<Result<SessionView>>;
    unlockWithPasskey(output: string, user?: string): Promise<Result<SessionView>>;
    addPasskey(secret: string, passkey: PasskeyOutput): Promise<Result<SessionView>>;
    recover(): Promise<Result<SessionView>>;
    enrolDevice(name: string): Promise<Result<SessionView>>;
    lock(): Promise<Result<SessionView>>;
    signOut(): Promise<Result<SessionView>>;
    setLanguage(language: string): Promise<Result<SessionView>>;
  };
  /** How often the machine's keys were changed here: now at once, then at every change. */
  rotations(listener: (count: number) => void): Unsubscribe;
  /** `VaultOptions.limits` says something else now. Resolves once a session that may not be open any more is locked. */
  limited(): Promise<void>;
  /** The policy in force, once it was fetched and while unlocked. */
  policy(): Policy | undefined;
  /** The site profiles that the policy switches off: those of now at once, then at every change. */
  switchedOff(listener: (off: readonly SiteProfileOff[]) => void): Unsubscribe;
  /** Counts where a profile does not fit its page, and reports it to the board. */
  noteSiteProblems(sighting: SiteSighting): void;
  synchronise(): Promise<Result<RosterView>>;
  drain(): Promise<Result<OutboxView>>;
  /** An alarm went off, the browser started or the network came back: does whatever is due now. */
  wake(): Promise<void>;
  /** Epoch milliseconds of the next time that `wake` has something to do. */
  nextWake(): number | null;
  /** Somebody used the product or the page just now; the idle lock starts counting again. */
  noteActivity(): void;
  /** The operating system's word (`idle.onStateChanged`): `locked` locks at once. */
  setIdleState(state: "active" | "idle" | "locked"): void;
  close(): Promise<void>;
}
