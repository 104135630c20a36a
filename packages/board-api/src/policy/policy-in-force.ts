import { type Policy, policySchema } from "@cadre-care/domain";
import { z } from "zod";
import type { Queryable } from "../database/database.ts";
import { POLICY_KEY } from "../repository/keys.ts";

const library = z.object({ content: z.array(z.object({ data: z.string() })).min(1) });

/** JSON in `Library.content[0].data`; undefined when it is not base64 of JSON. */
export const libraryJson = (resource: unknown): unknown => {
  const data = library.safeParse(resource).data?.content[0]?.data;
  if (data === undefined) return undefined;
  try {
    return JSON.parse(Buffer.from(data, "base64").toString("utf8"));
  } catch {
    return undefined;
  }
};

/** Reads the active policy, parsed again only when another version is in force. */
export class PolicyInForce {
  #version = "";
  #policy: Policy | undefined;

  readonly #seen = new WeakMap<Queryable, Promise<Policy | undefined>>();

  /** One transaction judges by one policy. */
  read(transaction: Queryable): Promise<Policy | undefined> {
    const seen = this.#seen.get(transaction) ?? this.#load(transaction);
    this.#seen.set(transaction, seen);
    return seen;
  }

  async #load(database: Queryable): Promise<Policy | undefined> {
    const [row] = await database.query<{ version: string }>(
      "SELECT id || '/' || version AS version FROM resource WHERE business_key = $1",
      [POLICY_KEY],
    );
    if (!row) return undefined;
    if (row.version !== this.#version) {
      const [found] = await database.query<{ content: unknown }>(
        "SELECT content FROM resource WHERE business_key = $1",
        [POLICY_KEY],
      );
      this.#policy = policySchema.parse(libraryJson(found?.content));
      this.#version = row.version;
    }
    return this.#policy;
  }
}
