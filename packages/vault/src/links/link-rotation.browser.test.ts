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

/** The roster is here, and the machine is one that the board commands. */
const atWork = async () => {
  const board = new MemoryBoard();
  const machines = await MachineDesk.open();
  const clinic = new Clinic(people, TEST_POLICY, board, machines);
  let answering: ((url: URL, signal: AbortSignal) => Promise<void>) | undefined;
  const vault = await clinic.atWork({
    fetch: async (input, init) => {
      const { url, signal } = new Request(input, init);
      await answering?.(new URL(url), signal);
      signal.throwIfAborted();
      return clinic.fetch(input, init);
    },
  });
  clinic.user = ENGINEER;
  value(await vault.session.enrolDevice("Quầy tiếp đón 1"));
  clinic.user = RECEPTIONIST;
  const [device = ""] = machines.enrolled.keys();
  const readings = () => board.requests.filter((request) => request.includes("/Person?"));
  const rotate = async () => {
    await machines.command(device, "rotate", {}, clinic.now);
    clinic.now += 6 * 60_000;
    vault.noteActivity();
    await vault.wake();
  };
  return {
    ...{ clinic, vault, readings, rotate },
    before: (act: (url: URL, signal: AbortSignal) => Promise<void>) => {
      answering = act;
    },
  };
};

it("new keys begin anew: no link is left, and the board's are read from the beginning", async () => {
  const { clinic, vault, readings, rotate } = await atWork();
  const desk = new LinkDesk(clinic, vault);
  await desk.learn(3, CODE);
  await desk.checkIn(3, CODE);
  await desk.learn(4, "BN-4");
  value(await vault.synchronise());
  expect(readings().at(-1)).toContain("_lastUpdated=gt");
  const before = readings().length;
  await rotate();
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

it("a reading of one hospital's links that is under way beside a rotation leaves no cursor of the time before", async () => {
  const { clinic, vault, readings, rotate, before } = await atWork();
  const desk = new LinkDesk(clinic, vault);
  await desk.learn(3, CODE);
  await desk.checkIn(3, CODE);
  value(await vault.synchronise());
  let answer = (): void => undefined;
  const answered = new Promise<void>((resolve) => {
    answer = resolve;
  });
  const asked = new Promise<void>((resolve) => {
    let first = true;
    before(async ({ pathname, search }, signal) => {
      if (pathname.endsWith("/acknowledgement")) {
        // The rotation is over, and nothing has been read anew yet: here it would write its cursor down.
        answer();
        await new Promise((later) => setTimeout(later, 300));
      }
      if (!first || !pathname.endsWith("/Person") || !search.includes("bv-khac")) return;
      first = false;
      resolve();
      await Promise.race([answered, new Promise((end) => signal.addEventListener("abort", end))]);
    });
  });
  const early = readings().length;
  vault.scope("elsewhere").statePage("bv-khac", "list");
  await asked;
  await rotate();
  value(await vault.synchronise());
  value(await vault.synchronise());
  // Of each hospital the first reading behind the rotation is a whole one.
  const since = readings().slice(early);
  for (const site of ["bv-khac", "bv-tinh"])
    expect(since.find((url) => url.includes(site))).not.toContain("_lastUpdated=gt");
  expect(await desk.mark(CODE)).toBe("managed");
  await vault.close();
});
