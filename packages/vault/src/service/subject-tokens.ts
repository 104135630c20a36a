import type { ConflictReason, DirectoryEntry, MatchRung, StatedIdentity } from "@cadre-care/domain";
import { randomBytes, toBase64url } from "../keys/base64url.ts";

/** Who a token stands for. Without an entry there is nobody to open. */
export interface Subject {
  readonly kind: "managed" | "possible" | "conflict" | "nobody";
  readonly entry?: DirectoryEntry;
  /** Staff must have compared an identity paper before anything is recorded. */
  readonly confirm: boolean;
  readonly reason?: ConflictReason;
  /** By what a managed person was found. */
  readonly rung?: MatchRung;
  /** More people than one fit: they are opened one by one from the page's list. */
  readonly candidates: number;
  readonly stated: StatedIdentity;
  readonly emergency: boolean;
}

const TOKEN_BYTES = 16;

/**
 * Where a token is offered: with the page's patient, who may change at any time, among the people of its lists, or with
 * the person who was scanned.
 */
export type TokenKind = "patient" | "list" | "scan";

/**
 * Opaque tokens of one page. A token is random and bound to what was stated and found: the same patient with the same
 * answer keeps it, so that a form finds its patient again; any other gets another. What is not offered now does not
 * open. The page's patient and the same person in a list have different tokens, as only one of them can go away.
 */
export class SubjectTokens {
  readonly #tokens = new Map<string, string>();
  readonly #offered: Readonly<Record<TokenKind, Map<string, Subject>>> = {
    patient: new Map(),
    list: new Map(),
    scan: new Map(),
  };

  /** The one person of that place and whom they may be, instead of those before. Answers the tokens in the same order. */
  offerOne(place: Exclude<TokenKind, "list">, subjects: readonly Subject[]): string[] {
    this.#offered[place].clear();
    return this.#offer(place, subjects);
  }

  /** People of a list, besides those that the page's lists have shown before: who was chosen may scroll away. */
  offerList(subjects: readonly Subject[]): string[] {
    return this.#offer("list", subjects);
  }

  withdraw(kind: TokenKind): void {
    this.#offered[kind].clear();
  }

  find(token: string): Subject | undefined {
    const { patient, list, scan } = this.#offered;
    return patient.get(token) ?? list.get(token) ?? scan.get(token);
  }

  /** Locking: nothing of the directory stays in memory. */
  clear(): void {
    this.withdraw("patient");
    this.withdraw("list");
    this.withdraw("scan");
    this.#tokens.clear();
  }

  #offer(kind: TokenKind, subjects: readonly Subject[]): string[] {
    return subjects.map((subject) => {
      const token = this.#tokenOf(kind, subject);
      this.#offered[kind].set(token, subject);
      return token;
    });
  }

  #tokenOf(place: TokenKind, { kind, entry, reason, stated }: Subject): string {
    const key = JSON.stringify([place, kind, entry?.personId, reason, stated]);
    const token = this.#tokens.get(key) ?? toBase64url(randomBytes(TOKEN_BYTES));
    this.#tokens.set(key, token);
    return token;
  }
}
