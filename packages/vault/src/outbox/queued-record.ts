import { z } from "zod";
import type { OutboxRecord } from "../storage/schema.ts";

/** A record that the database has numbered. */
export type QueuedRecord = OutboxRecord & { readonly seq: number };

/** A row that this version cannot take for a record. It is kept as it is. */
export interface DamagedRow {
  readonly seq: number;
  readonly raw: Readonly<Record<string, unknown>>;
}

export type Row = QueuedRecord | DamagedRow;

export const isDamaged = (row: Row): row is DamagedRow => "raw" in row;

const STATES = ["waiting", "retry", "paused", "reconcile", "parked", "quarantined"] as const;
export const KINDS = [
  "check-in",
  "check-in-undo",
  "visit-step",
  "audit",
  "amendment",
  "response",
  "referral",
  "hand-over",
  "site-link",
  "site-link-withdrawal",
] as const;

const bytes = z.instanceof(Uint8Array);

/** What must hold of a row before anything else is believed of it. */
const recordShape = z.looseObject({
  seq: z.number(),
  id: z.string().min(1),
  kind: z.enum(KINDS),
  subjectKey: z.string(),
  schemaVersion: z.number(),
  hash: z.string(),
  body: bytes,
  acceptedAt: z.number(),
  attempts: z.number(),
  nextAttemptAt: z.number(),
  state: z.enum(STATES),
  lastError: z.string().optional(),
  readyAt: z.number().optional(),
  by: z.string().optional(),
  needs: z.array(z.string()).optional(),
  resolved: z.record(z.string(), z.string()).optional(),
  dueAt: z.string().optional(),
  earlier: z.array(z.object({ kind: z.enum(KINDS), hash: z.string(), body: bytes })).optional(),
  theirs: bytes.optional(),
  said: bytes.optional(),
});

const isRecord = (row: unknown): row is QueuedRecord => recordShape.safeParse(row).success;

/** Reads a row of the outbox: as the record that it is, or as one that is damaged or of a version that we do not know. */
export const rowOf = (value: unknown, seq: number): Row => {
  if (isRecord(value)) return value;
  return { seq, raw: typeof value === "object" && value !== null ? { ...value } : {} };
};
