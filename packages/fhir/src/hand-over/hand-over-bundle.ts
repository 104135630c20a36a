import { concept, identifier, restricted } from "../build.ts";
import type { AnyResource, TransactionBundle } from "../resources/index.ts";
import { type Author, authorReference } from "../visit/author.ts";
import { createByIdentifier, transaction } from "../visit/transaction.ts";

/** `hand-over`: the board's staff take it from here. `withdrawn`: a person chose what the board holds; for the record. */
export type HandOverReason = "hand-over" | "withdrawn";

export interface HandOver {
  /** UUID of the entry that is handed over; the Task has it, so that it arrives once. */
  readonly entry: string;
  readonly reason: HandOverReason;
  readonly personId?: string;
  /** What the entry would have sent, as JSON: its Bundle, and what it would have amended. */
  readonly content: string;
  /** What the person at the desk says about it. */
  readonly note?: string;
  /** ISO instant with offset. */
  readonly at: string;
}

const base64 = (text: string): string => {
  let binary = "";
  for (const byte of new TextEncoder().encode(text)) binary += String.fromCharCode(byte);
  return btoa(binary);
};

/** A Task for the board's own staff, with what was refused as an attachment (docs/fhir-profile.md). */
export const handOverBundle = (input: HandOver, author: Author): TransactionBundle<AnyResource> => {
  const { entry, reason, personId, content, note, at } = input;
  const task: AnyResource = {
    resourceType: "Task",
    meta: { security: restricted() },
    identifier: [identifier("entry", entry)],
    status: reason === "hand-over" ? "requested" : "rejected",
    intent: "order",
    code: concept("request", reason),
    ...(personId === undefined ? {} : { for: { reference: `Patient/${personId}`, type: "Patient" } }),
    authoredOn: at,
    requester: authorReference(author),
    ...(note === undefined || note === "" ? {} : { note: [{ time: at, text: note }] }),
    input: [
      {
        type: concept("request", "content"),
        valueAttachment: { contentType: "application/json", data: base64(content) },
      },
    ],
  };
  return transaction([createByIdentifier(task, entry)]);
};
