// How the outbox grows: opening, showing the count, accepting and sending one entry while 10, 1,000 and 100,000 wait.
// Flags: --queue 10,1000,100000  --rounds 30
import { parseArgs } from "node:util";
import { figure, median, openBenchPage, quantile, ratio } from "./chromium-page.mjs";

const WARM_UP = 3;

export const growth = async (args) => {
  const { values } = parseArgs({
    args,
    options: {
      queue: { type: "string", default: "10,1000,100000" },
      rounds: { type: "string", default: "30" },
      accepts: { type: "string", default: "300" },
    },
  });
  const sizes = values.queue.split(",").filter(Boolean).map(Number);
  const rounds = Number(values.rounds);
  const { page, close } = await openBenchPage("./outbox-in-page.ts");
  try {
    for (const size of sizes) await page.evaluate((size) => bench.fillQueue(size), size);
    const times = new Map(sizes.map((size) => [size, []]));
    // Sizes take turns, so that a busy machine slows all of them alike.
    for (let round = 0; round < rounds + WARM_UP; round += 1)
      for (const size of sizes) {
        const one = await page.evaluate((size) => bench.growthRound(size), size);
        if (round >= WARM_UP) times.get(size).push(one);
      }
    const of = (size, what) => median(times.get(size).map((one) => one[what]));
    const [smallest, largest] = [sizes[0], sizes.at(-1)];
    for (const what of ["open", "count", "accept", "drain"]) {
      for (const size of sizes) figure(`growth/${what}/${size}`, of(size, what), "ms");
      ratio(`growth/${what}`, of(largest, what) / of(smallest, what));
    }
    for (const size of sizes) figure(`growth/view-200/${size}`, of(size, "view"), "ms");
    // A queue of ten has ten to show: the next is the first whose view is full.
    ratio("growth/view-200", of(largest, "view") / of(sizes[1] ?? smallest, "view"));
    const { accept, bare } = await page.evaluate(
      (rounds) => bench.acceptances(rounds),
      Number(values.accepts),
    );
    figure("accept/per-second", 1000 / (accept.reduce((sum, one) => sum + one, 0) / accept.length), "1/s");
    figure("accept/p50", median(accept), "ms");
    figure("accept/p99", quantile(accept, 0.99), "ms");
    figure("accept/bare-strict-put/p50", median(bare), "ms");
    ratio("accept/bare-strict-put", median(accept) / median(bare));
  } finally {
    await close();
  }
};
