import { describe, expect, it } from "vitest";
import { MemoryKeyStore } from "../keys/open-key-store.ts";
import type { Vault } from "../service/vault.ts";
import { openDatabase } from "../storage/database.ts";
import { Clinic, RECEPTIONIST } from "../testing/clinic.ts";
import { TEST_POLICY } from "../testing/desk-fixture.ts";
import { person } from "../testing/people.ts";
import { codeOf, until, value } from "../testing/until.ts";

const people = [{ ...person(1), tier: "nhom-1" }];
const SECRET = "246810";
const MINUTE = 60_000;

const state = (vault: Vault) => vault.session.view().state;

/** The browser was closed and started again: the disk is there, memory is not. */
const restart = async (clinic: Clinic, vault: Vault): Promise<Vault> => {
  await vault.close();
  clinic.openKeys = new MemoryKeyStore();
  return clinic.open();
};

/** The background was stopped and woken: the browser's session memory is still there. */
const wakeUp = async (clinic: Clinic, vault: Vault): Promise<Vault> => {
  await vault.close();
  return clinic.open();
};

const dump = async (clinic: Clinic): Promise<string> => {
  const database = await openDatabase(clinic.databaseName);
  const rows = await database.read(
    ["slots", "keyrings", "meta", "documents", "outbox", "visits"],
    async (transaction) => [
      ...(await transaction.objectStore("keyrings").getAll()),
      ...(await transaction.objectStore("slots").getAll()),
      ...(await transaction.objectStore("meta").getAll()),
      ...(await transaction.objectStore("documents").getAll()),
      ...(await transaction.objectStore("outbox").getAll()),
      ...(await transaction.objectStore("visits").getAll()),
    ],
  );
  await database.close();
  return JSON.stringify(rows, (_, cell: unknown) =>
    cell instanceof Uint8Array ? new TextDecoder("latin1").decode(cell) : cell,
  );
};

