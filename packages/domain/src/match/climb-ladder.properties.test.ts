import fc from "fast-check";
import { expect, it } from "vitest";
import type { DirectoryEntry } from "../directory/directory-entry.ts";
import type { StatedIdentifier, StatedIdentity } from "../identity/stated-identity.ts";
import { directories, lookUp, statedIdentities } from "../testing/people.ts";
import { propertyRuns } from "../testing/property-runs.ts";
import { climbLadder } from "./climb-ladder.ts";
import { hisCodeKey, lookupKeyText } from "./lookup-key.ts";
import { usableIdentifiers } from "./usable-identifiers.ts";

const siteLinks = fc
  .dictionary(fc.constantFrom("BN0001", "BN0002", "BN0003"), fc.integer({ min: 1, max: 5 }))
  .map((links) => {
    const filed = new Map<string, string>();
    for (const [code, serial] of Object.entries(links)) {
      const key = hisCodeKey("site-a", code);
      if (key.ok) filed.set(lookupKeyText(key.value), `person-${serial}`);
    }
    return filed;
  });

const cases = fc.tuple(statedIdentities, directories, siteLinks);
const climb = (
  identity: StatedIdentity,
  directory: readonly DirectoryEntry[],
  links: ReadonlyMap<string, string>,
) => climbLadder(identity, lookUp(identity, directory, links));

const personsNamed = (outcome: ReturnType<typeof climbLadder>): readonly string[] => {
  if (outcome.state === "managed") return [outcome.personId];
  return outcome.state === "possible" ? outcome.personIds : [];
};

/** Written here a second time, from the law of the ladder and not from its code. */
const strongNumbers = (identifiers: readonly StatedIdentifier[], kind: "cccd" | "bhxh"): readonly string[] =>
  identifiers.flatMap((one) => usableIdentifiers([one]).values[kind] ?? []);

it("reaches every state, so that the properties below say something", () => {
  const seen = new Set<string>();
  fc.assert(
    fc.property(cases, ([identity, directory, links]) => {
      const outcome = climb(identity, directory, links);
      seen.add(outcome.state === "conflict" ? outcome.reason : outcome.state);
    }),
    { numRuns: 1000, seed: 1 },
  );
  expect([...seen]).toEqual(
    expect.arrayContaining([
      "managed",
      "possible",
      "not-managed",
      "not-enough",
      "identifiers-of-different-people",
      "identifier-contradicts-directory",
      "identifier-stated-twice",
      "name-contradicts-directory",
      "birth-date-contradicts-directory",
    ]),
  );
});

it("never names a person who contradicts a CCCD or BHXH number that the page states", () => {
  fc.assert(
    fc.property(cases, ([identity, directory, links]) => {
      for (const personId of personsNamed(climb(identity, directory, links))) {
        const entry = directory.find((one) => one.personId === personId);
        for (const kind of ["cccd", "bhxh"] as const) {
          const stated = strongNumbers(identity.identifiers, kind);
          const known = strongNumbers(entry?.identifiers ?? [], kind);
          if (stated.length > 0 && known.length > 0)
            expect(stated.every((value) => known.includes(value))).toBe(true);
        }
      }
    }),
    propertyRuns(500),
  );
});

it("names nobody when two identifiers lead to two people", () => {
  fc.assert(
    fc.property(cases, ([identity, directory, links]) => {
      const people = new Set(
        identity.identifiers.flatMap((one) => {
          const alone = climb({ identifiers: [one] }, directory, links);
          return alone.state === "managed" ? [alone.personId] : [];
        }),
      );
      if (people.size > 1) expect(climb(identity, directory, links).state).toBe("conflict");
    }),
    propertyRuns(500),
  );
});

it("gives the same answer in whatever order identifiers and directory stand", () => {
  const shuffled = cases.chain(([identity, directory, links]) =>
    fc.tuple(
      fc.constant({ identity, directory, links }),
      fc.shuffledSubarray([...identity.identifiers], { minLength: identity.identifiers.length }),
      fc.shuffledSubarray(directory, { minLength: directory.length }),
    ),
  );
  fc.assert(
    fc.property(shuffled, ([{ identity, directory, links }, identifiers, entries]) => {
      expect(climb({ ...identity, identifiers }, entries, links)).toEqual(climb(identity, directory, links));
    }),
    propertyRuns(500),
  );
});

it("gives the same answer when an identifier is repeated", () => {
  fc.assert(
    fc.property(cases, ([identity, directory, links]) => {
      const identifiers = [...identity.identifiers, ...identity.identifiers];
      expect(climb({ ...identity, identifiers }, directory, links)).toEqual(
        climb(identity, directory, links),
      );
    }),
    propertyRuns(500),
  );
});

const noise = fc.record({
  form: fc.constantFrom("NFC", "NFD"),
  upper: fc.boolean(),
  gap: fc.constantFrom("", " ", "\u00a0", "\u200b", "\t"),
});

it("does not see case, spacing or composition of names and numbers", () => {
  fc.assert(
    fc.property(cases, noise, ([identity, directory, links], { form, upper, gap }) => {
      const noisy: StatedIdentity = {
        ...identity,
        identifiers: identity.identifiers.map(({ kind, value }) => ({
          kind,
          value: gap + [...(upper || kind === "his-code" ? value : value.toLowerCase())].join(gap),
        })),
        ...(identity.name === undefined
          ? {}
          : {
              name: `${gap}${(upper ? identity.name.toLocaleUpperCase("vi") : identity.name).normalize(form)} ${gap}`,
            }),
      };
      expect(climb(noisy, directory, links)).toEqual(climb(identity, directory, links));
    }),
    propertyRuns(500),
  );
});

it("says managed without confirming only by an identifier, and not managed only after a strong one", () => {
  fc.assert(
    fc.property(cases, ([identity, directory, links]) => {
      const outcome = climb(identity, directory, links);
      const { values } = usableIdentifiers(identity.identifiers);
      if (outcome.state === "managed") {
        expect(outcome.rung).not.toBe("name-birth-date-sex");
        expect(outcome.confirm).toBe(outcome.rung === "cmnd-birth-date");
      }
      if (outcome.state === "not-managed") expect(values.cccd ?? values.bhxh).toBeDefined();
      if (outcome.state === "not-enough") expect(values.cccd ?? values.bhxh).toBeUndefined();
    }),
    propertyRuns(500),
  );
});
