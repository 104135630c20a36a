/** What a call to the background came to. `gone`: the port was lost, and nobody knows whether it took effect. */
export type Answer =
  | { readonly kind: "answer"; readonly value: unknown }
  | { readonly kind: "failed"; readonly text: string }
  | { readonly kind: "gone" };

/** A page of the extension that speaks for the drill as the panel does for a person. */
export interface DeskInPage {
  call(name: string, given: readonly unknown[]): Promise<Answer>;
  /** The newest value of a topic; undefined before the first. */
  topic(name: string): unknown;
  /** A panel that is closed and opened again. */
  reopen(): void;
}

declare global {
  interface Window {
    __desk: DeskInPage;
  }
}

interface Port {
  postMessage(message: unknown): void;
  disconnect(): void;
  readonly onMessage: { addListener(listener: (message: never) => void): void };
  readonly onDisconnect: { addListener(listener: () => void): void };
}

/**
 * Runs inside a page of the extension; must not refer to anything outside itself. Speaks the panel's own protocol
 * (protocol/view-messages.ts) over the panel's own port: there is no door for tests in the product.
 */
export const installDesk = (tab: number, topics: readonly string[]): void => {
  const api = Reflect.get(globalThis, "browser") ?? Reflect.get(globalThis, "chrome");
  const values = new Map<string, unknown>();
  const waiting = new Map<string, (answer: Answer) => void>();
  let port: Port | undefined;
  let next = 0;

  const receive = (message: { kind: string; id?: number; value?: unknown; message?: unknown }): void => {
    if (message.kind === "value") values.set(topics[message.id ?? -1] ?? "", message.value);
    if (message.kind !== "answer") return;
    const answer = message.message as { id: string; type: string; name?: string; value?: unknown };
    const settle = waiting.get(answer.id);
    waiting.delete(answer.id);
    settle?.(
      answer.type === "RAW"
        ? { kind: "answer", value: answer.value }
        : { kind: "failed", text: JSON.stringify(answer.value) },
    );
  };

  const connected = (): Port => {
    if (port !== undefined) return port;
    const opened: Port = api.runtime.connect({ name: `panel:${tab}` });
    port = opened;
    opened.onMessage.addListener(receive);
    opened.onDisconnect.addListener(() => {
      if (port !== opened) return;
      port = undefined;
      for (const settle of waiting.values()) settle({ kind: "gone" });
      waiting.clear();
      // The background slept, or could not open its store yet: as a view does, ask again.
      setTimeout(connected, 300);
    });
    topics.forEach((topic, id) => {
      opened.postMessage({ kind: "subscribe", id, topic });
    });
    return opened;
  };

  connected();
  setInterval(() => connected().postMessage({ kind: "alive" }), 15_000);
  window.__desk = {
    topic: (name) => values.get(name),
    reopen: () => {
      port?.disconnect();
      port = undefined;
      values.clear();
      connected();
    },
    call: (name, given) =>
      new Promise((resolve) => {
        next += 1;
        const id = `drill-${next}`;
        waiting.set(id, resolve);
        const argumentList = given.map((value) => ({ type: "RAW", value }));
        connected().postMessage({ kind: "call", message: { id, type: "APPLY", path: [name], argumentList } });
      }),
  };
};
