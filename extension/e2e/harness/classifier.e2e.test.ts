import { describe, expect, it } from "vitest";
import { areaUnderCurve, type Observation, tellApart } from "./classifier.ts";

let state = 7;
const uniform = () => {
  state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
  return state / 4_294_967_296;
};
const normal = () => Math.sqrt(-2 * Math.log(uniform() + 1e-12)) * Math.cos(2 * Math.PI * uniform());

/** Thirty runs of forty features of noise; `leak` moves one of them by so many standard deviations. */
const runs = (leak: number): Observation[] =>
  Array.from({ length: 30 }, () =>
    Object.fromEntries(
      Array.from({ length: 40 }, (_, at) => [`feature-${at}`, normal() + (at === 17 ? leak : 0)]),
    ),
  );

describe("classifier", () => {
  it("does no better than chance on noise, again and again", () => {
    const verdicts = Array.from({ length: 10 }, () => tellApart(runs(0), runs(0), 99));
    expect(verdicts.filter(({ p }) => p < 0.01).length).toBeLessThanOrEqual(1);
    expect(verdicts.filter(({ auc }) => auc > 0.75)).toEqual([]);
  });

  it("finds one leaking feature among forty and names it", () => {
    const verdict = tellApart(runs(0), runs(2.5));
    expect(verdict.auc).toBeGreaterThan(0.9);
    expect(verdict.p).toBeLessThan(0.01);
    expect(verdict.strongest[0]?.feature).toBe("feature-17");
  });

  it("finds a constant that differs by the least bit", () => {
    const constant = (value: number) => runs(0).map((run) => ({ ...run, length: value }));
    expect(tellApart(constant(1000), constant(1001)).auc).toBeGreaterThan(0.95);
  });

  it("refuses runs that do not have the same features", () => {
    const [broken, ...others] = runs(0);
    const { "feature-3": _, ...rest } = broken ?? {};
    expect(() => tellApart([rest, ...others], runs(0))).toThrow(/feature-3/);
  });

  it("counts ties half", () => expect(areaUnderCurve([1, 1], [1, 1])).toBe(0.5));
});
