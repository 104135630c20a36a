import { type ToPage, tabLock, toPage } from "./to-page.ts";
import type { PortalOptions, ToWorker } from "./to-worker.ts";

/** A worker as a page reaches it. */
export interface WorkerLine {
  readonly port: Pick<MessagePort, "postMessage" | "addEventListener">;
  /** Says that the script could not be started. */
  onError(listener: () => void): void;
  end(): void;
}

export interface LinkHandlers {
  readonly message: (message: ToPage) => void;
  /** A worker is there, maybe another one than before: everything must be asked anew. */
  readonly connected: () => void;
  readonly lost: () => void;
  readonly failed: () => void;
}

/**
 * The line from one page to the portal's worker. The page holds a Web Lock as long as it lives, so that the worker
 * notices when it goes; and waits for the worker's lock, so that it notices when the worker goes, and starts another.
 */
export class PortalLink {
  readonly #tab = crypto.randomUUID();
  readonly #options: PortalOptions;
  readonly #start: () => WorkerLine;
  readonly #handlers: LinkHandlers;
  readonly #gone = new AbortController();
  #line: WorkerLine | undefined;
  #release: () => void = () => undefined;

  constructor(options: PortalOptions, start: () => WorkerLine, handlers: LinkHandlers) {
    this.#options = options;
    this.#start = start;
    this.#handlers = handlers;
  }

  /** The lock is held before the worker hears of this page. */
  async open(): Promise<void> {
    await new Promise<void>((held) => {
      void navigator.locks.request(tabLock(this.#options.databaseName, this.#tab), () => {
        held();
        return new Promise<void>((release) => {
          this.#release = release;
        });
      });
    });
    if (!this.#gone.signal.aborted) this.#connect();
  }

  send(message: ToWorker): boolean {
    this.#line?.port.postMessage(message);
    return this.#line !== undefined;
  }

  restart(): void {
    this.#line?.end();
    this.#line = undefined;
    this.#handlers.lost();
    if (!this.#gone.signal.aborted) this.#connect();
  }

  close(): void {
    this.#gone.abort();
    this.#release();
    this.#line?.end();
    this.#line = undefined;
    this.#handlers.lost();
  }

  #connect(): void {
    const line = this.#started();
    if (line === undefined) {
      this.#handlers.failed();
      return;
    }
    this.#line = line;
    line.onError(() => {
      if (this.#line === line) this.#handlers.failed();
    });
    line.port.addEventListener("message", (event: MessageEvent<unknown>) => {
      const parsed = toPage.safeParse(event.data);
      if (!parsed.success || this.#line !== line) return;
      if (parsed.data.kind === "alive") this.#watch(line, parsed.data.lock);
      else this.#handlers.message(parsed.data);
    });
    this.send({ kind: "hello", tab: this.#tab, options: this.#options });
    this.#handlers.connected();
  }

  /** Undefined where the page may not start it: its policy, or a script of another origin. */
  #started(): WorkerLine | undefined {
    try {
      return this.#start();
    } catch {
      return undefined;
    }
  }

  #watch(line: WorkerLine, lock: string): void {
    navigator.locks
      .request(lock, { signal: this.#gone.signal }, () => {
        if (this.#line === line) this.restart();
      })
      .catch(() => undefined);
  }
}
