import type { DirectoryEntry } from "@cadre-care/domain";
import { generateKeyPair } from "jose";
import { beforeAll, describe, expect, it } from "vitest";
import { createSealer } from "../keys/aes-sealer.ts";
import { fromBase64url } from "../keys/base64url.ts";
import { MemoryKeyStore } from "../keys/open-key-store.ts";
import type { Vault } from "../service/vault.ts";
import { openDatabase } from "../storage/database.ts";
import { Clinic, DOCTOR, ENGINEER, RECEPTIONIST } from "../testing/clinic.ts";
import { TEST_POLICY } from "../testing/desk-fixture.ts";
import { MachineDesk } from "../testing/machine-desk.ts";
import { MemoryBoard } from "../testing/memory-board.ts";
import { person } from "../testing/people.ts";
import { codeOf, until, value } from "../testing/until.ts";

/** Each row of the table in docs/vault-states.md. */
const people: DirectoryEntry[] = [1, 2, 3].map((number) => ({ ...person(number), tier: "nhom-1" }));
const SECRET = "246810";
const OTHER = "135792";
const MINUTE = 60_000;

let desk: MachineDesk;
beforeAll(async () => {
  desk = await MachineDesk.open();
});

const knownClinic = () => new Clinic(people, TEST_POLICY, new MemoryBoard(), desk);
const state = (vault: Vault) => vault.session.view().state;
const restart = async (clinic: Clinic, vault: Vault): Promise<Vault> => {
  await vault.close();
  clinic.openKeys = new MemoryKeyStore();
  return clinic.open();
};

const enrol = async (clinic: Clinic, vault: Vault): Promise<void> => {
  const user = clinic.user;
  clinic.user = ENGINEER;
  value(await vault.session.enrolDevice("Quầy tiếp đón 1"));
  clinic.user = user;
};

/** A machine that the board knows, with a receptionist at work. */
const atWork = async (): Promise<{ clinic: Clinic; vault: Vault }> => {
  const clinic = knownClinic();
  const vault = await clinic.atWork();
  await enrol(clinic, vault);
  return { clinic, vault };
};

const checkIn = async (vault: Vault, number: number): Promise<void> => {
  const scope = vault.scope(`tab-${number}`);
  const { subject } = value(
    await scope.statePatient(
      { identifiers: person(number).identifiers },
      { emergency: false },
      { settled: true, generation: 1 },
    ),
  );
  value(await scope.service.checkIn(subject, false));
};

const deviceIdOf = (): string => [...desk.enrolled.keys()].at(-1) ?? "";

/** Time goes on far enough for commands to be asked for, and the alarm goes off. */
const wakeLater = async (clinic: Clinic, vault: Vault): Promise<void> => {
  clinic.now += 6 * MINUTE;
  await vault.wake();
};

