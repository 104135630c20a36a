import type { Queryable } from "../database/database.ts";
import { valueSetKey } from "../repository/keys.ts";
import { policyValueSetsNow } from "./policy-value-sets.ts";
import { isStoredUrl } from "./stored-url.ts";
import { type KnownValueSet, knownValueSet } from "./value-sets.ts";

interface Parsed {
  readonly state: string;
  readonly known: KnownValueSet | undefined;
}

/**
 * Which content a row holds: its version, and the transaction that wrote it, since the version that a rolled back
 * transaction gave is given again to another content.
 */
const STATE = "version || '/' || xmin::text AS state";

/** Value sets of one database by what asks for them, each read and parsed again only when it has changed. */
export class ValueSetLookup {
  readonly #parsed = new Map<string, Parsed>();

  /** Those at these URLs, stored or following from the policy. */
  async withUrls(database: Queryable, urls: Iterable<string>): Promise<readonly KnownValueSet[]> {
    const wanted = new Set(urls);
    const stored = [...wanted].filter(isStoredUrl);
    const found = await this.#stored(database, "business_key", stored.map(valueSetKey));
    if (stored.length === wanted.size) return found;
    const ofPolicy = await policyValueSetsNow(database);
    return [...found, ...ofPolicy.filter(({ resource }) => wanted.has(resource.url))];
  }

  async withId(database: Queryable, id: string): Promise<KnownValueSet | undefined> {
    return (await this.#stored(database, "id", [id]))[0];
  }

  async #stored(
    database: Queryable,
    column: "business_key" | "id",
    values: readonly string[],
  ): Promise<readonly KnownValueSet[]> {
    if (values.length === 0) return [];
    const rows = await database.query<{ id: string; state: string }>(
      `SELECT id, ${STATE} FROM resource WHERE type = 'ValueSet' AND ${column} = ANY($1)`,
      [values],
    );
    const changed = rows.filter(({ id, state }) => this.#parsed.get(id)?.state !== state);
    if (changed.length > 0)
      await this.#read(
        database,
        changed.map(({ id }) => id),
      );
    return rows.flatMap(({ id }) => this.#parsed.get(id)?.known ?? []);
  }

  async #read(database: Queryable, ids: readonly string[]): Promise<void> {
    const rows = await database.query<{ id: string; state: string; content: unknown }>(
      `SELECT id, ${STATE}, content FROM resource WHERE type = 'ValueSet' AND id = ANY($1)`,
      [ids],
    );
    for (const { id, state, content } of rows) this.#parsed.set(id, { state, known: knownValueSet(content) });
  }
}
