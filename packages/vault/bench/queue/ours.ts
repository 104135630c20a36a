import { BoardClient } from "@cadre-care/fhir";
import { openOutboxKeys } from "../../src/keys/key-ring.ts";
import { mintDeviceKeys } from "../../src/keys/open-keys.ts";
import { Outbox } from "../../src/outbox/outbox.ts";
import { openDatabase } from "../../src/storage/database.ts";
import type { Contender, Destination } from "./contender.ts";

/** The outbox of this package, with its real keys, store and client. */
export const ours = async ({ base, token }: Destination): Promise<Contender> => {
  const database = await openDatabase(`queue-${crypto.randomUUID()}`);
  const keys = await openOutboxKeys(mintDeviceKeys().outbox);
  const outbox = new Outbox({
    database,
    keys: () => keys,
    client: new BoardClient({
      base,
      fetch: (...request) => fetch(...request),
      accessToken: async () => token,
    }),
    renewSignIn: async () => false,
    exclusive: (work) => work(),
    now: Date.now,
    random: Math.random,
  });
  return {
    name: "ours",
    accept: async (id, bundle, lane) => {
      await outbox.accept(await outbox.freeze(id, lane, { kind: "audit", bundle }, keys));
    },
    drain: () => outbox.drain(true),
    waiting: async () => {
      const { waiting, parked } = await outbox.view();
      return waiting + parked;
    },
    close: () => void database.close(),
  };
};
