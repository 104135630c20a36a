import type { Runtime } from "webextension-polyfill";

type Hear = (message: unknown) => void;

export interface ScriptedPort {
  /** One end, for what is tested. */
  readonly port: Runtime.Port;
  /** What was posted into it, in order. */
  readonly posted: readonly unknown[];
  /** Speaks from the other end. */
  readonly say: Hear;
}

/** A port whose other end is a test. `hear`: told at once what is posted into it. */
export const scriptedPort = (name: string, hear: Hear = () => undefined): ScriptedPort => {
  const listeners = new Set<Hear>();
  const posted: unknown[] = [];
  return {
    port: {
      name,
      onMessage: {
        addListener: (listener: Hear) => void listeners.add(listener),
        removeListener: (listener: Hear) => void listeners.delete(listener),
        hasListener: (listener: Hear) => listeners.has(listener),
      },
      onDisconnect: {
        addListener: () => undefined,
        removeListener: () => undefined,
        hasListener: () => false,
      },
      postMessage: (message) => {
        posted.push(message);
        hear(message);
      },
      disconnect: () => undefined,
    },
    posted,
    say: (message) => {
      for (const listener of [...listeners]) listener(message);
    },
  };
};
