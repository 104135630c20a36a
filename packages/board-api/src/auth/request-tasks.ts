import { CODE_SYSTEMS } from "@cadre-care/fhir";
import { BoardError } from "../outcome/outcome.ts";
import { codesAt, firstText } from "../validation/codes-at.ts";
import type { Caller } from "./caller.ts";

/** What desks ask of the board's staff, by code of CODE_SYSTEMS.request, with the status that a desk gives it. */
const STATUS: Readonly<Record<string, string>> = {
  referral: "requested",
  "hand-over": "requested",
  withdrawn: "rejected",
};

const requestsOf = (resource: { readonly resourceType: string } | undefined): readonly string[] =>
  resource?.resourceType === "Task" ? codesAt(resource, "code", CODE_SYSTEMS.request) : [];

/**
 * A desk asks and decides nothing: its Task is open, and a referral's comes from who may write the referral.
 * @throws BoardError `not-permitted`, `profile-violated`
 */
export const assertMayAsk = (caller: Caller, resource: { readonly resourceType: string }): void => {
  const requests = requestsOf(resource);
  if (requests.includes("referral") && !caller.scopes.allows("ServiceRequest", "create"))
    throw new BoardError("not-permitted");
  const status = firstText(resource, "status");
  if (requests.some((request) => (STATUS[request] ?? status) !== status))
    throw new BoardError({ code: "profile-violated", expression: "Task.status" });
};

/** What was asked of the board's staff is done when they say so. @throws BoardError `not-permitted` */
export const assertMayAnswer = (
  caller: Caller,
  before: { readonly resourceType: string } | undefined,
  after: { readonly resourceType: string },
): void => {
  const isRequest = requestsOf(before).length + requestsOf(after).length > 0;
  if (isRequest && caller.role !== "board-officer") throw new BoardError("not-permitted");
};
