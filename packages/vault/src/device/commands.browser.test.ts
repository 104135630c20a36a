import { expect, it } from "vitest";
import { freshDatabase } from "../testing/fresh.ts";
import { MachineDesk } from "../testing/machine-desk.ts";
import { BoardDoor } from "./board-door.ts";
import { BoardCommands } from "./commands.ts";

const DEVICE = "device-1";

it("a command is carried out once when the board is asked twice at once", async () => {
  const { database } = await freshDatabase();
  const machines = await MachineDesk.open();
  machines.enrolled.set(DEVICE, { id: DEVICE, name: "", site: "", publicKey: { kty: "EC" }, proof: "" });
  const carriedOut: string[] = [];
  const fetch: typeof globalThis.fetch = async (input, init) => {
    const request = new Request(input, init);
    const answer = await machines.serve(request, new URL(request.url).pathname, undefined);
    return answer ?? new Response(null, { status: 404 });
  };
  const commands = new BoardCommands({
    database,
    door: new BoardDoor({ board: "https://board.example", fetch }),
    keys: machines.keys.commandKeys,
    device: DEVICE,
    token: async () => `device ${DEVICE}`,
    clock: Date.now,
    carryOut: async (kind) => {
      carriedOut.push(kind);
      return "done";
    },
  });
  const id = await machines.command(DEVICE, "rotate");
  expect(await Promise.all([commands.poll(), commands.poll()])).toEqual([true, true]);
  expect(carriedOut).toEqual(["rotate"]);
  expect(machines.acknowledged).toEqual([[id, "done"]]);
});
