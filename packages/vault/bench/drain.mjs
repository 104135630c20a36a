// Emptying a queue against a board with 20 ms of latency, beside workbox-background-sync and @tanstack/offline-transactions
// in the same browser; and what each loses when the board is busy or answers get lost.
// Flags: --entries 10000  --faulty 300  --latency 20  --peers workbox,tanstack
import { parseArgs } from "node:util";
import { figure, openBenchPage, ratio } from "./chromium-page.mjs";
import { startSmallBoard } from "./small-board.mjs";

/** Every 37th request meets a board that is busy, every 53rd is carried out and its answer lost. */
const faulty = (number) => (number % 37 === 0 ? "busy" : number % 53 === 0 ? "lost" : undefined);
const mostlyFaulty = (number) => ["lost", "busy", undefined][number % 3];
/** How often a contender is told that the network is back. */
const ROUNDS = 60;

export const drain = async (args) => {
  const { values } = parseArgs({
    args,
    options: {
      entries: { type: "string", default: "10000" },
      faulty: { type: "string", default: "300" },
      latency: { type: "string", default: "20" },
      peers: { type: "string", default: "workbox,tanstack" },
    },
  });
  const entries = Number(values.entries);
  const peers = values.peers.split(",").filter(Boolean);
  const board = await startSmallBoard(Number(values.latency));
  const { page, close } = await openBenchPage("./drain-in-page.ts");
  page.setDefaultTimeout(0);
  const run = (name, count, rounds) =>
    page.evaluate(
      ([name, url, count, rounds]) => bench[name](url, count, rounds),
      [name, board.url, count, rounds],
    );
  const label = entries === 10_000 ? "drain-10000" : `drain-${entries}`;
  const seconds = new Map();
  try {
    for (const name of ["ours", ...peers]) {
      board.reset();
      const { ms } = await run(name, entries, 1);
      if (board.state.created.size !== entries)
        throw new Error(`${name}: ${board.state.created.size} of ${entries} arrived`);
      seconds.set(name, ms / 1000);
      figure(`${label}/${name}`, ms / 1000, "s");
      figure(`${label}/${name}/requests`, board.state.requests, "requests");
      figure(`${label}/${name}/bytes`, board.state.bytes / 1e6, "MB");
    }
    const best = Math.min(...peers.map((name) => seconds.get(name)));
    if (peers.length > 0) ratio(`${label}/best-peer`, seconds.get("ours") / best);
    const few = Number(values.faulty);
    for (const name of few > 0 ? ["ours", ...peers] : []) {
      // Ours sends few requests: most of its requests meet a fault.
      board.reset(name === "ours" ? mostlyFaulty : faulty);
      const { waiting } = await run(name, few, ROUNDS);
      figure(`drain-faults/${name}/lost`, few - board.state.created.size - waiting, "entries");
      figure(`drain-faults/${name}/doubled`, Math.max(0, board.state.created.size - few), "entries");
    }
  } finally {
    await close();
    board.stop();
  }
};
