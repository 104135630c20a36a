import { randomUUID } from "node:crypto";
import { operationOutcomeSchema, problemOf } from "@cadre-care/fhir";
import type { Answer } from "../calls.ts";
import { holds, permitted, same } from "./findings.ts";
import type { Ground } from "./ground.ts";

const outcomeIn = (answer: Answer) => {
  try {
    return operationOutcomeSchema.safeParse(answer.json).data;
  } catch {
    return undefined;
  }
};

/** Whether the client would believe that the board itself refused (packages/fhir, read-answer). */
export const hasOutcome = (answer: Answer): boolean => outcomeIn(answer) !== undefined;

/** The code on which the client decides; empty where there is none. */
export const problemIn = (answer: Answer): string => {
  const outcome = outcomeIn(answer);
  return outcome ? problemOf(outcome).code : "";
};

/** Refusals are OperationOutcomes: what is none counts as a proxy's answer, and is sent again for ever. */
export const refusedInFhir = async ({ desk }: Ground) => {
  const missing = permitted(await desk.get(`/Patient/${randomUUID()}`));
  same("status of a resource that is not there", 404, missing.status);
  holds("the answer is an OperationOutcome", hasOutcome(missing));
  const cut = await desk.send("POST", "", '{"resourceType":"Bundle","type":"transac');
  same("status of half a transaction is a 4xx", 4, Math.floor(cut.status / 100));
  holds("the answer to it is an OperationOutcome", hasOutcome(cut));
};
