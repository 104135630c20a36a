// What marking costs and how long it takes, in a real Chromium with the site build, the demo HISs and the board.
// Flags: --only size,warm,cold,cost  --trials 40 (warm, per HIS)  --cold-trials 12 (per HIS)  --rounds 5 (sessions of each kind)
import { parseArgs } from "node:util";
import { startWorkday } from "../e2e/support/workday.ts";
import { figure, quantile } from "./figures.ts";
import { BENCHED } from "./his-lists.ts";
import { coldLatencies, warmLatencies } from "./mark-latency.ts";
import { pageCost } from "./page-cost.ts";
import { scriptSize } from "./script-size.ts";

const { values } = parseArgs({
  options: {
    only: { type: "string", default: "size,warm,cold,cost" },
    trials: { type: "string", default: "40" },
    "cold-trials": { type: "string", default: "12" },
    rounds: { type: "string", default: "5" },
  },
});
const wanted = values.only.split(",");

/** The same measurement in both HISs; the figure that is asked for is over all trials. */
const latency = async (name: string, measure: typeof warmLatencies, trials: string): Promise<void> => {
  const all: number[] = [];
  for (const his of BENCHED) all.push(...(await measure(workday, his, Number(trials))));
  figure(name, quantile(all, 0.95), "ms");
};

const workday = await startWorkday("chromium");
try {
  if (wanted.includes("size")) scriptSize(workday.demo.extensionDirs.chromium);
  if (wanted.includes("warm")) await latency("mark-latency-warm", warmLatencies, values.trials);
  if (wanted.includes("cold")) await latency("mark-latency-cold", coldLatencies, values["cold-trials"]);
  if (wanted.includes("cost")) await pageCost(workday, Number(values.rounds));
} finally {
  await workday.end();
}