describe("the session", () => {
  it("is new, needs a secret, is open, locks and unlocks without a network", async () => {
    const clinic = new Clinic(people);
    const vault = await clinic.open();
    expect(state(vault)).toBe("new");
    expect(codeOf(await vault.session.unlock(SECRET))).toBe("sign-in-first");
    expect(codeOf(await vault.session.createSecret(SECRET))).toBe("sign-in-first");
    value(await vault.session.signIn());
    expect(vault.session.view()).toMatchObject({
      state: "needs-secret",
      user: { name: RECEPTIONIST.name, role: "receptionist" },
    });
    expect(codeOf(await vault.session.createSecret("12345"))).toBe("secret-too-short");
    value(await vault.session.createSecret(SECRET));
    expect(state(vault)).toBe("open");
    const { id } = vault.session.view().user ?? {};
    expect(id).toBeTypeOf("string");
    clinic.board.down = true;
    value(await vault.session.lock());
    expect(state(vault)).toBe("locked");
    expect(codeOf(await vault.session.unlock("wrong!"))).toBe("secret-wrong");
    value(await vault.session.unlock(SECRET));
    expect(state(vault)).toBe("open");
    expect(vault.session.view().user).toEqual({ id, name: RECEPTIONIST.name, role: "receptionist" });
  });

  it("asks for the length that the policy wants, before the first secret", async () => {
    const policy = { ...TEST_POLICY, session: { ...TEST_POLICY.session, minimumSecretLength: 12 } };
    const clinic = new Clinic(people, policy);
    const vault = await clinic.open();
    value(await vault.session.signIn());
    await until(
      (listener) => vault.session.subscribe(listener),
      (view: { minimumSecretLength: number }) => view.minimumSecretLength === 12,
    );
    expect(codeOf(await vault.session.createSecret("12345678901"))).toBe("secret-too-short");
  });

  it("is locked after the browser was restarted, and open after the background was", async () => {
    const clinic = new Clinic(people);
    let vault = await clinic.atWork();
    vault = await wakeUp(clinic, vault);
    expect(vault.session.view()).toMatchObject({ state: "open", user: { name: RECEPTIONIST.name } });
    vault = await restart(clinic, vault);
    expect(state(vault)).toBe("locked");
    expect(vault.session.view().user).toBeUndefined();
    value(await vault.session.unlock(SECRET));
    expect(vault.session.view()).toMatchObject({ state: "open", user: { name: RECEPTIONIST.name } });
  });

  it("treats session memory that it did not write as locked", async () => {
    const clinic = new Clinic(people);
    const vault = await clinic.atWork();
    await clinic.openKeys.write({ version: 1, directory: "x" });
    expect(state(await wakeUp(clinic, vault))).toBe("locked");
  });

  it("makes wrong secrets wait, also across a restart, and says until when", async () => {
    const clinic = new Clinic(people);
    let vault = await clinic.atWork();
    vault = await restart(clinic, vault);
    for (const _ of [1, 2, 3, 4]) expect(codeOf(await vault.session.unlock("wrong!"))).toBe("secret-wrong");
    expect(vault.session.view().retryAt).toBe(new Date(clinic.now + 5_000).toISOString());
    vault = await restart(clinic, vault);
    expect(vault.session.view().retryAt).toBe(new Date(clinic.now + 5_000).toISOString());
    expect(codeOf(await vault.session.unlock(SECRET))).toBe("secret-wait");
    clinic.now += 5_000;
    value(await vault.session.unlock(SECRET));
    expect(vault.session.view().retryAt).toBeUndefined();
  });

  it("locks when nobody has done anything for as long as the policy says", async () => {
    const clinic = new Clinic(people);
    const vault = await clinic.atWork();
    clinic.now += 9 * MINUTE;
    vault.noteActivity();
    clinic.now += 9 * MINUTE;
    await vault.wake();
    expect(state(vault)).toBe("open");
    clinic.now += MINUTE;
    await vault.wake();
    expect(state(vault)).toBe("locked");
  });

  it("still knows that the machine is in use when the next user signs in after everybody had signed out", async () => {
    const clinic = new Clinic(people);
    const vault = await clinic.atWork();
    vault.setIdleState("active");
    value(await vault.session.signOut());
    value(await vault.session.signIn());
    value(await vault.session.unlock(SECRET));
    clinic.now += 11 * MINUTE;
    await vault.wake();
    expect(state(vault)).toBe("open");
  });

  it("does not show anything when a timer was missed", async () => {
    const clinic = new Clinic(people);
    const vault = await clinic.atWork();
    const scope = vault.scope("tab");
    clinic.now += 11 * MINUTE;
    expect(codeOf(await scope.service.undoCheckIn("v"))).toBe("session-locked");
    const again = new Clinic(people);
    const other = await again.atWork();
    again.now += 11 * MINUTE;
    expect(state(await wakeUp(again, other))).toBe("locked");
  });

  it("stays open while the machine is in use, and locks with the screen", async () => {
    const clinic = new Clinic(people);
    const vault = await clinic.atWork();
    vault.setIdleState("active");
    clinic.now += 60 * MINUTE;
    await vault.wake();
    expect(state(vault)).toBe("open");
    vault.setIdleState("idle");
    await vault.session.setLanguage("en");
    clinic.now += 10 * MINUTE;
    await vault.wake();
    expect(state(vault)).toBe("locked");
    value(await vault.session.unlock(SECRET));
    vault.setIdleState("locked");
    await vault.session.setLanguage("vi");
    expect(state(vault)).toBe("locked");
  });

  it("signs out without losing what waits, which goes out when the same user is back", async () => {
    const clinic = new Clinic(people);
    const vault = await clinic.atWork();
    const scope = vault.scope("tab");
    const identity = { identifiers: person(1).identifiers };
    const { subject } = value(
      await scope.statePatient(identity, { emergency: false }, { settled: true, generation: 1 }),
    );
    clinic.board.down = true;
    value(await scope.service.checkIn(subject, false));
    value(await scope.service.signOut());
    expect(state(vault)).toBe("new");
    clinic.board.down = false;
    expect(codeOf(await vault.session.unlock(SECRET))).toBe("sign-in-first");
    value(await vault.session.signIn());
    expect(state(vault)).toBe("locked");
    value(await vault.session.unlock(SECRET));
    value(await scope.service.sendNow());
    expect(clinic.board.all("Encounter")).toHaveLength(1);
  });

  it("revokes the sign-in at the board when it signs out", async () => {
    const clinic = new Clinic(people);
    const vault = await clinic.atWork();
    value(await vault.session.signOut());
    expect(clinic.revoked).toEqual(["refresh-u-1"]);
  });

  it("does not let another user into this user's data by a sign-in alone", async () => {
    const clinic = new Clinic(people);
    const vault = await clinic.atWork();
    value(await vault.session.signOut());
    clinic.user = { subject: "u-2", name: "Trần Văn Khác" };
    value(await vault.session.signIn());
    expect(vault.session.view()).toMatchObject({ state: "needs-board", reason: "other-user" });
    expect(codeOf(await vault.session.createSecret(SECRET))).toBe("keys-closed");
    expect(codeOf(await vault.session.recover())).toBe("no-escrow");
    value(await vault.session.signOut());
    expect(state(vault)).toBe("new");
    expect(clinic.revoked).toContain("refresh-u-2");
  });

  it("keeps the language", async () => {
    const clinic = new Clinic(people);
    const vault = await clinic.open();
    expect(vault.session.view().language).toBe("vi");
    value(await vault.session.setLanguage("en"));
    expect((await restart(clinic, vault)).session.view().language).toBe("en");
  });

  it("has nobody's name, number or token readable on the disk", async () => {
    const clinic = new Clinic(people);
    const vault = await clinic.atWork();
    const scope = vault.scope("tab");
    const identity = { identifiers: person(1).identifiers };
    const { subject } = value(
      await scope.statePatient(identity, { emergency: false }, { settled: true, generation: 1 }),
    );
    clinic.board.down = true;
    value(await scope.service.checkIn(subject, false));
    await vault.close();
    const text = await dump(clinic);
    expect(text).toContain("slot");
    const secrets = [RECEPTIONIST.name, "u-1", "refresh-", SECRET, person(1).name, "person-1", "Encounter"];
    for (const secret of [...secrets, ...person(1).identifiers.map((each) => each.value)])
      expect(text).not.toContain(secret);
  });
});

