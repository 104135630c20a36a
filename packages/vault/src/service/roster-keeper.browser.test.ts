import type { RosterView } from "@cadre-care/domain";
import { documentLibrary, LIBRARY_URLS, type Library, signLibrary } from "@cadre-care/fhir";
import { describe, expect, it } from "vitest";
import { newBoardKey, signed } from "../testing/board-signature.ts";
import { Clinic } from "../testing/clinic.ts";
import { TEST_POLICY } from "../testing/desk-fixture.ts";
import { person, statedAs } from "../testing/people.ts";
import { codeOf, until, value } from "../testing/until.ts";
import type { Vault } from "./vault.ts";

const HOUR = 3_600_000;
const people = [1, 2, 3].map((number) => ({ ...person(number), tier: "nhom-1" }));

const roster = (vault: Vault, holds: (view: RosterView) => boolean) =>
  until<RosterView>((listener) => vault.scope("roster").subscribe("roster", listener), holds);

const stateOf = async (vault: Vault, number: number) => {
  const scope = vault.scope("tab");
  const statement = { settled: true, generation: number };
  await scope.statePatient(statedAs(person(number)), { emergency: false }, statement);
  return until(
    (listener) => scope.subscribe("subject", listener),
    (view: { generation?: number }) => view.generation === number,
  );
};

