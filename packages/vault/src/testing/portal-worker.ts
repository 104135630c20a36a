import "../portal/without-eval.ts";
import { servePortal } from "../portal/serve-portal.ts";
import { channelFetch } from "./channel-fetch.ts";

/** The portal's worker with a board at the other end of a channel that has the worker's own name. */
servePortal(globalThis, {
  fetch: channelFetch(String(Reflect.get(globalThis, "name"))),
  now: () => Date.now(),
  random: () => 0.5,
  locks: navigator.locks,
  online: () => true,
});