describe("a machine that the board knows", () => {
  it("is enrolled by IT alone, with the second factor, and the session is not touched", async () => {
    const clinic = knownClinic();
    const vault = await clinic.atWork();
    expect(vault.session.view().device).toEqual({ state: "not-enrolled" });
    expect(codeOf(await vault.session.enrolDevice("  "))).toBe("enrol-name");
    expect(codeOf(await vault.session.enrolDevice("Quầy 1"))).toBe("enrol-it-only");
    clinic.user = ENGINEER;
    clinic.withoutSecondFactor = true;
    expect(codeOf(await vault.session.enrolDevice("Quầy 1"))).toBe("sign-in-no-second-factor");
    clinic.withoutSecondFactor = false;
    value(await vault.session.enrolDevice("Quầy 1"));
    expect(vault.session.view()).toMatchObject({
      state: "open",
      user: { name: RECEPTIONIST.name },
      device: { state: "enrolled", name: "Quầy 1" },
      recoverable: true,
    });
    expect(clinic.revoked).toContain(`refresh-${ENGINEER.subject}`);
    expect((await new Clinic(people).options()).machineKeys).toBeUndefined();
    const plain = await new Clinic(people).atWork();
    expect(plain.session.view().device).toBeUndefined();
    expect(codeOf(await plain.session.enrolDevice("Quầy 1"))).toBe("enrol-unsupported");
  });

  it("keeps its signing key where script cannot take it out", async () => {
    const { clinic } = await atWork();
    const database = await openDatabase(clinic.databaseName);
    const row = await database.read(["meta"], (transaction) =>
      transaction.objectStore("meta").get("device-credential"),
    );
    const key = Object.values(Object(row?.value)).find((each) => each instanceof CryptoKey);
    if (!(key instanceof CryptoKey)) throw new Error("no key");
    expect(key.extractable).toBe(false);
    await expect(crypto.subtle.exportKey("jwk", key)).rejects.toThrow();
  });

  it("delivers after signing out, by its own credential, in the author's name", async () => {
    const { clinic, vault } = await atWork();
    clinic.board.down = true;
    await checkIn(vault, 1);
    value(await vault.session.signOut());
    expect(state(vault)).toBe("new");
    clinic.board.down = false;
    await wakeLater(clinic, vault);
    expect(clinic.board.all("Encounter")).toHaveLength(1);
    expect(JSON.stringify(clinic.board.all("Provenance"))).toContain(`Practitioner/${RECEPTIONIST.subject}`);
    expect(vault.session.view().user).toBeUndefined();
  });

  it("delivers at a board that knows no site links: it asks for its rights without that one", async () => {
    desk.unknownScopes = ["system/Person.crus"];
    try {
      const { clinic, vault } = await atWork();
      clinic.board.down = true;
      await checkIn(vault, 1);
      value(await vault.session.signOut());
      clinic.board.down = false;
      await wakeLater(clinic, vault);
      expect(clinic.board.all("Encounter")).toHaveLength(1);
    } finally {
      desk.unknownScopes = [];
    }
  });

  it("delivers while locked with a form open, and the form's user goes on after unlocking", async () => {
    const { clinic, vault } = await atWork();
    clinic.board.down = true;
    await checkIn(vault, 2);
    value(await vault.session.lock());
    clinic.board.down = false;
    await wakeLater(clinic, vault);
    expect(clinic.board.all("Encounter")).toHaveLength(1);
    expect(state(vault)).toBe("locked");
    value(await vault.session.unlock(SECRET));
    await checkIn(vault, 3);
  });

  it("delivers nothing after a restart until somebody unlocks, and shows what waits as a count", async () => {
    const { clinic, vault: first } = await atWork();
    clinic.board.down = true;
    await checkIn(first, 1);
    const vault = await restart(clinic, first);
    clinic.board.down = false;
    await wakeLater(clinic, vault);
    expect(clinic.board.all("Encounter")).toHaveLength(0);
    const queue = await until<{ waiting: number; entries: readonly object[] }>(
      (listener) => vault.scope("tab").subscribe("outbox", listener),
      ({ waiting }) => waiting > 0,
    );
    expect(JSON.stringify(queue)).not.toContain(person(1).name);
    value(await vault.session.unlock(SECRET));
    expect(value(await vault.scope("tab").service.sendNow()).waiting).toBe(0);
    expect(clinic.board.all("Encounter")).toHaveLength(1);
  });

  it("delivers the first user's entries while a newcomer chooses a secret, or waits for the board", async () => {
    const { clinic, vault } = await atWork();
    for (const locked of [false, true]) {
      clinic.user = RECEPTIONIST;
      clinic.board.down = true;
      await checkIn(vault, locked ? 2 : 1);
      clinic.board.down = false;
      if (locked) value(await vault.session.lock());
      clinic.user = DOCTOR;
      value(await vault.session.signIn());
      expect(state(vault)).toBe(locked ? "needs-board" : "needs-secret");
      await wakeLater(clinic, vault);
      expect(clinic.board.all("Encounter")).toHaveLength(locked ? 2 : 1);
      value(await vault.session.signOut());
      value(await vault.session.unlock(SECRET));
    }
  });

  it("gets other keys when IT takes it in again after the board had put it out", async () => {
    const { clinic, vault } = await atWork();
    const before = JSON.parse(JSON.stringify(await clinic.openKeys.read())).device;
    desk.enrolled.clear();
    clinic.now += 11 * MINUTE;
    await vault.wake();
    value(await vault.session.unlock(SECRET));
    await vault.synchronise();
    expect(vault.session.view().device?.state).toBe("refused");
    await enrol(clinic, vault);
    const after = JSON.parse(JSON.stringify(await clinic.openKeys.read())).device;
    expect(after.former).toEqual([before.outbox.seal]);
    expect(vault.session.view().device?.state).toBe("enrolled");
  });

  it("goes on with the user's own sign-in when the board revokes it, and says so", async () => {
    const { clinic, vault } = await atWork();
    desk.enrolled.clear();
    clinic.now += 11 * MINUTE;
    await vault.wake();
    expect(state(vault)).toBe("locked");
    value(await vault.session.unlock(SECRET));
    await checkIn(vault, 1);
    expect(value(await vault.scope("tab-1").service.sendNow()).waiting).toBe(0);
    expect(vault.session.view().device?.state).toBe("refused");
  });
});

