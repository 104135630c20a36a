import type { Runtime } from "webextension-polyfill";
import type { PageMessage } from "../protocol/page-messages.ts";
import { runtime } from "../runtime.ts";

/** How long to wait after being turned away: at first, and at most, milliseconds. */
const FIRST_WAIT = 400;
const LONGEST_WAIT = 10_000;

/**
 * The port to the background. Nothing comes back over it but whether the profile is switched off. The background may sleep
 * and wake (service worker): the link reconnects and `onConnect` says everything again. After an update of the extension
 * there is nobody to talk to: `onGone` is called and the hosts leave.
 */
export class BackgroundLink {
  #port: Runtime.Port | undefined;
  #openedAt = 0;
  #wait = FIRST_WAIT;
  /** The background spoke: it serves this page, and does not turn it away. */
  #served = false;
  #ended = false;

  constructor(
    private readonly onConnect: () => void,
    private readonly onGone: () => void,
    private readonly onOrder: (off: boolean) => void,
  ) {}

  open(): void {
    if (this.#ended) return;
    try {
      const port = runtime.connect({ name: "page" });
      port.onDisconnect.addListener(() => {
        if (this.#port !== port) return;
        this.#port = undefined;
        setTimeout(() => this.open(), this.#nextWait());
      });
      port.onMessage.addListener((order) => {
        if (this.#port !== port || (order !== "off" && order !== "on")) return;
        this.#served = true;
        this.onOrder(order === "off");
      });
      this.#served = false;
      this.#port = port;
      this.#openedAt = performance.now();
    } catch {
      // The extension was updated or removed: this script's context is invalid for good.
      this.#ended = true;
      this.onGone();
      return;
    }
    this.onConnect();
  }

  /** A background that fell asleep is woken at once; one that turns us away, as it does in a sandboxed frame, is asked ever less often. */
  #nextWait(): number {
    if (this.#served && performance.now() - this.#openedAt >= FIRST_WAIT) {
      this.#wait = FIRST_WAIT;
      return 0;
    }
    const wait = this.#wait;
    this.#wait = Math.min(2 * wait, LONGEST_WAIT);
    return wait;
  }

  send(message: PageMessage): void {
    try {
      this.#port?.postMessage(message);
    } catch {
      // The port is dead; that it is, it says itself.
    }
  }

  close(): void {
    this.#ended = true;
    this.#port?.disconnect();
    this.#port = undefined;
  }
}
