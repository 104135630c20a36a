import "./without-eval.ts";
import { servePortal } from "./serve-portal.ts";

/** The worker of a portal: started as a SharedWorker where there is one, else one for each tab. */
servePortal(globalThis, {
  fetch: (...request) => fetch(...request),
  now: () => Date.now(),
  random: () => Math.random(),
  locks: navigator.locks,
  online: () => navigator.onLine,
});
