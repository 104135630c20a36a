import { expect, it } from "vitest";
import { Clinic, ENGINEER, RECEPTIONIST } from "../testing/clinic.ts";
import { TEST_POLICY } from "../testing/desk-fixture.ts";
import { LinkDesk } from "../testing/link-desk.ts";
import { MachineDesk } from "../testing/machine-desk.ts";
import { MemoryBoard } from "../testing/memory-board.ts";
import { person } from "../testing/people.ts";
import { until, value } from "../testing/until.ts";

const people = [3, 4].map((number) => ({ ...person(number), tier: "nhom-1" }));
const CODE = "BN-3";

it("new keys begin anew: no link is left, and the board's are read from the beginning", async () => {
  const board = new MemoryBoard();
  const machines = await MachineDesk.open();
  const clinic = new Clinic(people, TEST_POLICY, board, machines);
  const vault = await clinic.atWork();
  clinic.user = ENGINEER;
  value(await vault.session.enrolDevice("Quầy tiếp đón 1"));
  clinic.user = RECEPTIONIST;
  const desk = new LinkDesk(clinic, vault);
  await desk.learn(3, CODE);
  await desk.checkIn(3, CODE);
  await desk.learn(4, "BN-4");
  value(await vault.synchronise());
  const readings = () => board.requests.filter((request) => request.includes("/Person?"));
  expect(readings().at(-1)).toContain("_lastUpdated=gt");
  const before = readings().length;
  const [device = ""] = machines.enrolled.keys();
  await machines.command(device, "rotate", {}, clinic.now);
  clinic.now += 6 * 60_000;
  vault.noteActivity();
  await vault.wake();
  await until<{ state: string }>(
    (listener) => vault.scope("tab").subscribe("roster", listener),
    (roster) => roster.state === "current" && readings().length > before,
  );
  value(await vault.synchronise());
  expect(readings()[before]).not.toContain("_lastUpdated=gt");
  expect(await desk.mark(CODE)).toBe("managed");
  expect(await desk.mark("BN-4", (kind) => kind === "none")).toBe("none");
  await vault.close();
});
