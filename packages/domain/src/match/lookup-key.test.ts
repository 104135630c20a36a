import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { directories, directoryEntries, person, statedIdentities } from "../testing/people.ts";
import { directoryKeys, hisCodeKey, lookupKeys, lookupKeyText } from "./lookup-key.ts";
import { MATCH_RUNGS } from "./match-outcome.ts";

const site = "site-a";

describe("lookupKeys", () => {
  it("asks one key for each rung, in the ladder's order, however much or little the page states", () => {
    fc.assert(
      fc.property(statedIdentities, (identity) => {
        expect(lookupKeys(identity, { site }).map(({ rung }) => rung)).toEqual(MATCH_RUNGS);
      }),
    );
    expect(lookupKeys({ identifiers: [] }, { site })).toHaveLength(MATCH_RUNGS.length);
  });

  it("makes keys that differ from each other, so that a batch without duplicates is not smaller for poor rows", () => {
    fc.assert(
      fc.property(statedIdentities, (identity) => {
        const rows = ["row-1", "row-2"].flatMap((pad) => lookupKeys(identity, { site, pad }));
        const padding = rows.filter((key) => key.padding).map(lookupKeyText);
        expect(new Set(padding).size).toBe(padding.length);
        const row = lookupKeys(identity, { site, pad: "row-1" }).map(lookupKeyText);
        expect(new Set(row).size).toBe(MATCH_RUNGS.length);
      }),
    );
  });

  it("never pads with a key under which somebody is filed", () => {
    fc.assert(
      fc.property(statedIdentities, directories, fc.string(), (identity, directory, pad) => {
        const filed = new Set(directory.flatMap(directoryKeys).map(lookupKeyText));
        const padding = lookupKeys(identity, { site, pad }).filter((key) => key.padding);
        expect(padding.some((key) => filed.has(lookupKeyText(key)))).toBe(false);
      }),
    );
    const number = directoryKeys(person())[0]?.value ?? "";
    const padded = lookupKeys({ identifiers: [] }, { site, pad: number })[0];
    expect(padded && lookupKeyText(padded)).not.toBe(
      lookupKeyText({ rung: "cccd", value: number, padding: false }),
    );
  });

  it("puts the site into the key of a HIS code", () => {
    const identity = { identifiers: [{ kind: "his-code" as const, value: "BN 01" }] };
    const key = (at: string) => lookupKeys(identity, { site: at }).find(({ rung }) => rung === "his-code");
    expect(key("site-a")).not.toEqual(key("site-b"));
    expect(hisCodeKey("site-a", "BN01")).toEqual({ ok: true, value: key("site-a") });
    expect(hisCodeKey("site-a", " ").ok).toBe(false);
  });

  it("does not let site and code run into each other", () => {
    const one = hisCodeKey("site-a", "1BN");
    const other = hisCodeKey("site-a1", "BN");
    expect(one.ok && other.ok && lookupKeyText(one.value) !== lookupKeyText(other.value)).toBe(true);
  });

  it("asks for CMND and name only with a full birth date, for the name only with a sex", () => {
    const asked = (identity: Parameters<typeof lookupKeys>[0]) =>
      lookupKeys(identity, { site })
        .filter((key) => !key.padding)
        .map(({ rung }) => rung);
    const cmnd = [{ kind: "cmnd" as const, value: "003000001" }];
    const full = { year: 1950, month: 3, day: 15 };
    expect(asked({ identifiers: cmnd })).toEqual([]);
    expect(asked({ identifiers: cmnd, birthDate: { year: 1950 } })).toEqual([]);
    expect(asked({ identifiers: cmnd, birthDate: full })).toEqual(["cmnd-birth-date"]);
    expect(asked({ identifiers: [], name: "An", birthDate: full })).toEqual([]);
    expect(asked({ identifiers: [], name: "An", birthDate: { year: 1950 }, sex: "male" })).toEqual([]);
    expect(asked({ identifiers: [], name: " ", birthDate: full, sex: "male" })).toEqual([]);
    expect(asked({ identifiers: [], name: "An", birthDate: full, sex: "male" })).toEqual([
      "name-birth-date-sex",
    ]);
  });

  it("takes no notice of the object code of a BHYT card", () => {
    const asked = (value: string) => lookupKeys({ identifiers: [{ kind: "bhyt", value }] }, { site });
    expect(asked("HC4030300000001")).toEqual(asked("DN1030300000001"));
    expect(asked("HC4030300000001")).toEqual(asked("0300000001"));
  });
});

describe("directoryKeys", () => {
  it("files a person under every number, the card, the book, and name with birth date and sex", () => {
    expect(directoryKeys(person()).map(({ rung }) => rung)).toEqual([
      "cccd",
      "bhxh",
      "cmnd-birth-date",
      "priority-card",
      "medical-book",
      "name-birth-date-sex",
    ]);
  });

  it("files both of two CCCDs of a person, and nothing twice", () => {
    const twice = person({
      identifiers: [
        { kind: "cccd", value: "003050000001" },
        { kind: "cccd", value: "003050000002" },
        { kind: "cccd", value: " 003050000001" },
        { kind: "priority-card", value: "t-001" },
      ],
    });
    const rungs = directoryKeys(twice).map(({ rung }) => rung);
    expect(rungs.filter((rung) => rung === "cccd")).toHaveLength(2);
    expect(rungs.filter((rung) => rung === "priority-card")).toHaveLength(1);
  });

  it("leaves out malformed numbers, and name and CMND where only the year of birth is known", () => {
    const poor = person({
      birthDate: { year: 1950 },
      identifiers: [
        { kind: "cccd", value: "1" },
        { kind: "cmnd", value: "003000001" },
      ],
      medicalBook: { state: "none" },
    });
    expect(directoryKeys(poor).map(({ rung }) => rung)).toEqual(["priority-card"]);
  });

  it("files nobody under a HIS code, nor any padding", () => {
    fc.assert(
      fc.property(directoryEntries, (entry) => {
        const keys = directoryKeys({
          ...entry,
          identifiers: [...entry.identifiers, { kind: "his-code", value: "BN01" }],
        });
        expect(keys.some((key) => key.padding || key.rung === "his-code")).toBe(false);
      }),
    );
  });

  it("finds an entry by what a page states of it", () => {
    const stated = lookupKeys(
      {
        identifiers: [
          { kind: "bhyt", value: "HC4 03 0300000001" },
          { kind: "cccd", value: "003 050 000 001" },
        ],
        name: "NGUYEN VAN DUC",
        birthDate: { year: 1950, month: 3, day: 15 },
        sex: "male",
      },
      { site },
    ).map(lookupKeyText);
    const found = directoryKeys(person()).filter((key) => stated.includes(lookupKeyText(key)));
    expect(found.map(({ rung }) => rung)).toEqual(["cccd", "bhxh", "name-birth-date-sex"]);
  });
});