describe("several users on one machine", () => {
  it("lets a second one in from the keys of the first, who is at work; each has their own drafts", async () => {
    const { clinic, vault } = await atWork();
    clinic.board.down = true;
    await checkIn(vault, 1);
    clinic.board.down = false;
    const before = await clinic.openKeys.read();
    clinic.user = DOCTOR;
    value(await vault.session.signIn());
    expect(vault.session.view()).toMatchObject({ state: "needs-secret", user: { name: DOCTOR.name } });
    value(await vault.session.createSecret(OTHER));
    expect(vault.session.view()).toMatchObject({ state: "open", user: { role: "doctor" } });
    await vault.synchronise();
    expect(value(await vault.scope("tab-9").service.sendNow()).waiting).toBe(0);
    expect(desk.audit.filter((act) => act.includes(DOCTOR.subject))).toEqual([]);
    const after = await clinic.openKeys.read();
    const mine = JSON.parse(JSON.stringify(before));
    const theirs = JSON.parse(JSON.stringify(after));
    expect(theirs.device).toEqual(mine.device);
    expect(theirs.drafts).not.toBe(mine.drafts);
    const sealed = await (await sealerOf(mine.drafts)).seal({ note: "nháp" }, "draft");
    await expect((await sealerOf(theirs.drafts)).open(sealed, "draft")).rejects.toThrow();
  });

  it("says who can unlock by number, names nobody, and opens the one who was chosen", async () => {
    const { clinic, vault: first } = await atWork();
    clinic.user = DOCTOR;
    value(await first.session.signIn());
    value(await first.session.createSecret(OTHER));
    const vault = await restart(clinic, first);
    const { users = [], user } = vault.session.view();
    expect(user).toBeUndefined();
    expect(users.map(({ ordinal, current }) => [ordinal, current])).toEqual([
      [1, false],
      [2, true],
    ]);
    expect(JSON.stringify(vault.session.view())).not.toMatch(/Lê|Trần|u-1|u-2/);
    expect(codeOf(await vault.session.unlock(SECRET))).toBe("secret-wrong");
    value(await vault.session.unlock(SECRET, users[0]?.id));
    expect(vault.session.view().user).toEqual({
      id: users[0]?.id,
      name: RECEPTIONIST.name,
      role: "receptionist",
    });
    value(await vault.session.lock());
    value(await vault.session.unlock(OTHER, users[1]?.id));
    expect(vault.session.view().user).toEqual({ id: users[1]?.id, name: DOCTOR.name, role: "doctor" });
    value(await vault.session.signOut());
    expect(vault.session.view()).toMatchObject({ state: "locked", users: [{ ordinal: 1 }] });
    expect(codeOf(await vault.session.unlock(OTHER, users[1]?.id))).toBe("sign-in-first");
  });

  it("lets a second one in through the board when the keys are closed, which the board writes down", async () => {
    const { clinic, vault: first } = await atWork();
    clinic.board.down = true;
    await checkIn(first, 1);
    const vault = await restart(clinic, first);
    clinic.user = DOCTOR;
    clinic.board.down = false;
    value(await vault.session.signIn());
    expect(vault.session.view()).toMatchObject({ state: "needs-board", reason: "other-user" });
    value(await vault.session.recover());
    expect(state(vault)).toBe("needs-secret");
    value(await vault.session.createSecret(OTHER));
    await vault.synchronise();
    expect(value(await vault.scope("tab").service.sendNow()).waiting).toBe(0);
    expect(clinic.board.all("Encounter")).toHaveLength(1);
    expect(JSON.stringify(clinic.board.all("Provenance"))).toContain(`Practitioner/${RECEPTIONIST.subject}`);
    expect(desk.audit.at(-1)).toBe(`escrow-opened/device/${DOCTOR.subject}`);
  });

  it("forgets the keys that let a newcomer in when nobody goes on for as long as the policy says", async () => {
    const { clinic, vault } = await atWork();
    clinic.user = DOCTOR;
    value(await vault.session.signIn());
    clinic.now += 11 * MINUTE;
    await vault.wake();
    expect(state(vault)).toBe("needs-board");
    expect(codeOf(await vault.session.createSecret(OTHER))).toBe("keys-closed");
    value(await vault.session.signOut());
    expect(state(vault)).toBe("locked");
    value(await vault.session.unlock(SECRET));
  });

  it("does not let IT into the list", async () => {
    const { clinic, vault } = await atWork();
    clinic.user = ENGINEER;
    expect(codeOf(await vault.session.signIn())).toBe("role-without-keys");
    expect(state(vault)).toBe("open");
  });
});

