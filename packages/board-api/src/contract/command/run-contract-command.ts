import { type BoardKey, boardKeySetSchema } from "@cadre-care/fhir";
import { cleanUp } from "./clean-up.ts";
import { type Asking, groundAt } from "./ground-at.ts";
import type { Run } from "./report.ts";
import { type Running, runChecks } from "./run-checks.ts";
import { signOut } from "./sign-out.ts";
import { Traces } from "./traces.ts";

/** The keys that the board itself publishes, where nobody handed over others. */
const publishedKeys = async (board: string): Promise<readonly BoardKey[] | undefined> => {
  try {
    const answer = await fetch(`${board}/board-keys`, { redirect: "error" });
    return boardKeySetSchema.parse(await answer.json()).keys;
  } catch {
    return undefined;
  }
};

/** The command's core: asks a board everything, and takes away again what it made there, also when a check breaks or the run is stopped. */
export const runContractCommand = async (asking: Asking, running: Running = {}): Promise<Run> => {
  const traces = new Traces();
  const documentKeys = asking.documentKeys ?? (await publishedKeys(asking.board));
  const ground = await groundAt({ ...asking, documentKeys }, traces);
  const at = new Date().toISOString();
  const checked = await runChecks(ground, running);
  const desks = ground.office ? [ground.office, ground.desk] : [ground.desk];
  const cleanedUp = await cleanUp(traces, desks);
  await signOut(asking.board, traces.refreshToken ?? asking.signIn.refreshToken);
  return { board: asking.board, at, checked, cleanedUp };
};
