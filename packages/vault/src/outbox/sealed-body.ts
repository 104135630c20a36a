import type { Problem } from "@cadre-care/domain";
import { z } from "zod";
import type { OutboxKeys } from "../keys/key-ring.ts";
import { SealBrokenError } from "../keys/seal-broken-error.ts";
import type { OutboxRecord, Sealed } from "../storage/schema.ts";
import { BODY_VERSION, type OutboxBody, outboxBodySchema, sha256 } from "./outbox-body.ts";

/** `entry-newer`: written by a later version of this software. `entry-unreadable`: not the bytes that were accepted. */
export type UnreadableCode = "entry-newer" | "entry-unreadable";

/** An entry that this version cannot read. */
export class EntryUnreadableError extends Error {
  readonly code: UnreadableCode;

  constructor(code: UnreadableCode, options?: ErrorOptions) {
    super(code, options);
    this.name = "EntryUnreadableError";
    this.code = code;
  }
}

const context = (id: string): string => `outbox/${id}`;

/** Seals a body under the entry's UUID: moved to another entry it does not open. */
export const sealBody = async (
  id: string,
  body: OutboxBody,
  keys: OutboxKeys,
): Promise<{ readonly kind: OutboxBody["kind"]; readonly hash: string; readonly body: Sealed }> => {
  const text = JSON.stringify(body);
  const [hash, sealed] = await Promise.all([sha256(text), keys.seal.seal(text, context(id))]);
  return { kind: body.kind, hash, body: sealed };
};

/** @throws EntryUnreadableError when the bytes, their hash or their shape are not those that were frozen. */
export const openBody = async (
  record: Pick<OutboxRecord, "id" | "schemaVersion" | "hash" | "body">,
  keys: OutboxKeys,
): Promise<OutboxBody> => {
  if (record.schemaVersion > BODY_VERSION) throw new EntryUnreadableError("entry-newer");
  const text = await openText(record, keys);
  try {
    return outboxBodySchema.parse(JSON.parse(text));
  } catch (cause) {
    throw new EntryUnreadableError("entry-unreadable", { cause });
  }
};

/** The body as it was written, whatever it says. @throws EntryUnreadableError */
export const openText = async (
  record: Pick<OutboxRecord, "id" | "hash" | "body">,
  keys: OutboxKeys,
): Promise<string> => {
  let text: unknown;
  try {
    text = await keys.seal.open(record.body, context(record.id));
  } catch (cause) {
    if (!(cause instanceof SealBrokenError || cause instanceof SyntaxError)) throw cause;
    throw new EntryUnreadableError("entry-unreadable", { cause });
  }
  if (typeof text !== "string" || (await sha256(text)) !== record.hash)
    throw new EntryUnreadableError("entry-unreadable");
  return text;
};

const part = (id: string, name: "theirs" | "said"): string => `outbox/${id}/${name}`;

/** What the board held when it and the entry differed. */
export const sealTheirs = (id: string, resource: unknown, keys: OutboxKeys): Promise<Sealed> =>
  keys.seal.seal(resource, part(id, "theirs"));

/** What the board said when it refused. Its words are not ours to trust with being harmless: sealed. */
export const sealSaid = (id: string, problem: Problem, keys: OutboxKeys): Promise<Sealed> =>
  keys.seal.seal(problem, part(id, "said"));

/** Undefined where there is none or it does not open. */
export const openTheirs = ({ id, theirs }: Pick<OutboxRecord, "id" | "theirs">, keys: OutboxKeys) =>
  openPart(theirs, part(id, "theirs"), keys);

const problemSchema = z.object({ code: z.string(), message: z.object({ vi: z.string(), en: z.string() }) });

/** Undefined where there is none or it does not open. */
export const openSaid = async (
  { id, said }: Pick<OutboxRecord, "id" | "said">,
  keys: OutboxKeys,
): Promise<Problem | undefined> => problemSchema.safeParse(await openPart(said, part(id, "said"), keys)).data;

const openPart = async (sealed: Sealed | undefined, context: string, keys: OutboxKeys): Promise<unknown> => {
  if (!sealed) return undefined;
  try {
    return await keys.seal.open(sealed, context);
  } catch (cause) {
    if (cause instanceof SealBrokenError || cause instanceof SyntaxError) return undefined;
    throw cause;
  }
};
