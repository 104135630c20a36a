import type { OutboxKeys } from "../../keys/key-ring.ts";
import { SealBrokenError } from "../../keys/seal-broken-error.ts";

const bytes = (value: unknown): Uint8Array<ArrayBuffer> =>
  new Uint8Array(new TextEncoder().encode(JSON.stringify(value)));

/** Keys that hide nothing but bind the context as real ones do: ten thousand histories need no cipher. */
export const plainKeys: OutboxKeys = {
  seal: {
    seal: async (value, context) => bytes({ context, value }),
    open: async (sealed, context) => {
      const read: unknown = parsed(sealed);
      if (typeof read !== "object" || read === null || !("context" in read) || read.context !== context)
        throw new SealBrokenError({ cause: undefined });
      return "value" in read ? read.value : undefined;
    },
  },
  blind: {
    bytes: (kind, value) => bytes(`${kind}:${value}`),
    name: async (kind, value) => `${kind}:${value}`,
  },
};

const parsed = (sealed: Uint8Array): unknown => {
  try {
    return JSON.parse(new TextDecoder().decode(sealed));
  } catch {
    return undefined;
  }
};
