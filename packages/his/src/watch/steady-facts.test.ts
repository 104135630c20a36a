import type { PageFact, StatedIdentity } from "@cadre-care/domain/page";
import { describe, expect, it } from "vitest";
import { LINGER_MS, STEADY_MS, SteadyFacts } from "./steady-facts.ts";

const one: StatedIdentity = { identifiers: [{ kind: "cccd", value: "003061000001" }], name: "Bùi Quốc Hùng" };
const other: StatedIdentity = { identifiers: [{ kind: "cccd", value: "003061000002" }], name: "Lê Thị Lan" };
const address = (text: string): PageFact => ({ item: "person-address", text });
const nation: PageFact = { item: "person-nationality", text: "Việt Nam" };
const theirs = [address("Số 1"), nation];

/** The first patient's facts, told. */
const steady = (): SteadyFacts => {
  const facts = new SteadyFacts();
  facts.read(one, theirs, 0);
  facts.read(one, theirs, STEADY_MS);
  return facts;
};

describe("facts of a page", () => {
  it("are told after two equal readings that lie apart", () => {
    const facts = new SteadyFacts();
    expect(facts.read(one, theirs, 0)).toBe(STEADY_MS);
    facts.read(one, theirs, 10);
    expect(facts.told).toEqual([]);
    expect(facts.read(one, theirs, STEADY_MS)).toBeUndefined();
    expect(facts.told).toEqual(theirs);
  });

  it("are held back as soon as one of them changes", () => {
    const facts = steady();
    expect(facts.read(one, [address("Số 2"), nation], 1000)).toBe(1000 + STEADY_MS);
    expect(facts.told).toEqual([]);
    facts.read(one, [address("Số 2"), nation], 1000 + STEADY_MS);
    expect(facts.told).toEqual([address("Số 2"), nation]);
  });

  it("that were another patient's are held back until the page replaced them, or let them stand", () => {
    const facts = steady();
    facts.read(other, theirs, 1000);
    facts.read(other, theirs, 1000 + STEADY_MS);
    expect(facts.told).toEqual([]);
    facts.read(other, [address("Số 2"), nation], 1500);
    expect(facts.read(other, [address("Số 2"), nation], 1500 + STEADY_MS)).toBe(1500 + LINGER_MS);
    expect(facts.told).toEqual([address("Số 2")]);
    facts.read(other, [address("Số 2"), nation], 1500 + LINGER_MS);
    expect(facts.told).toEqual([address("Số 2"), nation]);
  });

  it("that changed before the name did are the next patient's", () => {
    const facts = steady();
    facts.read(one, [address("Số 2"), nation], 1000);
    facts.read(other, [address("Số 2"), nation], 1010);
    expect(facts.told).toEqual([]);
    facts.read(other, [address("Số 2"), nation], 1010 + STEADY_MS);
    expect(facts.told).toEqual([address("Số 2")]);
  });

  it("are nobody's while the page shows nobody, and the earlier patient's when they stood through it", () => {
    const facts = steady();
    facts.read(null, theirs, 1000);
    facts.read(null, theirs, 2000);
    expect(facts.told).toEqual([]);
    facts.read(other, theirs, 2010);
    facts.read(other, theirs, 2010 + STEADY_MS);
    expect(facts.told).toEqual([]);
    facts.read(one, theirs, 2300);
    facts.read(one, theirs, 2300 + STEADY_MS);
    expect(facts.told).toEqual([]);
  });

  it("are the patient's who comes back, and of whom more was read", () => {
    const facts = steady();
    facts.read(null, theirs, 1000);
    facts.read({ ...one, sex: "male" }, theirs, 1010);
    facts.read({ ...one, sex: "male" }, theirs, 1010 + STEADY_MS);
    expect(facts.told).toEqual(theirs);
  });

  it("are never told of the next patient, who is named first and numbered later", () => {
    const facts = steady();
    facts.read({ identifiers: [], name: "Lê Thị Lan" }, theirs, 1000);
    facts.read(other, theirs, 1010);
    facts.read(other, theirs, 1010 + STEADY_MS);
    expect(facts.told).toEqual([]);
  });

  it("are never told of the next patient, before whom less and less was said of the first", () => {
    for (const less of [
      [{ identifiers: [], name: "Bùi Quốc Hùng" }],
      [{ identifiers: one.identifiers }, { identifiers: [], sex: "male" as const }],
    ]) {
      const facts = steady();
      for (const [index, patient] of less.entries()) facts.read(patient, theirs, 1000 + index);
      facts.read(other, theirs, 1050);
      facts.read(other, theirs, 1050 + STEADY_MS);
      expect(facts.told).toEqual([]);
    }
  });
});
