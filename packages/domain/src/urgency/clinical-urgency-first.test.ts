import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { managedBrief, managedPersonView } from "../service/managed-person-view.ts";
import type { StatutoryGroup } from "../service/views.ts";
import { person } from "../testing/people.ts";
import { samplePolicy } from "../testing/sample-policy.ts";
import { callToAction, inClinicalOrder } from "./clinical-urgency-first.ts";

const groupLists = fc.subarray<StatutoryGroup>(["emergency", "age-75"]);
const people = fc.array(
  fc.record({
    groups: groupLists,
    tier: fc.option(fc.constantFrom("tier-1", "tier-2"), { nil: undefined }),
    name: fc.string(),
  }),
);

describe("inClinicalOrder", () => {
  it("never puts a cadre before an emergency, nor before a statutory group unless in an emergency", () => {
    fc.assert(
      fc.property(people, (page) => {
        const ordered = inClinicalOrder(page, ({ groups }) => groups);
        ordered.forEach((one, place) => {
          for (const later of ordered.slice(place + 1)) {
            if (later.groups.includes("emergency")) expect(one.groups).toContain("emergency");
            if (later.groups.length > 0) expect(one.groups.length).toBeGreaterThan(0);
          }
        });
      }),
      { numRuns: 500 },
    );
  });

  it("does not look at tiers: exchanging them changes no place", () => {
    fc.assert(
      fc.property(people, (page) => {
        const numbered = page.map((one, place) => ({ ...one, place }));
        const swapped = numbered.map((one) => ({
          ...one,
          tier: one.tier === "tier-1" ? "tier-2" : "tier-1",
        }));
        const places = (list: readonly { readonly groups: StatutoryGroup[]; readonly place: number }[]) =>
          inClinicalOrder(list, ({ groups }) => groups).map(({ place }) => place);
        expect(places(swapped)).toEqual(places(numbered));
      }),
    );
  });

  it("keeps the page's order within a group, and everybody", () => {
    fc.assert(
      fc.property(people, (page) => {
        const numbered = page.map((one, place) => ({ ...one, place }));
        const ordered = inClinicalOrder(numbered, ({ groups }) => groups);
        expect(ordered.map(({ place }) => place).sort((one, other) => one - other)).toEqual(
          numbered.map(({ place }) => place),
        );
        for (const rank of [0, 1, 2]) {
          const same = ordered.filter(
            ({ groups }) => (groups.includes("emergency") ? 0 : groups.length > 0 ? 1 : 2) === rank,
          );
          expect(same.map(({ place }) => place)).toEqual(
            same.map(({ place }) => place).toSorted((one, other) => one - other),
          );
        }
      }),
    );
  });
});

describe("callToAction", () => {
  const nextStep = { vi: "Tiếp nhận", en: "Check in" };

  it("is none in an emergency, whoever the person is", () => {
    fc.assert(
      fc.property(groupLists, fc.boolean(), (statutoryGroups, emergency) => {
        const action = callToAction({ emergency }, { nextStep, statutoryGroups });
        const urgent = emergency || statutoryGroups.includes("emergency");
        expect(action.kind).toBe(urgent ? "none" : "next-step");
        if (urgent) {
          expect(action).toEqual({
            kind: "none",
            notice: { vi: "Ưu tiên cấp cứu trước", en: expect.any(String) },
          });
          expect(JSON.stringify(action)).not.toContain("Tiếp nhận");
        }
      }),
    );
  });

  it("names the statutory group beside the next step", () => {
    expect(callToAction({ emergency: false }, { nextStep, statutoryGroups: ["age-75"] })).toEqual({
      kind: "next-step",
      text: nextStep,
      statutoryGroups: ["age-75"],
    });
  });

  it("is none for the view of every managed person in an emergency", () => {
    for (const tier of ["tier-1", "tier-2"]) {
      const view = managedPersonView(person({ tier }), samplePolicy, {
        site: "site-a",
        today: "2026-11-22",
        urgency: { emergency: true },
      });
      if (!view.ok) throw new Error(view.problem.code);
      expect(callToAction({ emergency: false }, managedBrief(view.value)).kind).toBe("none");
    }
  });
});

/** Every place where the domain puts things in order, and what it orders. A new one must be argued here. */
const KNOWN_ORDERS = [
  "match/climb-ladder.ts", // person ids of namesakes, by id
  "match/usable-identifiers.ts", // kinds of identifiers
  "text/partial-date.ts", // day, month and year of one date
  "urgency/clinical-urgency-first.ts", // people of a page, clinical urgency first
  "visit/merge-visits.ts", // taps and arrivals of one visit, by time
  "visit/visit-view.ts", // taps of one visit, by time
];

it("no other code of the domain orders anything", () => {
  const root = new URL("../", import.meta.url);
  const sources = readdirSync(root, { recursive: true, encoding: "utf8" }).filter(
    (path) => path.endsWith(".ts") && !path.endsWith(".test.ts") && !/^(testing|synthetic)\//.test(path),
  );
  expect(sources.length).toBeGreaterThan(20);
  const ordering = sources.filter((path) =>
    /\.(sort|toSorted|reverse|toReversed)\(/.test(readFileSync(new URL(path, root), "utf8")),
  );
  expect(ordering.sort()).toEqual(KNOWN_ORDERS);
});

it("no text of the domain speaks of precedence over an emergency", () => {
  const root = new URL("../", import.meta.url);
  for (const path of readdirSync(root, { recursive: true, encoding: "utf8" }))
    if (path.endsWith("messages.ts"))
      expect(readFileSync(new URL(path, root), "utf8")).not.toMatch(/trước cấp cứu|before emergenc/i);
});
