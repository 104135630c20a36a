import type { RosterView } from "@cadre-care/domain";
import { describe, expect, it } from "vitest";
import { MemoryKeyStore } from "../keys/open-key-store.ts";
import { Clinic, DOCTOR, ENGINEER, RECEPTIONIST } from "../testing/clinic.ts";
import { MachineDesk } from "../testing/machine-desk.ts";
import { person, statedAs } from "../testing/people.ts";
import { codeOf, until, untilSubject, value } from "../testing/until.ts";
import type { Vault } from "./vault.ts";

const people = [1, 2, 3].map((number) => ({ ...person(number), tier: "nhom-1" }));
const SECRET = "246810";
const stated = { emergency: false };

class Killed extends Error {}

/** The browser's memory: it takes what it is given until the background ends in the middle of that. */
class FragileKeys extends MemoryKeyStore {
  broken = false;

  override async write(kept: unknown): Promise<void> {
    if (this.broken) throw new Killed();
    await super.write(kept);
  }
}

const atWork = async () => {
  const machines = await MachineDesk.open();
  const clinic = new Clinic(people, undefined, undefined, machines);
  const openKeys = new FragileKeys();
  clinic.openKeys = openKeys;
  const vault = await clinic.atWork();
  clinic.user = ENGINEER;
  value(await vault.session.enrolDevice("Quầy tiếp đón 1"));
  clinic.user = RECEPTIONIST;
  await vault.wake();
  const [device = ""] = machines.enrolled.keys();
  const rotates = async (by: Vault): Promise<void> => {
    await machines.command(device, "rotate", {}, clinic.now);
    clinic.now += 6 * 60_000;
    await by.wake();
  };
  return { clinic, machines, openKeys, vault, rotates };
};

const expectWhole = async (vault: Vault): Promise<void> => {
  const scope = vault.scope("tab");
  await until<RosterView>(
    (listener) => scope.subscribe("roster", listener),
    ({ state, entries }) => state === "current" && entries !== undefined,
  ).then((roster) => expect(roster.entries).toBe(people.length));
  value(await scope.statePatient(statedAs(person(2)), stated, { settled: true, generation: 1 }));
  const shown = await untilSubject(scope, ({ about }) => about.state !== "reading");
  expect(shown.about.state).toBe("managed");
};

describe("a rotation that is stopped", () => {
  it("after the new keys are on the disk leaves none of the former in use: the machine is to be unlocked", async () => {
    const { clinic, machines, openKeys, vault, rotates } = await atWork();
    openKeys.broken = true;
    await expect(rotates(vault)).rejects.toThrow(Killed);
    expect(machines.acknowledged).toEqual([]);
    await vault.close();
    openKeys.broken = false;

    const again = await clinic.open();
    expect(again.session.view().state).toBe("locked");
    const answer = await again
      .scope("early")
      .statePatient(statedAs(person(2)), stated, { settled: true, generation: 1 });
    expect(codeOf(answer)).toBe("session-locked");
    // Nobody new gets the former keys.
    clinic.user = DOCTOR;
    value(await again.session.signIn());
    expect(codeOf(await again.session.createSecret("135791"))).toBe("keys-closed");
    clinic.user = RECEPTIONIST;
    value(await again.session.signIn());
    value(await again.session.unlock(SECRET));
    // The command is still at the board: it is carried out, and heard of.
    await again.wake();
    expect(machines.acknowledged).toHaveLength(1);
    value(await again.synchronise());
    await expectWhole(again);
    await again.close();
  });

  it("before that changes nothing, also for the next browser without a network", async () => {
    const { clinic, vault, rotates } = await atWork();
    const { clear } = IDBObjectStore.prototype;
    IDBObjectStore.prototype.clear = () => {
      throw new DOMException("full", "QuotaExceededError");
    };
    try {
      await rotates(vault);
    } finally {
      IDBObjectStore.prototype.clear = clear;
    }
    await vault.close();
    clinic.openKeys = new MemoryKeyStore();
    clinic.online = false;
    clinic.board.down = true;
    const again = await clinic.open();
    value(await again.session.unlock(SECRET));
    await expectWhole(again);
    await again.close();
  });
});

describe("another vault on the same database", () => {
  const beside = async () => {
    const { clinic, vault, rotates } = await atWork();
    clinic.openKeys = new MemoryKeyStore();
    const other = await clinic.open({ shared: true });
    value(await other.session.unlock(SECRET));
    value(await other.synchronise());
    await expectWhole(other);
    return { vault, other, rotates };
  };

  it("gives up the former keys when it is woken, and has everybody again when it is unlocked", async () => {
    const { vault, other, rotates } = await beside();
    await rotates(vault);
    value(await vault.synchronise());
    await other.wake();
    expect(other.session.view().state).toBe("locked");
    value(await other.session.unlock(SECRET));
    await expectWhole(other);
    await expectWhole(vault);
    await Promise.all([vault.close(), other.close()]);
  });

  it("calls nobody unmanaged and spoils nothing before it has noticed", async () => {
    const { vault, other, rotates } = await beside();
    await rotates(vault);
    value(await vault.synchronise());
    const scope = other.scope("unaware");
    const shown: string[] = [];
    scope.subscribe("subject", (view) => shown.push(JSON.stringify(view)));
    await scope
      .statePatient(statedAs(person(3)), stated, { settled: true, generation: 1 })
      .catch((cause: unknown) => expect(cause).toMatchObject({ problem: { code: "storage-keys-changed" } }));
    expect(shown.filter((view) => view.includes("not-managed"))).toEqual([]);
    expect(codeOf(await other.synchronise())).toBe("session-locked");
    await expectWhole(vault);
    await Promise.all([vault.close(), other.close()]);
  });
});
