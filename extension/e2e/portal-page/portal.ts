import "@cadre-care/portal/define/care-provider";
import "@cadre-care/elements/define/outbox-status";
import "@cadre-care/elements/define/roster-status";
import "@cadre-care/elements/define/session";
import "@cadre-care/elements/define/visit-steps";
import type { StatedIdentity } from "@cadre-care/domain";
import type { BoardKey } from "@cadre-care/fhir";

/** Put in when the page is built. */
declare const BOARD_KEYS: BoardKey[];

/** The smallest portal: what an IT team writes is the provider, and the elements in it. `own` gives each tab a worker of its own. */
const wish = new URLSearchParams(location.search);
if (wish.has("own")) Reflect.deleteProperty(globalThis, "SharedWorker");
const provider = document.createElement("cadre-care-provider");
provider.setAttribute("board", wish.get("board") ?? "");
provider.setAttribute("board-keys", JSON.stringify(BOARD_KEYS));
provider.setAttribute("redirect-uri", "signed-in.html");
provider.setAttribute("site", wish.get("site") ?? "");
for (const name of ["session", "visit-steps", "outbox-status", "roster-status"])
  provider.append(document.createElement(`cadre-${name}`));
document.body.append(provider);

addEventListener("state-patient", (event) => {
  if (!(event instanceof CustomEvent)) return;
  const identity: StatedIdentity = event.detail;
  void provider.care?.statePatient(identity, { emergency: false });
});
