import type { RosterView } from "@cadre-care/domain";
import { expect, it } from "vitest";
import { MemoryKeyStore } from "../keys/open-key-store.ts";
import { Clinic, ENGINEER, RECEPTIONIST } from "../testing/clinic.ts";
import { MachineDesk } from "../testing/machine-desk.ts";
import { person, statedAs } from "../testing/people.ts";
import { codeOf, until, untilSubject, value } from "../testing/until.ts";
import type { Vault } from "./vault.ts";

const people = [1, 2, 3].map((number) => ({ ...person(number), tier: "nhom-1" }));
const NOTHING = { resourceType: "Bundle", type: "searchset", meta: { lastUpdated: "2026-11-22T02:00:00Z" } };

/** Something that is waited for, and happens once. */
class Event {
  readonly happened: Promise<void>;
  #tell: () => void = () => undefined;

  constructor() {
    this.happened = new Promise((resolve) => {
      this.#tell = resolve;
    });
  }

  tell(): void {
    this.#tell();
  }
}

/** Keys that are written down slowly, once that is wanted. */
class SlowKeys extends MemoryKeyStore {
  slow: { readonly writing: Event; readonly until: Promise<void> } | undefined;

  override async write(value: unknown): Promise<void> {
    this.slow?.writing.tell();
    await this.slow?.until;
    await super.write(value);
  }
}

const atWork = async (
  openKeys = new MemoryKeyStore(),
): Promise<{ clinic: Clinic; machines: MachineDesk; device: string; vault: Vault }> => {
  const machines = await MachineDesk.open();
  const clinic = new Clinic(people, undefined, undefined, machines);
  clinic.openKeys = openKeys;
  const vault = await clinic.atWork();
  clinic.user = ENGINEER;
  value(await vault.session.enrolDevice("Quầy tiếp đón 1"));
  clinic.user = RECEPTIONIST;
  const [device = ""] = machines.enrolled.keys();
  return { clinic, machines, device, vault };
};

const expectWhole = async (vault: Vault): Promise<void> => {
  const scope = vault.scope("tab");
  await until<RosterView>(
    (listener) => scope.subscribe("roster", listener),
    ({ state }) => state !== "syncing",
  ).then((roster) => expect(roster).toMatchObject({ state: "current", entries: people.length }));
  const statement = { settled: true, generation: 1 };
  value(await scope.statePatient(statedAs(person(2)), { emergency: false }, statement));
  const shown = await untilSubject(scope, ({ about }) => about.state !== "reading");
  expect(shown.about.state).toBe("managed");
};

it("a rotation that waited for somebody to unlock ends the reading beside it, and everybody is here again", async () => {
  const { clinic, machines, device, vault: before } = await atWork();
  await before.close();
  clinic.openKeys = new MemoryKeyStore();
  const reading = new Event();
  const rotated = new Event();
  let unlocking = false;
  const fetch: typeof globalThis.fetch = async (input, init) => {
    const request = new Request(input, init);
    const { pathname, searchParams } = new URL(request.url);
    // The board is asked for commands while the roster is being read, and nothing of the roster changed.
    if (unlocking && pathname === "/commands") {
      woken.push(vault.synchronise());
      await reading.happened;
    }
    if (/\/(Flag|Patient|EpisodeOfCare)$/.test(pathname) && searchParams.has("_lastUpdated")) {
      reading.tell();
      const aborted = new Promise((resolve) => request.signal.addEventListener("abort", resolve));
      request.signal.throwIfAborted();
      await Promise.race([rotated.happened, aborted]);
      request.signal.throwIfAborted();
      return new Response(JSON.stringify(NOTHING), { headers: { "content-type": "application/json" } });
    }
    const answer = await clinic.fetch(input, init);
    if (pathname.endsWith("/acknowledgement")) rotated.tell();
    return answer;
  };
  const woken: Promise<unknown>[] = [];
  const vault = await clinic.open({
    fetch,
    onWake: (at) => {
      if (at !== null && at <= clinic.now) woken.push(Promise.resolve().then(() => vault.wake()));
    },
  });
  const id = await machines.command(device, "rotate", {}, clinic.now);
  await vault.wake();
  expect(machines.acknowledged).toEqual([]);
  unlocking = true;
  value(await vault.session.unlock("246810"));
  await rotated.happened;
  expect(machines.acknowledged).toEqual([[id, "done"]]);
  await Promise.all(woken);
  value(await vault.synchronise());
  await expectWhole(vault);
  await vault.close();
});

it("a command to read that comes behind a rotation reads the roster once, under the new keys", async () => {
  const { clinic, machines, device, vault } = await atWork();
  const wholeReadings = () =>
    clinic.board.requests.filter((url) => url.includes("_include=Flag") && !url.includes("_lastUpdated=gt"));
  const earlier = wholeReadings().length;
  const ids = [];
  for (const kind of ["rotate", "sync"]) ids.push(await machines.command(device, kind, {}, clinic.now));
  clinic.now += 6 * 60_000;
  vault.noteActivity();
  await vault.wake();
  expect(machines.acknowledged).toEqual(ids.map((id) => [id, "done"]));
  value(await vault.synchronise());
  await expectWhole(vault);
  expect(wholeReadings().length - earlier).toBe(1);
  await vault.close();
});

it("says of nobody that they are not managed while the directory is empty and the old keys are still held", async () => {
  const keys = new SlowKeys();
  const { clinic, machines, device, vault } = await atWork(keys);
  await vault.wake();
  await machines.command(device, "rotate", {}, clinic.now);
  const writing = new Event();
  const written = new Event();
  keys.slow = { writing, until: written.happened };
  clinic.now += 6 * 60_000;
  const woken = vault.wake();
  await writing.happened;
  const scope = vault.scope("early");
  const shown: string[] = [];
  scope.subscribe("subject", (view) => shown.push(JSON.stringify(view)));
  const statement = { settled: true, generation: 1 };
  const answer = await scope.statePatient(statedAs(person(2)), { emergency: false }, statement);
  expect(shown.filter((view) => view.includes("not-managed"))).toEqual([]);
  expect(codeOf(answer)).toBe("session-locked");
  written.tell();
  await woken;
  value(await vault.synchronise());
  await expectWhole(vault);
  expect(shown.filter((view) => view.includes("not-managed"))).toEqual([]);
  await vault.close();
});

it("everybody is still here after a rotation that the store refused, and the command stays at the board", async () => {
  const { clinic, machines, device, vault } = await atWork();
  await vault.wake();
  await machines.command(device, "rotate", {}, clinic.now);
  clinic.now += 6 * 60_000;
  const { clear } = IDBObjectStore.prototype;
  IDBObjectStore.prototype.clear = () => {
    throw new DOMException("full", "QuotaExceededError");
  };
  try {
    await vault.wake();
  } finally {
    IDBObjectStore.prototype.clear = clear;
  }
  expect(machines.acknowledged).toEqual([]);
  await expectWhole(vault);
  await vault.close();
});