describe("a forgotten secret", () => {
  it("is replaced through the board with the second factor; drafts and queue stay", async () => {
    const { clinic, vault: first } = await atWork();
    const drafts = JSON.parse(JSON.stringify(await clinic.openKeys.read())).drafts;
    clinic.board.down = true;
    await checkIn(first, 1);
    const vault = await restart(clinic, first);
    expect(codeOf(await vault.session.recover())).toBe("sign-in-board-unreachable");
    clinic.board.down = false;
    clinic.withoutSecondFactor = true;
    expect(codeOf(await vault.session.recover())).toBe("sign-in-no-second-factor");
    clinic.withoutSecondFactor = false;
    value(await vault.session.recover());
    expect(state(vault)).toBe("needs-secret");
    value(await vault.session.createSecret(OTHER));
    expect(JSON.parse(JSON.stringify(await clinic.openKeys.read())).drafts).toBe(drafts);
    expect(desk.audit.slice(-2)).toEqual([
      `escrow-opened/device/${RECEPTIONIST.subject}`,
      `escrow-opened/user/${RECEPTIONIST.subject}`,
    ]);
    value(await vault.session.lock());
    expect(codeOf(await vault.session.unlock(SECRET))).toBe("secret-wrong");
    value(await vault.session.unlock(OTHER));
    expect(value(await vault.scope("tab").service.sendNow()).waiting).toBe(0);
    expect(clinic.board.all("Encounter")).toHaveLength(1);
  });

  it("cannot be replaced on a machine that is not enrolled, which says what to do", async () => {
    const clinic = knownClinic();
    const vault = await restart(clinic, await clinic.atWork());
    expect(vault.session.view().recoverable).toBeUndefined();
    expect(codeOf(await vault.session.recover())).toBe("device-not-enrolled");
    await enrol(clinic, vault);
    value(await vault.session.recover());
    expect(state(vault)).toBe("needs-secret");
  });
});

describe("wrong secrets", () => {
  const wrongly = async (clinic: Clinic, vault: Vault, times: number): Promise<string> => {
    let code = "";
    for (let tries = 0; tries < times; tries += 1) {
      clinic.now += 16 * MINUTE;
      code = codeOf(await vault.session.unlock("ma-sai-roi"));
    }
    return code;
  };

  it("close the slot only while the board can be reached to open it again", async () => {
    const { clinic, vault: first } = await atWork();
    const vault = await restart(clinic, first);
    clinic.board.down = true;
    expect(await wrongly(clinic, vault, 11)).toBe("secret-wrong");
    expect(vault.session.view().users?.[0]?.closed).toBe(false);
    clinic.board.down = false;
    expect(await wrongly(clinic, vault, 1)).toBe("slot-closed");
    expect(vault.session.view().users?.[0]?.closed).toBe(true);
    clinic.now += 16 * MINUTE;
    expect(codeOf(await vault.session.unlock(SECRET))).toBe("slot-closed");
    clinic.board.down = true;
    value(await vault.session.unlock(SECRET));
    value(await vault.session.lock());
    expect(vault.session.view().users?.[0]?.closed).toBe(false);
  });

  it("never close a slot on a machine that is not enrolled", async () => {
    const clinic = knownClinic();
    const vault = await restart(clinic, await clinic.atWork());
    expect(await wrongly(clinic, vault, 11)).toBe("secret-wrong");
    clinic.now += 16 * MINUTE;
    value(await vault.session.unlock(SECRET));
  });
});

