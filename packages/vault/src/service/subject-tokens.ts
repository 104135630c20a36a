import type { ConflictReason, DirectoryEntry, StatedIdentity } from "@cadre-care/domain";
import { randomBytes, toBase64url } from "../keys/base64url.ts";

/** Who a token stands for. Without an entry there is nobody to open. */
export interface Subject {
  readonly kind: "managed" | "possible" | "conflict" | "nobody";
  readonly entry?: DirectoryEntry;
  /** Staff must have compared an identity paper before anything is recorded. */
  readonly confirm: boolean;
  readonly reason?: ConflictReason;
  /** More people than one fit: they are opened one by one from the page's list. */
  readonly candidates: number;
  readonly stated: StatedIdentity;
  readonly emergency: boolean;
}

const TOKEN_BYTES = 16;

/**
 * Opaque tokens of one page. A token is random and bound to what was stated and found: the same patient with the same
 * answer keeps it, so that a form finds its patient again; any other gets another. What is not offered now does not open.
 */
export class SubjectTokens {
  readonly #tokens = new Map<string, string>();
  /** By where they are offered: the page's patient, or one list. */
  readonly #offered = new Map<string, Map<string, Subject>>();

  /** What `place` offers from now on, instead of what it offered. Answers the tokens in the same order. */
  offer(place: string, subjects: readonly Subject[]): string[] {
    const offered = new Map<string, Subject>();
    const tokens = subjects.map((subject) => {
      const token = this.#tokenOf(subject);
      offered.set(token, subject);
      return token;
    });
    this.#offered.set(place, offered);
    return tokens;
  }

  withdraw(place: string): void {
    this.#offered.delete(place);
  }

  find(token: string): Subject | undefined {
    for (const offered of this.#offered.values()) {
      const subject = offered.get(token);
      if (subject) return subject;
    }
    return undefined;
  }

  /** Locking: nothing of the directory stays in memory. */
  clear(): void {
    this.#offered.clear();
    this.#tokens.clear();
  }

  #tokenOf(subject: Subject): string {
    const { kind, entry, reason, stated } = subject;
    const key = JSON.stringify([kind, entry?.personId, reason, stated]);
    const token = this.#tokens.get(key) ?? toBase64url(randomBytes(TOKEN_BYTES));
    this.#tokens.set(key, token);
    return token;
  }
}
