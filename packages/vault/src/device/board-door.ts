import { type Result, success } from "@cadre-care/domain";
import { operationOutcomeSchema, problemOf } from "@cadre-care/fhir";
import type { z } from "zod";
import { deviceProblems } from "./device-problems.ts";

export interface BoardDoorOptions {
  /** Base URL of the board, without a slash at the end. */
  readonly board: string;
  readonly fetch: typeof globalThis.fetch;
}

const SLOW_MS = 25_000;

/** Plain JSON requests about machines and keys, which are no matter of FHIR. */
export class BoardDoor {
  readonly #options: BoardDoorOptions;

  constructor(options: BoardDoorOptions) {
    this.#options = options;
  }

  address(path: string): string {
    return `${this.#options.board}${path}`;
  }

  get<Body>(path: string, token: string, schema: z.ZodType<Body>): Promise<Result<Body>> {
    return this.#request(path, token, { method: "GET" }, schema);
  }

  post<Body>(path: string, token: string, body: unknown, schema: z.ZodType<Body>): Promise<Result<Body>> {
    const headers = { "content-type": "application/json" };
    return this.#request(path, token, { method: "POST", body: JSON.stringify(body), headers }, schema);
  }

  async #request<Body>(
    path: string,
    token: string,
    init: RequestInit,
    schema: z.ZodType<Body>,
  ): Promise<Result<Body>> {
    try {
      const response = await this.#options.fetch(this.address(path), {
        ...init,
        headers: { accept: "application/json", ...init.headers, authorization: `Bearer ${token}` },
        cache: "no-store",
        credentials: "omit",
        redirect: "error",
        referrerPolicy: "no-referrer",
        signal: AbortSignal.timeout(SLOW_MS),
      });
      const body: unknown = await response.json();
      const read = schema.safeParse(body);
      if (response.ok && read.success) return success(read.data);
      if (response.status < 400 || response.status >= 500) return deviceProblems.refuse("board-away");
      const outcome = operationOutcomeSchema.safeParse(body);
      return outcome.success
        ? { ok: false, problem: problemOf(outcome.data) }
        : deviceProblems.refuse("board-refused");
    } catch {
      return deviceProblems.refuse("board-away");
    }
  }
}