describe("a clock set wrong", () => {
  it("is said, and what is written down has the board's time", async () => {
    const year = 365 * 24 * 60 * MINUTE;
    const clinic = new Clinic(people);
    clinic.boardAhead = year;
    const vault = await clinic.atWork();
    const scope = vault.scope("tab");
    const connection = await until<{ clockOffSeconds?: number }>(
      (listener) => scope.subscribe("connection", listener),
      (view) => view.clockOffSeconds !== undefined,
    );
    expect(connection.clockOffSeconds).toBeGreaterThan(year / 1000 - 2);
    const identity = { identifiers: person(1).identifiers };
    const { subject } = value(
      await scope.statePatient(identity, { emergency: false }, { settled: true, generation: 1 }),
    );
    const visit = value(await scope.service.checkIn(subject, false));
    expect(visit.visit.day).toBe("2027-11-22");
    expect(value(await scope.service.sendNow()).waiting).toBe(0);
  });

  it("says nothing of a difference that is an answer's own time", async () => {
    const clinic = new Clinic(people);
    clinic.boardAhead = 60_000;
    const scope = (await clinic.atWork()).scope("tab");
    scope.subscribe("connection", (view) => expect(view).toEqual({ online: true }));
  });

  it("says that the board cannot be reached, and again that it can", async () => {
    const clinic = new Clinic(people);
    const vault = await clinic.atWork();
    clinic.board.down = true;
    await vault.synchronise();
    const connection = (online: boolean) =>
      until<{ online: boolean }>(
        (listener) => vault.scope("tab").subscribe("connection", listener),
        (view) => view.online === online,
      );
    await connection(false);
    clinic.board.down = false;
    await vault.synchronise();
    await connection(true);
  });
});
