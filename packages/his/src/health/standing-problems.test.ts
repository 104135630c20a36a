import { expect, it } from "vitest";
import type { SiteFinding } from "./site-finding.ts";
import { GRACE_MS, StandingProblems } from "./standing-problems.ts";

const problem = (place: string, code: SiteFinding["code"] = "header-missing"): SiteFinding => ({
  code,
  page: "list",
  kind: "list",
  place,
  off: true,
});

it("counts what stands at every look, and forgets what was away between two", () => {
  const problems = new StandingProblems();
  expect(problems.look([problem("a")], 0)).toEqual({ standing: [], again: GRACE_MS });
  expect(problems.look([problem("a"), problem("b")], 1000)).toEqual({ standing: [], again: GRACE_MS });
  const then = problems.look([problem("a"), problem("b")], GRACE_MS);
  expect(then.standing.map(({ place }) => place)).toEqual(["a"]);
  expect(then.again).toBe(1000 + GRACE_MS);
  expect(problems.look([problem("b")], 2000).standing).toEqual([]);
  expect(problems.look([problem("a"), problem("b")], 3000).standing.map(({ place }) => place)).toEqual(["b"]);
  expect(problems.look([problem("a")], 3000 + GRACE_MS)).toMatchObject({ again: undefined });
});

it("says at once that a page fights", () => {
  expect(new StandingProblems().look([problem("", "gave-up")], 0).standing).toHaveLength(1);
});