describe("the roster's age and state", () => {
  it("is empty before the first synchronisation, which is never taken for a no", async () => {
    const clinic = new Clinic(people);
    const vault = await clinic.open();
    value(await vault.session.signIn());
    clinic.board.down = true;
    value(await vault.session.createSecret("246810"));
    expect(await roster(vault, () => true)).toMatchObject({ state: "empty" });
    const shown = await stateOf(vault, 900);
    expect(shown).toMatchObject({
      about: { state: "reading" },
      warnings: [expect.objectContaining({ code: "roster-incomplete" })],
    });
  });

  it("is current, then stale by the policy's hours, then current again", async () => {
    const clinic = new Clinic(people);
    const vault = await clinic.atWork();
    const synced = Date.parse((await roster(vault, (view) => view.state !== "syncing")).syncedAt ?? "");
    clinic.now = synced + HOUR;
    await vault.synchronise();
    expect(await roster(vault, () => true)).toMatchObject({ state: "current", entries: 3 });
    clinic.now = synced + 25 * HOUR;
    clinic.board.down = true;
    await vault.session.unlock("246810");
    await vault.wake();
    value(await vault.session.unlock("246810"));
    expect((await roster(vault, (view) => view.state === "stale")).syncedAt).toBeDefined();
  });

  it("is cut off when the board goes away on the way, and goes on later", async () => {
    const clinic = new Clinic(people);
    const vault = await clinic.open();
    value(await vault.session.signIn());
    clinic.online = false;
    value(await vault.session.createSecret("246810"));
    clinic.board.faults = ["none", "none", "none", "lost-before"];
    expect(codeOf(await vault.synchronise())).not.toBe("success");
    expect(await roster(vault, () => true)).toMatchObject({ state: "cut-off" });
    value(await vault.synchronise());
    expect(await roster(vault, () => true)).toMatchObject({ state: "current", entries: 3 });
  });

  it("keeps the last good policy when the next does not validate, and says so", async () => {
    const clinic = new Clinic(people);
    const vault = await clinic.atWork();
    clinic.publish({ ...TEST_POLICY, tiers: [] });
    expect(codeOf(await vault.synchronise())).toBe("policy-invalid");
    expect(vault.policy()?.version).toBe("1");
    expect((await stateOf(vault, 2)).generation).toBe(2);
    expect(await roster(vault, () => true)).toMatchObject({ problem: { code: "policy-invalid" } });
  });

  it.each([
    ["nobody signed", (library: Library) => Promise.resolve(library), "document-unsigned"],
    [
      "a key signed that is not pinned",
      async (library: Library) => signLibrary(library, await newBoardKey(), 4_000_000_000),
      "document-key-unknown",
    ],
    ["is a replay of an older one", (library: Library) => signed(library, 1), "document-older"],
  ])(
    "refuses a policy that %s, says so, and keeps the last good one also after a restart",
    async (_, sign, code) => {
      const clinic = new Clinic(people);
      const vault = await clinic.atWork();
      const content = { ...TEST_POLICY, version: "2", refusedTiers: [] };
      const library = documentLibrary(LIBRARY_URLS.policy, { version: "2", content }, "policy");
      clinic.publishAs(sign(library));
      expect(codeOf(await vault.synchronise())).toBe(code);
      expect(vault.policy()?.refusedTiers).toEqual(["mat"]);
      expect(await roster(vault, () => true)).toMatchObject({ problem: { code } });
      await vault.close();
      const later = await clinic.open();
      value(await later.session.unlock("246810"));
      expect(codeOf(await later.synchronise())).toBe(code);
      expect(later.policy()?.version).toBe("1");
      // The board mends it.
      clinic.publishAs(signed(library));
      value(await later.synchronise());
      expect(later.policy()?.version).toBe("2");
      await later.close();
    },
  );

  it("takes no unsigned policy for a first one either", async () => {
    const clinic = new Clinic(people);
    const library = documentLibrary(LIBRARY_URLS.policy, { version: "1", content: TEST_POLICY }, "policy");
    clinic.publishAs(Promise.resolve(library));
    const vault = await clinic.open();
    value(await vault.session.signIn());
    value(await vault.session.createSecret("246810"));
    expect(codeOf(await vault.synchronise())).toBe("document-unsigned");
    expect(vault.policy()).toBeUndefined();
    await vault.close();
  });

  it("asks for no site profile, signed or not: pages are read by those that were packed", async () => {
    const clinic = new Clinic(people);
    const about = { version: "2", site: "bv-tinh", content: {} };
    const profile = documentLibrary(LIBRARY_URLS.siteProfile, about, "profile");
    clinic.publishAs(signed(profile), "profile-a");
    clinic.publishAs(Promise.resolve(profile), "profile-b");
    const vault = await clinic.atWork();
    value(await vault.synchronise());
    const asked = clinic.board.requests.map(decodeURIComponent).filter((url) => url.includes("/Library?"));
    expect(asked.some((url) => url.includes(`url=${LIBRARY_URLS.policy}&`))).toBe(true);
    expect(asked.filter((url) => url.includes("site-profile"))).toEqual([]);
    await vault.close();
  });

  it("stops knowing people of a tier that the policy refuses", async () => {
    const clinic = new Clinic(people);
    const vault = await clinic.atWork();
    expect(await stateOf(vault, 2)).toMatchObject({ about: { state: "managed" } });
    const tiers = [{ code: "nhom-2", label: { vi: "Nhóm 2", en: "Group 2" }, process: "quy-trinh-a" }];
    clinic.publish({ ...TEST_POLICY, tiers, refusedTiers: ["nhom-1"] });
    await vault.synchronise();
    expect(await stateOf(vault, 3)).toMatchObject({ about: { state: "not-managed" } });
  });

  it("wakes for the next synchronisation, and for nothing while locked", async () => {
    const clinic = new Clinic(people);
    const told: (number | null)[] = [];
    const vault = await clinic.atWork({ onWake: (at) => told.push(at) });
    expect(vault.nextWake()).toBe(clinic.now + 10 * 60_000);
    value(await vault.session.lock());
    expect(vault.nextWake()).toBeNull();
    expect(told.at(-1)).toBeNull();
  });

  it.each([0, 1, 2, 4])(
    "answers also when the store of this machine refuses from turn %i on",
    async (turns) => {
      const clinic = new Clinic(people);
      const vault = await clinic.atWork();
      const seen: RosterView[] = [];
      vault.scope("roster").subscribe("roster", (view) => seen.push(view));
      const { transaction } = IDBDatabase.prototype;
      let left = turns;
      IDBDatabase.prototype.transaction = function (...given) {
        left -= 1;
        if (left < 0) throw new DOMException("broken", "UnknownError");
        return transaction.apply(this, given);
      };
      try {
        expect(codeOf(await vault.synchronise())).toBe("storage-failed");
        expect(seen.at(-1)).toMatchObject({ state: "current", entries: people.length });
        if (turns > 0) expect(seen.at(-1)).toMatchObject({ problem: { code: "storage-failed" } });
      } finally {
        IDBDatabase.prototype.transaction = transaction;
      }
      value(await vault.synchronise());
      expect(seen.at(-1)?.problem).toBeUndefined();
      await vault.close();
    },
  );
});
