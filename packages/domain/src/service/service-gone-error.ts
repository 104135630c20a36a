import type { Problem } from "../result/result.ts";
import { serviceProblems } from "./service-messages.ts";

/** The other side of a `CareService` went away: a stopped background, a closed port. Nothing is known of the pending call. */
export class ServiceGoneError extends Error {
  override readonly name = "ServiceGoneError";
  readonly problem: Problem = serviceProblems.problem("service-gone");

  constructor(options?: ErrorOptions) {
    const { message } = serviceProblems.problem("service-gone");
    super(`${message.vi} / ${message.en}`, options);
  }
}
