import { describe, expect, it } from "vitest";
import { person } from "../testing/people.ts";
import { samplePolicy } from "../testing/sample-policy.ts";
import { managedBrief, managedPersonView } from "./managed-person-view.ts";
import { ServiceGoneError } from "./service-gone-error.ts";

const here = { site: "site-a", today: "2026-11-22", urgency: { emergency: false } };
const view = (changes: Parameters<typeof person>[0] = {}, place: Partial<typeof here> = {}) => {
  const result = managedPersonView(person(changes), samplePolicy, { ...here, ...place });
  if (!result.ok) throw new Error(result.problem.code);
  return result.value;
};

describe("managedPersonView", () => {
  it("puts tier, process and room into words", () => {
    expect(view()).toMatchObject({
      personId: "person-1",
      birthDate: "1950-03-15",
      tier: { vi: "Nhóm 1" },
      process: { id: "process-a", room: { vi: "Phòng 1" }, directions: { vi: "Tầng 1" }, escort: true },
      homeClinic: { name: "Phòng khám A", here: true },
      statutoryGroups: ["age-75"],
    });
    expect(view({ tier: "tier-2" }).process).not.toHaveProperty("directions");
  });

  it.each([
    ["central-secret", "refused-tier"],
    ["tier-9", "unknown-tier"],
  ])("gives no view of tier %s: %s", (tier, code) => {
    expect(managedPersonView(person({ tier }), samplePolicy, here)).toMatchObject({
      ok: false,
      problem: { code },
    });
  });

  it("hints at the wrong site, also at a site that policy does not know", () => {
    expect(view({}, { site: "site-b" }).homeClinic).toEqual({ name: "Phòng khám A", here: false });
    expect(view({}, { site: "site-x" }).homeClinic?.here).toBe(false);
  });

  it.each([
    ["valid", "2026-11-22", "valid"],
    ["valid", "2026-11-21", "expired"],
    ["lost", "2026-11-21", "lost"],
    ["replaced", "2030-01-01", "replaced"],
    ["expired", "2030-01-01", "expired"],
  ] as const)("shows a card that is %s until %s as %s", (state, validTo, shown) => {
    expect(view({ card: { number: "T-001", state, validTo } }).card).toEqual({
      number: "T-001",
      state: shown,
      validTo,
    });
  });

  it("shows exam state and the alerts that policy knows", () => {
    const exam = { round: "2026-2", dueFrom: "2026-07-01", dueTo: "2026-10-31" };
    const shown = view({ exam, alerts: ["interpreter", "gone"], familyDoctor: "BS. C" });
    expect(shown).toMatchObject({ exam: { state: "overdue" }, familyDoctor: "BS. C" });
    expect(shown.alerts.map(({ vi }) => vi)).toEqual(["Cần phiên dịch"]);
  });

  it("leaves out what is not known", () => {
    const { card: _card, homeClinic: _clinic, ...rest } = person();
    const result = managedPersonView(rest, samplePolicy, here);
    if (!result.ok) throw new Error(result.problem.code);
    for (const key of ["card", "homeClinic", "exam", "familyDoctor"])
      expect(result.value).not.toHaveProperty(key);
    expect(Object.keys(managedBrief(result.value)).sort()).toEqual(
      ["bookState", "nextStep", "process", "room", "standing", "statutoryGroups", "tier"].sort(),
    );
  });

  it("puts the emergency first", () => {
    expect(view({}, { urgency: { emergency: true } }).statutoryGroups).toEqual(["emergency", "age-75"]);
  });

  it("is plain JSON, as it goes over a port", () => {
    expect(JSON.parse(JSON.stringify(view()))).toEqual(view());
  });
});

describe("managedBrief", () => {
  it("names nobody and gives no number", () => {
    const whole = view({
      familyDoctor: "BS. Trần Văn Dũng",
      exam: { round: "2026-2", dueFrom: "2026-07-01", dueTo: "2026-10-31" },
    });
    const text = JSON.stringify(managedBrief(whole));
    for (const secret of [
      "Đức",
      "1950",
      "T-001",
      "S-001",
      "person-1",
      "Dũng",
      "003050000001",
      "Phòng khám A",
    ])
      expect(text).not.toContain(secret);
    expect(managedBrief(whole)).toMatchObject({
      cardState: "valid",
      bookState: "valid",
      examState: "overdue",
      homeClinicHere: true,
    });
  });
});

it("ServiceGoneError says in both languages that what was saved is safe", () => {
  const error = new ServiceGoneError({ cause: new Error("port closed") });
  expect(error).toBeInstanceOf(Error);
  expect(error.name).toBe("ServiceGoneError");
  expect(error.message).toContain("đã lưu");
  expect(error.message).toContain("safe");
  expect(error.problem.code).toBe("service-gone");
  expect(error.cause).toBeInstanceOf(Error);
});
