import type { AdapterPayload } from "oidc-provider";
import { z } from "zod";
import type { Queryable } from "../database/database.ts";
import { findDevice } from "../devices/device-store.ts";

/** Client id of an enrolled machine. */
export const clientIdOf = (device: string): string => `device.${device}`;

const deviceIdIn = (clientId: string): string | undefined => /^device\.([0-9a-f-]{36})$/.exec(clientId)?.[1];

const jwk = z.looseObject({ kty: z.string() });

/** An approved machine as an OAuth client: signs its own assertions, and gets the device's scopes and no others. */
export const deviceClient = async (
  database: Queryable,
  clientId: string,
): Promise<AdapterPayload | undefined> => {
  const id = deviceIdIn(clientId);
  const device = id === undefined ? undefined : await findDevice(database, id);
  if (device?.status !== "approved") return undefined;
  return {
    client_id: clientId,
    token_endpoint_auth_method: "private_key_jwt",
    token_endpoint_auth_signing_alg: "ES256",
    grant_types: ["client_credentials"],
    response_types: [],
    redirect_uris: [],
    id_token_signed_response_alg: "ES256",
    jwks: { keys: [jwk.parse(device.public_key)] },
  };
};

export const deviceClaims = async (
  database: Queryable,
  clientId: string | undefined,
): Promise<Record<string, string> | undefined> => {
  const id = clientId === undefined ? undefined : deviceIdIn(clientId);
  const device = id === undefined ? undefined : await findDevice(database, id);
  return device && { role: "device", site: device.site, device: device.id };
};
