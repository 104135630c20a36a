import {
  type BoardSigningKey,
  boardSigningKeySchema,
  type Library,
  publicHalf,
  signLibrary,
} from "@cadre-care/fhir";
import { calculateJwkThumbprint, exportJWK, generateKeyPair } from "jose";

/** A fresh key of a board that is on trial. */
export const newBoardKey = async (kid?: string): Promise<BoardSigningKey> => {
  const { privateKey } = await generateKeyPair("ES256", { extractable: true });
  const key = await exportJWK(privateKey);
  return boardSigningKeySchema.parse({
    ...key,
    kid: kid ?? (await calculateJwkThumbprint(key)),
    alg: "ES256",
  });
};

const key = newBoardKey();

/** What a build for the test board is packed with. */
export const testBoardKeys = async () => [publicHalf(await key)];

let issued = Math.floor(Date.parse("2026-11-22T00:00:00Z") / 1000);

/** Signed by the test board; each call later than the one before. */
export const signed = async (library: Library, issuedAt = ++issued): Promise<Library> =>
  signLibrary(library, await key, issuedAt);
