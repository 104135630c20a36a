import { describe, expect, it } from "vitest";
import type { DirectoryEntry } from "../directory/directory-entry.ts";
import type { StatedIdentity } from "../identity/stated-identity.ts";
import { lookUp, person } from "../testing/people.ts";
import { climbLadder, type LadderHits } from "./climb-ladder.ts";
import { hisCodeKey, lookupKeyText } from "./lookup-key.ts";
import type { MatchRung } from "./match-outcome.ts";

const duc = person();
const hoa = person({
  personId: "person-2",
  name: "Trần Thị Hoà",
  sex: "female",
  birthDate: { year: 1961, month: 4, day: 6 },
  identifiers: [
    { kind: "cccd", value: "003161000002" },
    { kind: "bhyt", value: "0300000002" },
    { kind: "cmnd", value: "003000002" },
  ],
  card: { number: "T-002", state: "valid" },
  medicalBook: { state: "none" },
});
const link = hisCodeKey("site-a", "BN01");
const links = new Map(link.ok ? [[lookupKeyText(link.value), duc.personId]] : []);

const climb = (identity: StatedIdentity, directory: readonly DirectoryEntry[] = [duc, hoa]) =>
  climbLadder(identity, lookUp(identity, directory, links));
const managed = (rung: MatchRung, confirm = false) => ({
  state: "managed",
  rung,
  personId: "person-1",
  confirm,
});
const conflict = (reason: string) => ({ state: "conflict", reason });

const cccd = { kind: "cccd", value: "003050000001" } as const;
const bhyt = { kind: "bhyt", value: "HC4030300000001" } as const;
const cmnd = { kind: "cmnd", value: "003000001" } as const;
const card = { kind: "priority-card", value: "t-001" } as const;
const book = { kind: "medical-book", value: "S-001" } as const;
const code = { kind: "his-code", value: "BN01" } as const;
const stranger = { kind: "cccd", value: "003050000099" } as const;
const who = { name: "NGUYỄN VĂN ĐỨC", birthDate: { year: 1950, month: 3, day: 15 }, sex: "male" } as const;

describe("an identifier alone", () => {
  it.each([
    ["cccd", cccd],
    ["bhxh", bhyt],
    ["priority-card", card],
    ["medical-book", book],
    ["his-code", code],
  ] as const)("leads to the person by %s", (rung, identifier) => {
    expect(climb({ identifiers: [identifier] })).toEqual(managed(rung));
  });

  it("names the strongest rung of several, in whatever order the page states them", () => {
    expect(climb({ identifiers: [code, book, card, bhyt, cccd], ...who })).toEqual(managed("cccd"));
    expect(climb({ identifiers: [code, card] })).toEqual(managed("priority-card"));
  });

  it("leads by CMND only with the full birth date, and only to be confirmed", () => {
    expect(climb({ identifiers: [cmnd], birthDate: who.birthDate })).toEqual(
      managed("cmnd-birth-date", true),
    );
    expect(climb({ identifiers: [cmnd], birthDate: { year: 1950 } }).state).toBe("not-enough");
    expect(climb({ identifiers: [cmnd] }).state).toBe("not-enough");
    expect(climb({ identifiers: [cmnd], birthDate: { year: 1950, month: 3, day: 16 } }).state).toBe(
      "not-enough",
    );
  });

  it("needs no confirming when a CMND stands beside a CCCD, as in the QR of the card", () => {
    expect(climb({ identifiers: [cccd, cmnd], ...who })).toEqual(managed("cccd"));
  });

  it("leads by a HIS code at its own site only", () => {
    const elsewhere = hisCodeKey("site-b", "BN01");
    const other = new Map(elsewhere.ok ? [[lookupKeyText(elsewhere.value), duc.personId]] : []);
    const identity = { identifiers: [code] };
    expect(climbLadder(identity, lookUp(identity, [duc], other)).state).toBe("not-enough");
  });
});

