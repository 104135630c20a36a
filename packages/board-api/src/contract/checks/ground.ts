import type { Policy } from "@cadre-care/domain";
import type { Author, BoardKey } from "@cadre-care/fhir";
import type { Desk } from "../calls.ts";

/** Who and what a board is asked with. Where something is undefined, what needs it is not asked. */
export interface Ground {
  /** Base address of the board, without a slash at the end; FHIR is at `<url>/fhir`. */
  readonly url: string;
  /** Works with patients. */
  readonly desk: Desk;
  /** Another desk of the same hospital; may be the same account. */
  readonly second: Desk;
  /** Reads what desks only write. */
  readonly office: Desk | undefined;
  /** Not signed in. */
  readonly nobody: Desk;
  readonly author: Author;
  readonly secondAuthor: Author;
  /** Code of the hospital, and of a service process. */
  readonly site: string;
  readonly process: string;
  /** Code of a step of a visit that ends nothing. */
  readonly step: string;
  /** Logical id of a Patient whom nobody looks after, another one each time as far as there are several. @throws NotAsked */
  readonly nextPerson: () => string;
  /** yyyy-MM-dd, another one each time, so that no two checks meet in a visit. */
  readonly nextDay: () => string;
  /** When the entries were made: ISO instant with offset. */
  readonly at: string;
  readonly policy: Policy | undefined;
  readonly documentKeys: readonly BoardKey[] | undefined;
  readonly signIn: SignInGround;
  /** Origins of portals (http, https) and extensions that are to reach the board. */
  readonly origins: readonly string[];
  /** Requests to send at once to `/metadata`; 0 for none. */
  readonly burst: number;
  /** Whether an answer of 429 or 503 came with Retry-After, for each that came so far. */
  readonly waits: readonly boolean[];
}

export interface SignInGround {
  readonly clientId: string;
  readonly redirectUri: string;
  /** What the desk's sign-in gave, where it was made by who asks. */
  readonly refreshToken: string | undefined;
  readonly idToken: string | undefined;
  /** Hears of a refresh token that took the former one's place. */
  readonly renewed: (refreshToken: string) => void;
}
