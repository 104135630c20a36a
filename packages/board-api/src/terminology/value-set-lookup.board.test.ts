import { VALUE_SETS } from "@cadre-care/fhir";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Database, Queryable } from "../database/database.ts";
import { openPglite } from "../database/pglite-database.ts";
import { createSchema } from "../database/schema.ts";
import { insertRows, updateRow } from "../repository/resource-rows.ts";
import { ValueSetLookup } from "./value-set-lookup.ts";

const setOf = (id: string, ...codes: readonly string[]) => ({
  resourceType: "ValueSet",
  id,
  url: `https://x.example/ValueSet/${id}`,
  status: "active",
  compose: { include: [{ system: "urn:x", concept: codes.map((code) => ({ code, display: code })) }] },
});
const urlOf = (id: string) => setOf(id).url;

describe("looking up value sets", () => {
  let database: Database;
  let valueSets: ValueSetLookup;
  /** Ids of those whose content was read. */
  const read: string[] = [];
  const watched = (queryable: Queryable): Queryable => ({
    query: async <Row extends object>(sql: string, parameters?: readonly unknown[]) => {
      const rows = await queryable.query<Row>(sql, parameters);
      for (const row of rows) if ("content" in row && "id" in row) read.push(String(row.id));
      return rows;
    },
  });
  const codes = async (urls: readonly string[], from: Queryable = database) =>
    (await valueSets.withUrls(watched(from), urls)).map(({ concepts }) => concepts.map(({ code }) => code));
  const amend = async (transaction: Queryable, version: string, ...given: readonly string[]) => {
    await updateRow(transaction, setOf("a", ...given), version, new Date());
    return codes([urlOf("a")], transaction);
  };

  beforeAll(async () => {
    database = await openPglite(undefined);
    await database.transaction(async (transaction) => {
      await createSchema(transaction);
      await insertRows(transaction, [setOf("a", "1"), setOf("b", "2"), setOf("c", "3")], new Date());
    });
    valueSets = new ValueSetLookup();
  }, 600_000);
  afterAll(() => database.close());

  it("reads those that are asked for, once, and again when they change", async () => {
    expect(await codes([urlOf("a"), "https://x.example/ValueSet/none"])).toEqual([["1"]]);
    expect(await codes([urlOf("a"), urlOf("b")])).toHaveLength(2);
    expect((await valueSets.withId(watched(database), "b"))?.resource.url).toBe(urlOf("b"));
    expect(read).toEqual(["a", "b"]);
    expect(await database.transaction((transaction) => amend(transaction, "1", "1", "4"))).toEqual([
      ["1", "4"],
    ]);
    expect(await codes([urlOf("a"), urlOf("b")])).toEqual(expect.arrayContaining([["1", "4"], ["2"]]));
    expect(read).toEqual(["a", "b", "a"]);
  });

  it("does not remember what was rolled back", async () => {
    const rolledBack = database.transaction(async (transaction) => {
      expect(await amend(transaction, "2", "5")).toEqual([["5"]]);
      throw new Error("rolled back");
    });
    await expect(rolledBack).rejects.toThrow("rolled back");
    await database.transaction((transaction) => updateRow(transaction, setOf("a", "6"), "2", new Date()));
    expect(await codes([urlOf("a")])).toEqual([["6"]]);
  });

  it("asks the policy for its own", async () => {
    expect(await codes([VALUE_SETS.receivingHospital, urlOf("b")])).toEqual([["2"], []]);
    expect(await codes([VALUE_SETS.cadreClass])).toEqual([]);
  });
});