describe("a name", () => {
  it("with full birth date and sex is possible, never managed", () => {
    const possible = { state: "possible", rung: "name-birth-date-sex", personIds: ["person-1"] };
    expect(climb({ identifiers: [], ...who })).toEqual(possible);
    expect(climb({ identifiers: [], ...who, name: "nguyen van duc" })).toEqual(possible);
  });

  it("is nothing with a year alone, without a date, or without a sex", () => {
    expect(climb({ identifiers: [], ...who, birthDate: { year: 1950 } })).toMatchObject({
      reason: "weak-identifiers-only",
    });
    expect(climb({ identifiers: [], name: who.name })).toMatchObject({ reason: "no-identifier" });
    expect(climb({ identifiers: [], name: who.name, birthDate: who.birthDate }).state).toBe("not-enough");
  });

  it("of a namesake with another birth date or sex leads nowhere", () => {
    expect(climb({ identifiers: [], ...who, birthDate: { year: 1950, month: 3, day: 16 } }).state).toBe(
      "not-enough",
    );
    expect(climb({ identifiers: [], ...who, sex: "female" }).state).toBe("not-enough");
    expect(
      climb({ identifiers: [stranger], ...who, birthDate: { year: 1950, month: 3, day: 16 } }).state,
    ).toBe("not-managed");
  });

  it("that differs in its marks is another name, and one in i and y is possible", () => {
    const on = { birthDate: hoa.birthDate, sex: "female" } as const;
    expect(climb({ identifiers: [], name: "Trần Thị Hoa", ...on }).state).toBe("not-enough");
    expect(climb({ identifiers: [], name: "TRẦN THỊ HÒA", ...on }).state).toBe("possible");
    const ly = person({ name: "Lý Quý", identifiers: [] });
    expect(climb({ identifiers: [], ...who, name: "Lí Quí" }, [ly]).state).toBe("possible");
  });

  it("of two managed namesakes born the same day gives both, in one order", () => {
    const twin = person({ personId: "person-0", identifiers: [], medicalBook: { state: "none" } });
    expect(climb({ identifiers: [], ...who }, [duc, twin])).toMatchObject({
      personIds: ["person-0", "person-1"],
    });
  });

  it("with a CCCD that is not the namesake's own says neither possible nor not managed", () => {
    expect(climb({ identifiers: [stranger], ...who })).toEqual(conflict("identifier-contradicts-directory"));
  });

  it("stays possible when the directory knows no CCCD to compare, or one of two namesakes remains", () => {
    const without = person({ personId: "person-3", identifiers: [], medicalBook: { state: "none" } });
    expect(climb({ identifiers: [stranger], ...who }, [without]).state).toBe("possible");
    expect(climb({ identifiers: [stranger], ...who }, [duc, without])).toMatchObject({
      personIds: ["person-3"],
    });
  });
});

describe("a conflict", () => {
  it.each([
    ["CCCD and BHYT", [cccd, { kind: "bhyt", value: "0300000002" }]],
    ["BHYT and card", [bhyt, { kind: "priority-card", value: "T-002" }]],
    ["card and book", [{ kind: "priority-card", value: "T-002" }, book]],
    ["HIS code and CCCD", [code, { kind: "cccd", value: "003161000002" }]],
  ] as const)("is %s of two people", (_, identifiers) => {
    expect(climb({ identifiers })).toEqual(conflict("identifiers-of-different-people"));
  });

  it("is a CMND of another person than the CCCD", () => {
    const identifiers = [cccd, { kind: "cmnd", value: "003000002" }] as const;
    expect(climb({ identifiers, birthDate: hoa.birthDate })).toEqual(
      conflict("identifiers-of-different-people"),
    );
  });

  it("is one number that two people have", () => {
    const same = person({ personId: "person-9", identifiers: [cccd], medicalBook: { state: "none" } });
    expect(climb({ identifiers: [cccd] }, [duc, same])).toEqual(conflict("identifiers-of-different-people"));
  });

  it.each([
    ["BHYT", bhyt],
    ["card", card],
    ["book", book],
    ["HIS code", code],
  ] as const)("is a %s with a CCCD that is not this person's", (_, identifier) => {
    expect(climb({ identifiers: [identifier, stranger], ...who })).toEqual(
      conflict("identifier-contradicts-directory"),
    );
  });

  it("is a CCCD with another BHXH number than the directory's", () => {
    expect(climb({ identifiers: [cccd, { kind: "bhyt", value: "0300000099" }] })).toEqual(
      conflict("identifier-contradicts-directory"),
    );
  });

  it("is not an old CMND, card or book, which people replace", () => {
    const old = [
      { kind: "cmnd", value: "003000099" },
      { kind: "priority-card", value: "T-099" },
      { kind: "medical-book", value: "S-099" },
    ] as const;
    expect(climb({ identifiers: [cccd, ...old], ...who })).toEqual(managed("cccd"));
  });

  it("is not a second CCCD that the directory knows", () => {
    const two = person({ identifiers: [cccd, { kind: "cccd", value: "003050000077" }] });
    expect(climb({ identifiers: [{ kind: "cccd", value: "003050000077" }], ...who }, [two])).toEqual(
      managed("cccd"),
    );
  });

  it("is a name and a birth date that both contradict, as of a child under a parent's number", () => {
    const child = { name: "Nguyễn Gia Bảo", birthDate: { year: 2020, month: 1, day: 2 } };
    expect(climb({ identifiers: [cccd], ...child })).toEqual(conflict("name-contradicts-directory"));
    expect(climb({ identifiers: [bhyt], ...child })).toEqual(conflict("name-contradicts-directory"));
  });

  it("is not one slip of the pen beside an exact number", () => {
    expect(climb({ identifiers: [cccd], ...who, name: "Nguyễn Văn Đứt" })).toEqual(managed("cccd"));
    expect(climb({ identifiers: [cccd], ...who, birthDate: { year: 1951, month: 3, day: 15 } })).toEqual(
      managed("cccd"),
    );
  });

  it("is the one thing stated beside the number, when it contradicts", () => {
    expect(climb({ identifiers: [cccd], name: "Trần Thị Hoà" })).toEqual(
      conflict("name-contradicts-directory"),
    );
    expect(climb({ identifiers: [cccd], birthDate: { year: 1951 } })).toEqual(
      conflict("birth-date-contradicts-directory"),
    );
  });

  it("is any disagreement where a HIS code or a CMND is all there is", () => {
    expect(climb({ identifiers: [code], ...who, name: "Trần Thị Hoà" })).toEqual(
      conflict("name-contradicts-directory"),
    );
    expect(climb({ identifiers: [code], ...who, birthDate: { year: 1951 } })).toEqual(
      conflict("birth-date-contradicts-directory"),
    );
    expect(climb({ identifiers: [cmnd], ...who, name: "Trần Thị Hoà" })).toEqual(
      conflict("name-contradicts-directory"),
    );
  });

  it("is not a birth date known in part, or 1 January for an unknown day", () => {
    for (const birthDate of [{ year: 1950 }, { year: 1950, month: 3 }, { year: 1950, month: 1, day: 1 }])
      expect(climb({ identifiers: [code], ...who, birthDate })).toEqual(managed("his-code"));
  });

  it.each([
    ["two CCCDs", [cccd, stranger]],
    ["a CCCD and another in the BHYT field", [cccd, { kind: "bhyt", value: stranger.value }]],
    ["two BHYT cards", [bhyt, { kind: "bhyt", value: "0300000099" }]],
    ["two HIS codes", [code, { kind: "his-code", value: "BN02" }]],
  ] as const)("is %s on one page, whoever they lead to", (_, identifiers) => {
    expect(climb({ identifiers })).toEqual(conflict("identifier-stated-twice"));
    expect(climb({ identifiers }, [])).toEqual(conflict("identifier-stated-twice"));
  });

  it("is not the same number stated twice in other words", () => {
    const identifiers = [
      cccd,
      { kind: "cccd", value: "003 050 000 001" },
      { kind: "bhyt", value: "003050000001" },
      bhyt,
      { kind: "bhyt", value: "0300000001" },
    ] as const;
    expect(climb({ identifiers })).toEqual(managed("cccd"));
  });
});

