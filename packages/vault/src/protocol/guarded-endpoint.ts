import type { Endpoint } from "comlink";
import { callMessage } from "./call-message.ts";

/** The part of a port that an endpoint speaks through. */
export interface Channel {
  send(message: unknown): void;
}

type Listener = (event: MessageEvent) => void;

/**
 * A Comlink endpoint for `expose` that lets nothing through but APPLY on an allowed name with JSON values
 * (DESIGN 6; a bare endpoint lets a frame SET `__proto__`). `deliver` takes the Comlink message that the port received;
 * it says whether the message was admitted.
 */
export class GuardedEndpoint implements Endpoint {
  readonly #listeners = new Set<Listener>();

  constructor(
    private readonly allowed: ReadonlySet<string>,
    private readonly channel: Channel,
  ) {}

  deliver(message: unknown): boolean {
    const parsed = callMessage.safeParse(message);
    if (!parsed.success || !this.allowed.has(parsed.data.path[0])) return false;
    const event = new MessageEvent("message", { data: parsed.data });
    for (const listener of this.#listeners) listener(event);
    return true;
  }

  /** Answers travel as JSON, the same in both browsers. */
  postMessage(message: unknown): void {
    this.channel.send({ kind: "answer", message: JSON.parse(JSON.stringify(message)) });
  }

  addEventListener(type: string, listener: EventListenerOrEventListenerObject): void {
    if (type === "message" && typeof listener === "function") this.#listeners.add(listener);
  }

  removeEventListener(_type: string, listener: EventListenerOrEventListenerObject): void {
    if (typeof listener === "function") this.#listeners.delete(listener);
  }
}
