import { describe, expect, it } from "vitest";
import { LinkBudget } from "./link-budget.ts";

const DAY = 24 * 3_600_000;
const NOON = Date.parse("2026-11-22T05:00:00Z");

describe.each([
  ["taught", 500, (budget: LinkBudget, code: string) => budget.mayTeach(code)],
  ["ended", 20, (budget: LinkBudget, code: string) => budget.mayEnd(code)],
] as const)("codes that a page has %s", (_, most, admit) => {
  const full = () => {
    const clock = { now: NOON };
    const budget = new LinkBudget(() => clock.now);
    const admitted = Array.from({ length: most }, (_, number) => admit(budget, `BN${number}`));
    expect(admitted).not.toContain(false);
    return { clock, budget };
  };

  it(`are ${most} at the most, and those go on being admitted`, () => {
    const { budget } = full();
    expect(admit(budget, "other")).toBe(false);
    expect(admit(budget, "BN0")).toBe(true);
    expect(admit(budget, `BN${most - 1}`)).toBe(true);
    expect(admit(budget, "other")).toBe(false);
  });

  it("are counted for a day from the first of them", () => {
    const { clock, budget } = full();
    clock.now += DAY;
    expect(admit(budget, "other")).toBe(false);
    clock.now += 1;
    expect(admit(budget, "other")).toBe(true);
    for (let number = 1; number < most; number += 1) expect(admit(budget, `BN${number}`)).toBe(true);
    expect(admit(budget, "BN0")).toBe(false);
  });

  it("are counted anew after the clock went back, so that a clock put right closes no page for years", () => {
    const { clock, budget } = full();
    clock.now -= 1;
    expect(admit(budget, "other")).toBe(true);
    for (let number = 1; number < most; number += 1) expect(admit(budget, `BN${number}`)).toBe(true);
    expect(admit(budget, "BN0")).toBe(false);
  });

  it("are another page's own affair", () => {
    const { clock } = full();
    expect(admit(new LinkBudget(() => clock.now), "other")).toBe(true);
  });
});

it("what a page has taught leaves it all its ends, and the other way round", () => {
  const budget = new LinkBudget(() => NOON);
  for (let number = 0; number <= 500; number += 1) budget.mayTeach(`BN${number}`);
  expect(budget.mayTeach("other")).toBe(false);
  expect(budget.mayEnd("other")).toBe(true);
  const ender = new LinkBudget(() => NOON);
  for (let number = 0; number <= 20; number += 1) ender.mayEnd(`BN${number}`);
  expect(ender.mayEnd("other")).toBe(false);
  expect(ender.mayTeach("other")).toBe(true);
});
