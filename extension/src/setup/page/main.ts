import "../../view/without-eval.ts";
import { openShadowRootsWith } from "@cadre-care/his/page";
import { openShadowRoot } from "../../content/shadow-opener.ts";
import { runtime } from "../../runtime.ts";
import { LONGEST_PATH, PAGE_PORT, type SentAnswer } from "../page-messages.ts";
import { overlayHost } from "./overlay-host.ts";
import { PageDesk } from "./page-desk.ts";

/** Put into every frame of a tab when the wizard looks at it. Putting it in again ends what was there before. */
const EARLIER = "cadreCareSetup";

const earlier: unknown = Reflect.get(globalThis, EARLIER);
if (typeof earlier === "function") earlier();

const frameOrigins = (): readonly string[] =>
  [...document.querySelectorAll("iframe, frame")].flatMap((frame) => {
    const address = frame.getAttribute("src") ?? "";
    const url = URL.canParse(address, location.href) ? new URL(address, location.href) : undefined;
    return url !== undefined && /^https?:$/.test(url.protocol) && url.origin !== location.origin
      ? [url.origin]
      : [];
  });

openShadowRootsWith(openShadowRoot);
const host = overlayHost();
const port = runtime.connect({ name: PAGE_PORT });
const desk = new PageDesk(port, host);
const leave = (): void => {
  desk.end();
  port.disconnect();
};
Reflect.set(globalThis, EARLIER, leave);
port.onDisconnect.addListener(() => desk.end());
// A document that is kept for the way back would keep its port open, and seem to be here still.
addEventListener("pagehide", leave);
const hello: SentAnswer = {
  said: "hello",
  token: host.token,
  attribute: host.attribute,
  origin: location.origin,
  path: `${location.pathname}${location.hash}`.slice(0, LONGEST_PATH),
  nested: window.parent !== window,
  frames: [...new Set(frameOrigins())],
};
port.postMessage(hello);
