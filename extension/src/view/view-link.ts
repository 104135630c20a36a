import type { Runtime } from "webextension-polyfill";
import { runtime } from "../runtime.ts";

const RETRY_MILLISECONDS = 300;
const ALIVE_MILLISECONDS = 20_000;

/**
 * The port of a view. The background may sleep, wake and be updated: the link reconnects by itself and says so, and
 * keeps the background awake while the view is on screen.
 */
export class ViewLink {
  #port: Runtime.Port | undefined;
  #failures = 0;

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
      this.#failures = 0;
      this.handlers.message(message);
    });
    port.onDisconnect.addListener(() => {
      if (this.#port !== port) return;
      this.#port = undefined;
      this.handlers.lost();
      // A background that served us and fell asleep is woken at once.
      const delay = this.#failures === 0 ? 0 : Math.min(RETRY_MILLISECONDS * 2 ** this.#failures, 10_000);
      this.#failures += 1;
      setTimeout(() => this.#reopen(), delay);
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
