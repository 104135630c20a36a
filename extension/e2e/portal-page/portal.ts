import { connectVault } from "@cadre-care/vault/portal";
import "@cadre-care/elements/define/outbox-status";
import "@cadre-care/elements/define/roster-status";
import "@cadre-care/elements/define/session";
import "@cadre-care/elements/define/visit-steps";
import type { StatedIdentity } from "@cadre-care/domain";
import { provideCare } from "@cadre-care/elements";
import type { BoardKey } from "@cadre-care/fhir";

/** Put in when the page is built. */
declare const BOARD_KEYS: BoardKey[];

/** The smallest portal: what an IT team writes is the first two statements. `own` gives each tab a worker of its own. */
const wish = new URLSearchParams(location.search);
if (wish.has("own")) Reflect.deleteProperty(globalThis, "SharedWorker");
const service = connectVault({
  board: wish.get("board") ?? "",
  boardKeys: BOARD_KEYS,
  redirectUri: new URL("signed-in.html", location.href).href,
  site: wish.get("site") ?? "",
});
provideCare(document.body, service);
for (const name of ["session", "visit-steps", "outbox-status", "roster-status"])
  document.body.append(document.createElement(`cadre-${name}`));

addEventListener("state-patient", (event) => {
  if (!(event instanceof CustomEvent)) return;
  const identity: StatedIdentity = event.detail;
  void service.statePatient(identity, { emergency: false });
});
