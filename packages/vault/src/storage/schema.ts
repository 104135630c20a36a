import type { OutboxEntryKind } from "@cadre-care/domain";
import type { DBSchema } from "idb";

/** AES-256-GCM: 12-byte nonce, then ciphertext with tag. Nothing else of an entry is readable at rest (DESIGN rule 4). */
export type Sealed = Uint8Array<ArrayBuffer>;

export interface SlotRecord {
  /** HMAC of issuer and subject: which user, without saying who. */
  readonly id: string;
  readonly kdf: {
    readonly name: "argon2id";
    readonly memoryKiB: number;
    readonly iterations: number;
    readonly parallelism: 1;
    readonly salt: Uint8Array<ArrayBuffer>;
  };
  /** The keys of this user, wrapped under the secret. */
  readonly wrapped: Sealed;
  readonly failures: number;
  /** Epoch milliseconds; no secret is tried before. */
  readonly retryAt: number;
  /** 1 for the first user of this machine. Absent in slots of the first version. */
  readonly ordinal?: number;
  /** This user may unlock without signing in. Absent in slots of the first version. */
  readonly signedIn?: boolean;
  /** Too many wrong secrets while the board could be reached; it opens again through the board. */
  readonly closed?: boolean;
  /** The same keys, wrapped under what an authenticator computes (WebAuthn PRF). */
  readonly passkey?: PasskeySlot;
}

export interface PasskeySlot {
  /** Credential id, base64url. */
  readonly credential: string;
  /** Input of the PRF, base64url. */
  readonly salt: string;
  readonly wrapped: Sealed;
}

/** Keys wrapped for a public key: a user's (`user/<slot>`) or the board's (`escrow/…`). */
export interface KeyringRecord {
  readonly key: string;
  /** JWE, ECDH-ES+A256KW and A256GCM. */
  readonly jwe: string;
  /** The user's public key, sealed under the outbox's keys: whom later keys are wrapped for cannot be forged on the disk. */
  readonly publicKey?: Sealed;
}

/** How a record stands on the disk. What is on the wire is known to the drainer alone: a crash leaves nothing to mend. */
export type OutboxState = "waiting" | "retry" | "paused" | "reconcile" | "parked" | "quarantined";

/** A body that a correction replaced; kept until the entry is delivered. */
export interface EarlierBody {
  readonly kind: OutboxEntryKind;
  readonly hash: string;
  readonly body: Sealed;
}

/** One accepted entry (DESIGN 5). `body` is sealed once and sent as it is, apart from references resolved at sending. */
export interface OutboxRecord {
  /** Ascending, given by the database. */
  readonly seq?: number;
  /** UUIDv7, minted once; the idempotency key. */
  readonly id: string;
  readonly kind: OutboxEntryKind;
  /** HMAC of the person: orders a patient's entries without naming them. */
  readonly subjectKey: string;
  /** Of the body; a record without a field that a later version added stays readable. */
  readonly schemaVersion: number;
  /** SHA-256 of the plain body, hexadecimal. */
  readonly hash: string;
  readonly body: Sealed;
  readonly acceptedAt: number;
  readonly attempts: number;
  readonly nextAttemptAt: number;
  readonly state: OutboxState;
  /** Problem code only; the message is looked up. */
  readonly lastError?: string;
  /**
   * When this entry may be sent: there only on the first of its lane, and only while it may be. The index over it holds
   * what is sendable and nothing else, so that finding it costs the same however much waits. 0: as soon as possible.
   */
  readonly readyAt?: number;
  /** Keyed hash of the user who accepted it. */
  readonly by?: string;
  /** Entries of this machine that must be at the board first. */
  readonly needs?: readonly string[];
  /** What entries that it needed have become: UUID to logical reference. */
  readonly resolved?: Readonly<Record<string, string>>;
  /** Instant by which law wants the result returned (DOMAIN 3.1). */
  readonly dueAt?: string;
  readonly earlier?: readonly EarlierBody[];
  /** What the board holds where it and this entry differ, sealed. */
  readonly theirs?: Sealed;
  /** Why the board refused, in its words, sealed. */
  readonly said?: Sealed;
}

/** One form of one user. Everything that says what or whom it is about is sealed under that user's drafts key. */
export interface FormRecord {
  /** UUID of the draft. */
  readonly id: string;
  /** Keyed hash of the user. */
  readonly by: string;
  readonly state: "open" | "submitted";
  /** Of what is sealed. */
  readonly schemaVersion: number;
  /** Whom, which encounter and which version it is bound to. */
  readonly binding: Sealed;
  /** The QuestionnaireResponse as last saved; absent until the first pause. */
  readonly response?: Sealed;
  /** Epoch milliseconds. */
  readonly savedAt?: number;
  /** Which opening of it saved last; absent where a version before this one did. */
  readonly savedBy?: string;
  /** Id of the outbox entry that carries it; there as soon as it is submitted. */
  readonly entry?: string;
  /** Epoch milliseconds. What was saved did not open then: kept as it is, and nobody goes on with it. */
  readonly setAside?: number;
}

export interface ReceiptRecord {
  readonly id: string;
  readonly deliveredAt: number;
  readonly serverId: string;
  readonly hash: string;
  /** Missing on receipts of schema version 1. */
  readonly kind?: OutboxEntryKind;
}

export interface VaultSchema extends DBSchema {
  /** Small facts: device id, sync cursors, schema history. Values hold nothing about people. */
  meta: { key: string; value: { readonly key: string; readonly value: unknown } };
  slots: { key: string; value: SlotRecord };
  keyrings: { key: string; value: KeyringRecord };
  /**
   * Blind index, in segments of the order in which they were written (`segment/<number>`): sealed lists of
   * HMAC(index key, rung + normalised identifier) and the row that it leads to. Read whole at unlock.
   */
  index: { key: string; value: { readonly key: string; readonly row: Sealed } };
  /** Sealed directory entries, all of one size, under a blind key of the person. */
  entries: { key: string; value: { readonly key: string; readonly entry: Sealed } };
  /** The board's resources that an entry was joined from, under the entry's key; apart, so that lookups read little. */
  parts: { key: string; value: { readonly key: string; readonly parts: Sealed } };
  /** Sealed policy and other documents from the board, the last good ones. */
  documents: { key: string; value: { readonly key: string; readonly document: Sealed } };
  visits: {
    key: string;
    value: { readonly id: string; readonly subjectKey: string; readonly day: string; readonly visit: Sealed };
    indexes: { bySubject: string };
  };
  outbox: {
    key: number;
    value: OutboxRecord;
    indexes: {
      byId: string;
      bySubject: [string, number];
      byState: [string, number];
      byReadyAt: number;
      byNeed: string;
    };
  };
  receipts: { key: string; value: ReceiptRecord; indexes: { byDeliveredAt: number } };
  forms: { key: string; value: FormRecord; indexes: { byUser: string } };
  /** Sealed site links, all of one size, under the blind name that the HIS code is looked up by. */
  links: { key: string; value: { readonly key: string; readonly link: Sealed } };
}
