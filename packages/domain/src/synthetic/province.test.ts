import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { generateProvince } from "./province.ts";

const province = (people: number, seed = 1) =>
  generateProvince({ people, seed, referenceDate: "2026-11-22" });

const numberOf = (entry: ReturnType<typeof province>[number], kind: string): string | undefined =>
  entry.identifiers.find((one) => one.kind === kind)?.value;

describe("synthetic province", () => {
  it("is the same for the same seed, and its beginning does not depend on its size", () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 0, max: 60 }), (seed, people) => {
        expect(province(people, seed)).toEqual(province(80, seed).slice(0, people));
      }),
      { numRuns: 25 },
    );
    expect(province(5, 1)).not.toEqual(province(5, 2));
  });

  it("gives every number once, and none that a real person has", () => {
    const people = province(9000);
    for (const kind of ["cccd", "cmnd", "bhyt", "priority-card", "medical-book"]) {
      const values = people.flatMap((entry) => numberOf(entry, kind) ?? []);
      expect([kind, new Set(values).size]).toEqual([kind, values.length]);
    }
    expect(new Set(people.map((entry) => entry.personId)).size).toBe(9000);
    expect(people.every((entry) => /^003\d{9}$/.test(numberOf(entry, "cccd") ?? ""))).toBe(true);
    expect(people.every((entry) => /^03\d{8}$/.test(numberOf(entry, "bhyt") ?? "0300000000"))).toBe(true);
  });

  it("has digits that agree with sex and birth year, save a few on purpose", () => {
    const people = province(9000);
    const odd = people.filter(({ birthDate, sex, identifiers }) => {
      const cccd = identifiers[0]?.value ?? "";
      const digit = (birthDate.year >= 2000 ? 2 : 0) + (sex === "female" ? 1 : 0);
      return cccd.slice(3, 6) !== `${digit}${String(birthDate.year % 100).padStart(2, "0")}`;
    });
    expect(odd.length).toBeGreaterThan(10);
    expect(odd.length).toBeLessThan(100);
  });

  it("has dates that exist, names in NFC, and what a desk must meet", () => {
    const people = province(1500);
    for (const { birthDate, name } of people) {
      const { year, month, day } = birthDate;
      if (month !== undefined && day !== undefined)
        expect(new Date(Date.UTC(year, month - 1, day)).getUTCMonth()).toBe(month - 1);
      expect(name).toBe(name.normalize("NFC"));
    }
    const kinds = {
      over75: people.filter((one) => one.birthDate.year < 1951).length,
      yearOnly: people.filter((one) => one.birthDate.month === undefined).length,
      namesakes: people.length - new Set(people.map((one) => one.name)).size,
      noCmnd: people.filter((one) => numberOf(one, "cmnd") === undefined).length,
      noBhxh: people.filter((one) => numberOf(one, "bhyt") === undefined).length,
      noCard: people.filter((one) => !one.card).length,
      expired: people.filter((one) => one.card?.state === "expired").length,
      lost: people.filter((one) => one.card?.state === "lost").length,
      replaced: people.filter((one) => one.card?.state === "replaced").length,
      noBook: people.filter((one) => one.medicalBook.state === "none").length,
      oldBook: people.filter((one) => one.medicalBook.state === "to-be-replaced").length,
      done: people.filter((one) => one.exam?.completedOn !== undefined).length,
      overdue: people.filter((one) => !one.exam?.completedOn && (one.exam?.dueTo ?? "9") < "2026-11-22")
        .length,
      former: people.filter((one) => one.standing === "former").length,
      alerts: people.filter((one) => one.alerts.length > 0).length,
      secondClinic: people.filter((one) => one.homeClinic?.id === "bv-khu-vuc").length,
    };
    for (const [kind, count] of Object.entries(kinds)) expect([kind, count > 5]).toEqual([kind, true]);
    for (const { exam } of people) if (exam) expect(exam.dueFrom <= exam.dueTo).toBe(true);
    for (const { exam } of people) expect(exam?.completedOn ?? "").not.toMatch(/^2026-1[12]-2[3-9]|^2027/);
  });
});
