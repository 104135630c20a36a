import { expect, it } from "vitest";
import type { Vault } from "../service/vault.ts";
import { Clinic } from "../testing/clinic.ts";
import { person, statedAs } from "../testing/people.ts";
import { codeOf, untilSubject, value } from "../testing/until.ts";
import type { MachineLimits } from "./machine-limits.ts";

const people = [{ ...person(1), tier: "nhom-1" }];
const SECRET = "246810";
const MINUTE = 60_000;
const SHUT: MachineLimits = {
  shut: { code: "managed-other-board", message: { vi: "Nhầm bản cài", en: "Another hospital's build" } },
};

/** A hospital whose IT may change what it says for the machine, and which counts what is asked of the board. */
const hospital = () => {
  const clinic = new Clinic(people);
  const machine: { limits: MachineLimits } = { limits: {} };
  let asked = 0;
  const changes = {
    limits: () => machine.limits,
    fetch: async (...request: Parameters<typeof fetch>) => {
      asked += 1;
      return clinic.fetch(...request);
    },
  };
  const say = (vault: Vault, limits: MachineLimits): Promise<void> => {
    machine.limits = limits;
    return vault.limited();
  };
  return { clinic, machine, changes, say, asked: () => asked };
};

it("locks at once when its IT shuts the machine, keeps what waits, and goes on when it is opened again", async () => {
  const { clinic, changes, say, asked } = hospital();
  const vault = await clinic.atWork(changes);
  const scope = vault.scope("tab-1");
  scope.statePage("bv-tinh", "patient");
  const stated = { settled: true, generation: 1 };
  const { subject } = value(await scope.statePatient(statedAs(person(1)), { emergency: false }, stated));
  await untilSubject(scope, ({ about }) => about.state === "managed");
  clinic.board.down = true;
  value(await scope.service.checkIn(subject, false));
  clinic.board.down = false;
  await say(vault, SHUT);
  expect(vault.session.view()).toMatchObject({ state: "locked", shut: SHUT.shut });
  const before = asked();
  for (const attempt of [
    vault.session.unlock(SECRET),
    vault.session.signIn(),
    vault.session.recover(),
    vault.session.createSecret(SECRET),
    vault.session.enrolDevice("Máy 1"),
    vault.session.unlockWithPasskey("AAAA"),
    vault.session.addPasskey(SECRET, { credential: "a", salt: "b", output: "c" }),
  ])
    expect(codeOf(await attempt)).toBe("managed-other-board");
  await vault.wake();
  await vault.drain();
  await scope.service.sendNow();
  await vault.synchronise();
  expect(asked()).toBe(before);
  expect(clinic.board.all("Encounter")).toHaveLength(0);

  await say(vault, {});
  expect(vault.session.view()).not.toHaveProperty("shut");
  value(await vault.session.unlock(SECRET));
  value(await scope.service.sendNow());
  expect(clinic.board.all("Encounter")).toHaveLength(1);
});

it("opens nothing at a start while the machine is shut, though the browser still has the keys", async () => {
  const { clinic, machine, changes, asked } = hospital();
  const first = await clinic.atWork(changes);
  await first.close();
  machine.limits = SHUT;
  const before = asked();
  const second = await clinic.open(changes);
  expect(second.session.view()).toMatchObject({ state: "locked", shut: SHUT.shut });
  expect(asked()).toBe(before);
  await second.close();
  machine.limits = {};
  // The keys are gone, as after any lock.
  const third = await clinic.open(changes);
  expect(third.session.view().state).toBe("locked");
  value(await third.session.unlock(SECRET));
});

it("asks for longer codes and locks sooner than the policy, and never the other way round", async () => {
  const { clinic, machine, changes, say } = hospital();
  machine.limits = { minimumSecretLength: 12, idleLockMinutes: 2, secretKind: "pin" };
  const vault = await clinic.open(changes);
  value(await vault.session.signIn());
  expect(vault.session.view().minimumSecretLength).toBe(12);
  expect(codeOf(await vault.session.createSecret(SECRET))).toBe("secret-too-short");
  value(await vault.session.createSecret("724816093758"));
  value(await vault.synchronise());
  vault.setIdleState("idle");
  clinic.now += 2 * MINUTE;
  await vault.wake();
  expect(vault.session.view().state).toBe("locked");
  value(await vault.session.unlock("724816093758"));
  // The policy says ten minutes.
  await say(vault, { idleLockMinutes: 60 });
  clinic.now += 9 * MINUTE;
  await vault.wake();
  expect(vault.session.view().state).toBe("open");
  clinic.now += MINUTE;
  await vault.wake();
  expect(vault.session.view().state).toBe("locked");
});