describe("commands of the board", () => {
  it("wipe: destroy every slot at once, also while locked, and lose nothing that was accepted", async () => {
    const { clinic, vault: first } = await atWork();
    const device = deviceIdOf();
    const drafts = JSON.parse(JSON.stringify(await clinic.openKeys.read())).drafts;
    clinic.board.down = true;
    await checkIn(first, 1);
    const vault = await restart(clinic, first);
    clinic.board.down = false;
    const id = await desk.command(device, "wipe", {}, clinic.now);
    await wakeLater(clinic, vault);
    expect(desk.acknowledged).toContainEqual([id, "done"]);
    expect(state(vault)).toBe("new");
    const database = await openDatabase(clinic.databaseName);
    const left = await database.read(["slots", "keyrings", "outbox"], async (transaction) => ({
      slots: await transaction.objectStore("slots").count(),
      rings: await transaction.objectStore("keyrings").getAllKeys(),
      queue: await transaction.objectStore("outbox").count(),
    }));
    await database.close();
    expect(left).toMatchObject({ slots: 0, queue: 1 });
    expect(left.rings.filter((key) => !key.startsWith("escrow/"))).toEqual([]);
    expect(clinic.board.all("Encounter")).toHaveLength(0);
    value(await vault.session.signIn());
    expect(vault.session.view()).toMatchObject({ state: "needs-board", reason: "wiped" });
    expect(codeOf(await vault.session.createSecret(OTHER))).toBe("keys-closed");
    value(await vault.session.recover());
    value(await vault.session.createSecret(OTHER));
    expect(value(await vault.scope("tab").service.sendNow()).waiting).toBe(0);
    expect(clinic.board.all("Encounter")).toHaveLength(1);
    expect(JSON.parse(JSON.stringify(await clinic.openKeys.read())).drafts).toBe(drafts);
  });

  it("wipe: is refused, and locks, where the board has no keys to let anybody in again", async () => {
    const clinic = knownClinic();
    const first = await clinic.atWork({ machineKeys: undefined });
    await first.close();
    clinic.openKeys = new MemoryKeyStore();
    const vault = await clinic.open();
    await enrol(clinic, vault);
    const id = await desk.command(deviceIdOf(), "wipe", {}, clinic.now);
    await wakeLater(clinic, vault);
    expect(desk.acknowledged).toContainEqual([id, "refused-no-escrow"]);
    value(await vault.session.unlock(SECRET));
    expect(vault.session.view().recoverable).toBe(true);
  });

  it("wipe: drop what is open in memory, of a user who is at work", async () => {
    const { clinic, vault } = await atWork();
    await desk.command(deviceIdOf(), "wipe", {}, clinic.now);
    await wakeLater(clinic, vault);
    expect(state(vault)).toBe("new");
    expect(await clinic.openKeys.read()).toBeUndefined();
    expect(codeOf(await vault.session.unlock(SECRET))).toBe("sign-in-first");
  });

  it("lock at once, and are carried out when nobody has signed in", async () => {
    const { clinic, vault } = await atWork();
    const id = await desk.command(deviceIdOf(), "lock", {}, clinic.now);
    await wakeLater(clinic, vault);
    expect(state(vault)).toBe("locked");
    expect(desk.acknowledged).toContainEqual([id, "done"]);
    value(await vault.session.signOut());
    const later = await desk.command(deviceIdOf(), "sync", {}, clinic.now);
    await wakeLater(clinic, vault);
    expect(desk.acknowledged).toContainEqual([later, "done"]);
  });

  it("are not carried out twice, for another machine, after their end, or signed by somebody else", async () => {
    const { clinic, vault } = await atWork();
    const device = deviceIdOf();
    const id = await desk.command(device, "lock", {}, clinic.now);
    await wakeLater(clinic, vault);
    value(await vault.session.unlock(SECRET));
    const stranger = (await generateKeyPair("ES256", { extractable: true })).privateKey;
    await desk.command(device, "wipe", { id }, clinic.now);
    await desk.command(device, "wipe", { audience: crypto.randomUUID() }, clinic.now);
    await desk.command(device, "wipe", { seconds: 10 }, clinic.now - 60 * MINUTE);
    await desk.command(device, "wipe", { key: stranger }, clinic.now);
    await desk.command(device, "wipe", { typ: "JWT" }, clinic.now);
    vault.noteActivity();
    await wakeLater(clinic, vault);
    expect(state(vault)).toBe("open");
    desk.commands.clear();
  });

  it("rotate: new keys for everybody who had the old ones; what waits under the old one is delivered", async () => {
    const { clinic, vault: first } = await atWork();
    clinic.user = DOCTOR;
    value(await first.session.signIn());
    value(await first.session.createSecret(OTHER));
    await first.synchronise();
    clinic.board.down = true;
    await checkIn(first, 1);
    const old = JSON.parse(JSON.stringify(await clinic.openKeys.read())).device;
    clinic.board.down = false;
    clinic.online = false;
    const id = await desk.command(deviceIdOf(), "rotate", {}, clinic.now);
    first.noteActivity();
    clinic.online = true;
    const holdUp = clinic.board.fetch;
    Object.assign(clinic.board, {
      fetch: (async (input, init) => {
        if (init?.method === "POST") throw new TypeError("Failed to fetch");
        return holdUp(input, init);
      }) satisfies typeof fetch,
    });
    await wakeLater(clinic, first);
    expect(desk.acknowledged).toContainEqual([id, "done"]);
    const now = JSON.parse(JSON.stringify(await clinic.openKeys.read())).device;
    expect(now.directory).not.toEqual(old.directory);
    expect(now.outbox.seal).not.toBe(old.outbox.seal);
    expect(now.former).toEqual([old.outbox.seal]);
    Object.assign(clinic.board, { fetch: holdUp });
    const vault = await restart(clinic, first);
    const [receptionist, doctor] = vault.session.view().users ?? [];
    value(await vault.session.unlock(OTHER, doctor?.id));
    expect(JSON.parse(JSON.stringify(await clinic.openKeys.read())).device).toEqual(now);
    value(await vault.session.lock());
    value(await vault.session.unlock(SECRET, receptionist?.id));
    expect(JSON.parse(JSON.stringify(await clinic.openKeys.read())).device).toEqual(now);
    await vault.synchronise();
    await until<{ entries?: number }>(
      (listener) => vault.scope("tab").subscribe("roster", listener),
      (roster) => roster.entries === people.length,
    );
    expect(value(await vault.scope("tab").service.sendNow()).waiting).toBe(0);
    expect(clinic.board.all("Encounter")).toHaveLength(1);
    const forgetful = await restart(clinic, vault);
    value(await forgetful.session.recover());
    expect(JSON.parse(JSON.stringify(await clinic.openKeys.read())).device).toEqual(now);
  });

  it("rotate: wait for the keys to be open", async () => {
    const { clinic, vault: first } = await atWork();
    const vault = await restart(clinic, first);
    const id = await desk.command(deviceIdOf(), "rotate", {}, clinic.now);
    await wakeLater(clinic, vault);
    expect(desk.acknowledged.map(([each]) => each)).not.toContain(id);
    value(await vault.session.unlock(SECRET));
    await until<{ state: string }>(
      (listener) => vault.scope("tab").subscribe("roster", listener),
      (roster) => roster.state === "current",
    );
    await vault.wake();
    expect(desk.acknowledged).toContainEqual([id, "done"]);
  });
});

const sealerOf = async (raw: string) =>
  createSealer(
    await crypto.subtle.importKey("raw", fromBase64url(raw), "AES-GCM", false, ["encrypt", "decrypt"]),
  );
