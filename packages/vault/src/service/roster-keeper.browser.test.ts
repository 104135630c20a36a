import type { RosterView } from "@cadre-care/domain";
import { describe, expect, it } from "vitest";
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
});
