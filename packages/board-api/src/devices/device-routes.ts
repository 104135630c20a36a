import type { FastifyInstance } from "fastify";
import { z } from "zod";
import type { VerifyAccessToken } from "../auth/access-token.ts";
import type { Caller } from "../auth/caller.ts";
import { Commands } from "../commands/commands.ts";
import type { Database } from "../database/database.ts";
import type { PublicKeySet } from "../documents/document-keys.ts";
import { unwrap } from "../escrow/open-escrow.ts";
import { BoardError } from "../outcome/outcome.ts";
import { type BoardKeys, keysToPin } from "./board-keys.ts";
import { Devices } from "./devices.ts";

const withId = z.object({ id: z.string().uuid() });

/**
 * What machines and their keys need besides FHIR (docs/vault-states.md): enrolment, escrow, signed commands. Plain JSON;
 * errors are OperationOutcomes as everywhere.
 */
export const deviceRoutes = (
  app: FastifyInstance,
  database: Database,
  keys: BoardKeys,
  documents: PublicKeySet,
  verify: VerifyAccessToken,
  addresses: { readonly url: string; readonly issuer: string },
): void => {
  const devices = new Devices(database, `${addresses.url}/devices`);
  const commands = new Commands(database, keys);
  const escrow = { database, keys, audience: `${addresses.url}/escrow/unwrap`, issuer: addresses.issuer };

  app.get("/board-keys", async () => keysToPin(documents, keys));
  void app.register(async (secured) => {
    secured.addHook("onRequest", async (request) => {
      request.caller = await verify(request.headers.authorization);
    });
    const who = (caller: Caller | null): Caller => {
      if (!caller) throw new BoardError("sign-in-required");
      return caller;
    };
    const idOf = (parameters: unknown): string => {
      const parsed = withId.safeParse(parameters);
      if (!parsed.success) throw new BoardError("not-found");
      return parsed.data.id;
    };
    secured.post("/devices", async (request) => devices.enrol(who(request.caller), request.body));
    secured.get("/devices", async (request) => devices.list(who(request.caller)));
    secured.post("/devices/:id/revoke", async (request) => {
      await devices.revoke(who(request.caller), idOf(request.params));
      return { status: "revoked" };
    });
    secured.get("/devices/:id/commands", async (request) =>
      commands.history(who(request.caller), idOf(request.params)),
    );
    secured.post("/devices/:id/commands", async (request) =>
      commands.issue(who(request.caller), idOf(request.params), request.body),
    );
    secured.get("/commands", async (request) => commands.waiting(who(request.caller)));
    secured.post("/commands/:id/acknowledgement", async (request) => {
      await commands.acknowledge(who(request.caller), idOf(request.params), request.body);
      return { status: "acknowledged" };
    });
    secured.post("/escrow/unwrap", async (request) => unwrap(who(request.caller), request.body, escrow));
  });
};
