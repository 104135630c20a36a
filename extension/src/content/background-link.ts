import type { Runtime } from "webextension-polyfill";
import type { PageMessage } from "../protocol/page-messages.ts";
import { ReconnectWait } from "../reconnect-wait.ts";
import { runtime } from "../runtime.ts";

/** A connection that ends sooner served nobody, whatever was said over it: one greeted and then dropped may not spin. */
const SHORT_MILLISECONDS = 400;

/**
 * The port to the background. Nothing comes back over it but whether the profile is switched off. The background may sleep
 * and wake (service worker): the link reconnects and `onConnect` says everything again. After an update of the extension
 * there is nobody to talk to: `onGone` is called and the hosts leave.
 */
export class BackgroundLink {
  #port: Runtime.Port | undefined;
  #openedAt = 0;
  readonly #wait = new ReconnectWait();
  /** The background spoke: it serves this page, and does not turn it away, as it does a sandboxed frame. */
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
        if (this.#served && performance.now() - this.#openedAt >= SHORT_MILLISECONDS) this.#wait.served();
        setTimeout(() => this.open(), this.#wait.next());
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