describe("nobody found", () => {
  it("is not managed only when a CCCD or BHXH number was looked up", () => {
    expect(climb({ identifiers: [stranger] })).toEqual({ state: "not-managed" });
    expect(climb({ identifiers: [{ kind: "bhyt", value: "0300000099" }] })).toEqual({ state: "not-managed" });
    expect(climb({ identifiers: [stranger, { kind: "bhyt", value: "1" }] })).toEqual({
      state: "not-managed",
    });
  });

  it.each([
    ["nothing", [], "no-identifier"],
    ["empty fields", [{ kind: "cccd", value: " " }], "no-identifier"],
    ["a card", [{ kind: "priority-card", value: "T-099" }], "weak-identifiers-only"],
    ["a HIS code", [{ kind: "his-code", value: "BN99" }], "weak-identifiers-only"],
    ["a CMND", [{ kind: "cmnd", value: "003000099" }], "weak-identifiers-only"],
    ["a broken CCCD", [{ kind: "cccd", value: "03050000001" }], "identifier-malformed"],
    [
      "a filler",
      [
        { kind: "cccd", value: "000000000000" },
        { kind: "his-code", value: "BN99" },
      ],
      "identifier-malformed",
    ],
  ] as const)("is not enough with %s: %s", (_, identifiers, reason) => {
    expect(climb({ identifiers })).toEqual({ state: "not-enough", reason });
  });

  it("says so when the birth date could not be read in the profile's format", () => {
    const identity = { identifiers: [{ kind: "cmnd", value: "003000001" }] } as const;
    expect(climbLadder(identity, new Map(), { dateFormatUnknown: true })).toEqual({
      state: "not-enough",
      reason: "date-format-unknown",
    });
    expect(climbLadder({ identifiers: [stranger] }, new Map(), { dateFormatUnknown: true }).state).toBe(
      "not-managed",
    );
  });
});

it("ignores hits of rungs that the page states nothing for: padding identifies nobody", () => {
  const everything: LadderHits = new Map(
    (["cccd", "bhxh", "priority-card", "his-code", "cmnd-birth-date", "name-birth-date-sex"] as const).map(
      (rung) => [rung, [duc]],
    ),
  );
  expect(climbLadder({ identifiers: [] }, everything)).toEqual({
    state: "not-enough",
    reason: "no-identifier",
  });
});

it("is a conflict for everybody alike where the page contradicts itself elsewhere", () => {
  const [known, unknown] = [{ identifiers: [cccd], ...who }, { identifiers: [stranger] }];
  for (const identity of [known, unknown])
    expect(climbLadder(identity, lookUp(identity, [duc, hoa], links), { contradictory: true })).toEqual(
      conflict("page-contradicts-itself"),
    );
});
