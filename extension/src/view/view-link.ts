import type { Runtime } from "webextension-polyfill";
import { ReconnectWait } from "../reconnect-wait.ts";
import { runtime } from "../runtime.ts";

const ALIVE_MILLISECONDS = 20_000;

/**
 * The port of a view. The background may sleep, wake and be updated: the link reconnects by itself and says so, and
 * keeps the background awake while the view is on screen.
 */
export class ViewLink {
  #port: Runtime.Port | undefined;
  readonly #wait = new ReconnectWait();

  constructor(
    private readonly name: string,
    private readonly handlers: {
      readonly message: (message: unknown) => void;
      readonly connected: () => void;
      readonly lost: () => void;
    },
  ) {}

  open(): void {
    const port = runtime.connect({ name: this.name });
    this.#port = port;
    port.onMessage.addListener((message) => {
      this.#wait.served();
      this.handlers.message(message);
    });
    port.onDisconnect.addListener(() => {
      if (this.#port !== port) return;
      this.#port = undefined;
      this.handlers.lost();
      setTimeout(() => this.#reopen(), this.#wait.next());
    });
    this.handlers.connected();
  }

  send(message: unknown): boolean {
    if (this.#port === undefined) return false;
    this.#port.postMessage(message);
    return true;
  }

  keepAlive(): void {
    setInterval(() => this.send({ kind: "alive" }), ALIVE_MILLISECONDS);
  }

  #reopen(): void {
    try {
      this.open();
    } catch {
      // The extension was updated under us: this document's context is gone, a new one replaces it.
    }
  }
}
