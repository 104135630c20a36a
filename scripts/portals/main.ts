// npm start -w examples/portal-…: the board, and that portal built from the packed packages, with the demo data.
import { join } from "node:path";
import { ROOT } from "../demo/child-service.ts";
import { portOrFree } from "../demo/ports.ts";
import { untilStopped } from "../demo/until-stopped.ts";
import { createProgress } from "../progress.mjs";
import { introduction } from "./introduction.ts";
import { PORTALS } from "./portal-project.ts";
import { startPortals } from "./start-portals.ts";

const WANTED = { board: 8087, portal: 8094 } as const;
const progress = createProgress();

try {
  const asked = process.argv[process.argv.indexOf("--portal") + 1];
  const name = PORTALS.find((known) => known === asked);
  if (name === undefined) throw new Error(`--portal ${PORTALS.join(" | ")}`);
  const stopped = untilStopped();
  const running = await startPortals({
    names: [name],
    ports: { board: await portOrFree(WANTED.board), [name]: await portOrFree(WANTED.portal) },
    dataDir: join(ROOT, ".data", "portal-board"),
    step: progress.step,
  });
  progress.line(introduction(running.portals.get(name)?.url ?? "", running.board));
  await stopped;
  progress.line("\nĐang dừng · stopping…");
  await running.stop();
  process.exit(0);
} catch (error) {
  progress.line(error instanceof Error ? error.message : String(error));
  process.exit(1);
}
