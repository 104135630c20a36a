import type { CareTopic, Problem, Unsubscribe } from "@cadre-care/domain";
import { expose } from "comlink";
import { isActivity } from "../protocol/activity.ts";
import { careCommands } from "../protocol/care-commands.ts";
import { GuardedEndpoint } from "../protocol/guarded-endpoint.ts";
import type { PageScope, Vault } from "../service/vault.ts";
import type { PortalHost } from "./portal-host.ts";
import { portalProblems } from "./portal-problems.ts";
import { type ToPage, tabLock } from "./to-page.ts";
import { type ToWorker, toWorker } from "./to-worker.ts";

/** Commands that show the board's sign-in page, in a window of the page that called. */
const SHOWS_THE_BOARD: ReadonlySet<string> = new Set(["signIn", "recover", "enrolDevice"]);

/** The part of a MessagePort, or of a dedicated worker's own scope, that one page is served through. */
export interface PagePort {
  postMessage(message: unknown): void;
  addEventListener(type: "message", listener: (event: MessageEvent<unknown>) => void): void;
}

type Hello = Extract<ToWorker, { kind: "hello" }>;
type Later = Exclude<ToWorker, { kind: "hello" }>;
const isProblem = (value: Vault | Problem): value is Problem => "code" in value;

/**
 * Serves one page: calls through a guarded Comlink endpoint, subscriptions as plain messages. What arrives before the
 * vault is open waits for it, in order. The page's Web Lock says when it is gone.
 */
export class PortalPort {
  readonly #port: PagePort;
  readonly #host: PortalHost;
  readonly #ended: (port: PortalPort) => void;
  readonly #subscriptions = new Map<number, Unsubscribe>();
  readonly #signIns = new Map<number, (url: string | undefined) => void>();
  readonly #wanted = new Map<number, CareTopic>();
  #hello: Hello | undefined;
  #scope: PageScope | undefined;
  #endpoint: GuardedEndpoint | undefined;
  #turn: Promise<void> = Promise.resolve();
  #closed = false;
  #nextSignIn = 0;

  /** `ended` is called when nobody is served here any more. */
  constructor(port: PagePort, host: PortalHost, ended: (port: PortalPort) => void) {
    this.#port = port;
    this.#host = host;
    this.#ended = ended;
    port.addEventListener("message", (event) => {
      const parsed = toWorker.safeParse(event.data);
      // Our own client never sends anything else; the conversation is over.
      if (!parsed.success) this.close();
      else if (!this.#closed) this.#take(parsed.data);
    });
  }

  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    for (const end of this.#subscriptions.values()) end();
    this.#subscriptions.clear();
    for (const answer of this.#signIns.values()) answer(undefined);
    this.#signIns.clear();
    this.#scope?.close();
    this.#ended(this);
  }

  send(message: ToPage): void {
    if (!this.#closed) this.#port.postMessage(message);
  }

  #take(message: ToWorker): void {
    // The answer of a sign-in must pass the call that waits for it.
    if (message.kind === "authorised") {
      this.#signIns.get(message.id)?.(message.url);
      this.#signIns.delete(message.id);
      return;
    }
    this.#turn = this.#turn
      .then(() => (message.kind === "hello" ? this.#greet(message) : this.#serve(message)))
      .catch((cause: unknown) => {
        this.#failed(portalProblems.problem("portal-worker-failed"));
        reportError(cause);
      });
  }

  #failed({ code, message }: Problem): void {
    this.send({ kind: "failed", problem: { code, message: { ...message } } });
  }

  #greet(hello: Hello): Promise<void> {
    this.#hello = hello;
    void navigator.locks.request(tabLock(hello.options.databaseName, hello.tab), () => this.close());
    return this.#open();
  }

  /** Tried again at the next call when it failed: the disk may have room by then. */
  async #open(): Promise<void> {
    const hello = this.#hello;
    if (hello === undefined || this.#scope) return;
    const vault = await this.#host.vault(hello.options);
    if (isProblem(vault)) {
      this.#failed(vault);
      return;
    }
    if (this.#closed) return;
    const scope = vault.scope(`tab/${hello.tab}`);
    this.#scope = scope;
    const commands = careCommands(scope.service);
    this.#endpoint = new GuardedEndpoint(new Set(Object.keys(commands)), {
      // Comlink answers through this channel; what it says is only passed on.
      send: (message) => this.#closed || this.#port.postMessage(message),
    });
    expose(commands, this.#endpoint);
    for (const [id, topic] of this.#wanted) this.#watch(scope, id, topic);
    this.send({ kind: "ready" });
  }

  async #serve(message: Later): Promise<void> {
    switch (message.kind) {
      case "call":
        await this.#open();
        if (!this.#endpoint) return;
        if (isActivity(message.message.path[0] ?? "")) void this.#host.activity();
        if (SHOWS_THE_BOARD.has(message.message.path[0] ?? ""))
          this.#host.signsIn((url) => this.#authorise(url));
        if (!this.#endpoint.deliver(message.message)) this.close();
        return;
      case "subscribe":
        this.#wanted.set(message.id, message.topic);
        if (this.#scope) this.#watch(this.#scope, message.id, message.topic);
        return;
      case "unsubscribe":
        this.#wanted.delete(message.id);
        this.#subscriptions.get(message.id)?.();
        this.#subscriptions.delete(message.id);
        return;
      case "activity":
        void this.#host.activity();
    }
  }

  #watch(scope: PageScope, id: number, topic: CareTopic): void {
    this.#subscriptions.get(id)?.();
    this.#subscriptions.set(
      id,
      scope.subscribe(topic, (value) => this.send({ kind: "value", id, value })),
    );
  }

  #authorise(url: string): Promise<string> {
    if (this.#closed) return Promise.reject(new Error("the page is gone"));
    const id = this.#nextSignIn;
    this.#nextSignIn += 1;
    this.send({ kind: "authorise", id, url });
    return new Promise((resolve, reject) => {
      this.#signIns.set(id, (back) =>
        back === undefined ? reject(new Error("sign-in window closed")) : resolve(back),
      );
    });
  }
}
