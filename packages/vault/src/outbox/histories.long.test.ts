import "fake-indexeddb/auto";
import { describe, expect, it } from "vitest";
import { plainKeys } from "../testing/histories/plain-keys.ts";
import { search } from "../testing/histories/property.ts";

const RUNS = Number(process.env.CADRE_HISTORIES ?? 50_000);
const PARTS = 20;

/** Each part has its own seed, which a failure names. */
describe(`${RUNS} random histories`, () => {
  it.each(Array.from({ length: PARTS }, (_, part) => part + 1))(`part %s of ${PARTS}`, async () => {
    expect(await search(Math.ceil(RUNS / PARTS), plainKeys)).toBeNull();
  });
});
