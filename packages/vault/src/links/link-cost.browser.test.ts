import type { StatedIdentity } from "@cadre-care/domain";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { matchIdentities } from "../directory/match.ts";
import { PageBudget } from "../directory/page-budget.ts";
import { SealedDirectory } from "../directory/sealed-directory.ts";
import { openDirectoryKeys } from "../keys/key-ring.ts";
import { mintDeviceKeys } from "../keys/open-keys.ts";
import { counted } from "../testing/counted-work.ts";
import { deskOf } from "../testing/desk-fixture.ts";
import { pageOf } from "../testing/link-desk.ts";
import { Machine } from "../testing/machine.ts";
import { person } from "../testing/people.ts";
import { LinkWriter } from "./link-writer.ts";
import { SiteLinks } from "./site-links.ts";

const STRANGER = 77;
const desk = deskOf("m");

let machine: Machine;
let links: SiteLinks;
let directory: SealedDirectory;
let changes: number;
let reading: number;
beforeEach(async () => {
  machine = await Machine.start({ fetch: () => Promise.reject(new TypeError("Failed to fetch")) });
  const { database, outbox, keys } = machine;
  directory = new SealedDirectory(database, await openDirectoryKeys(mintDeviceKeys().directory));
  const people = Array.from({ length: 60 }, (_, number) => person(number));
  const upserts = people.map((entry) => ({ personId: entry.personId, entry, parts: {} }));
  await directory.applyPage({ upserts, removals: [], cursor: "one" });
  changes = 0;
  reading = 0;
  const now = () => machine.now;
  const writer = new LinkWriter({ outbox, keys: () => keys, directory: () => directory, now });
  links = new SiteLinks({
    ...{ writer, now, directory: () => directory, shareable: async () => true },
    changed: () => {
      changes += 1;
    },
  });
});
afterEach(() => machine.database.close());

/** One reading of a patient page from look-up to written row, as the vault does it. */
const learn = async (identity: StatedIdentity, mayEnd = true): Promise<void> => {
  reading += 1;
  const bare = { ...identity, identifiers: identity.identifiers.filter(({ kind }) => kind !== "his-code") };
  const budget = new PageBudget(() => 500, Date.now);
  const options = { site: desk.site, budget };
  const [answer] = await matchIdentities(machine.database, directory, [bare], options);
  if (!answer) throw new Error("unanswered");
  const page = { identity, alone: answer.outcome, member: answer.entry, reading: `r${reading}` };
  await links.learn(desk, page, () => mayEnd);
};
/** What does not depend on how long a name is that the rules compare. */
const costOf = async (identity: StatedIdentity, mayEnd?: boolean) => {
  const { normalised: _, ...store } = await counted(() => learn(identity, mayEnd));
  return store;
};

describe("what one reading of a patient page costs", () => {
  it("is one look-up, one entry opened and one row written, whoever it is of", async () => {
    const miss = await costOf(pageOf(STRANGER, "BN-77"));
    // Eight entries for the look-up and one for whom the code is linked to; the generation, and the row that goes.
    expect(miss).toMatchObject({ transactions: 3, gets: 8 + 1 + 1 + 1, puts: 1, opened: 8 + 1, sealed: 1 });
    expect(await costOf(pageOf(STRANGER, "BN-77"))).toEqual(miss);
    // Seen, candidate, nothing new.
    for (const _time of [1, 2, 3]) expect(await costOf(pageOf(3, "BN-3"))).toEqual(miss);
    expect(await costOf({ identifiers: [{ kind: "his-code", value: "BN-3" }] })).toEqual(miss);
    expect(await costOf(pageOf(5, "BN-3"), false)).toEqual(miss);
  });

  it("is more twice in a link's life: answers are old when it begins to mark, and an entry waits when it ends", async () => {
    await learn(pageOf(STRANGER, "BN-77"));
    await learn(pageOf(3, "BN-3"));
    expect(changes).toBe(0);
    await learn(pageOf(3, "BN-3"));
    expect(changes).toBe(1);
    await learn(pageOf(3, "BN-3"));
    expect(changes).toBe(1);
    const miss = await costOf(pageOf(STRANGER, "BN-77"));
    const end = await costOf(pageOf(5, "BN-3"));
    expect(changes).toBe(2);
    expect(end.sealed).toBeGreaterThan(miss.sealed);
    expect(end.transactions).toBeGreaterThan(miss.transactions);
    expect((await machine.outbox.view()).waiting).toBe(1);
  });
});
