import type { PasskeyOutput, Result } from "@cadre-care/domain";
import { success } from "@cadre-care/domain/page";
import { inBoth } from "../language/catalogue.ts";
import { sessionMessages } from "./session.messages.ts";

const SALT_BYTES = 32;
const TIME_OUT_MS = 120_000;

const toBase64url = (bytes: ArrayBuffer | Uint8Array): string => {
  const text = String.fromCharCode(...new Uint8Array(bytes));
  return btoa(text).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
};

const fromBase64url = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (letter) => letter.charCodeAt(0));

const random = (length: number): Uint8Array<ArrayBuffer> => crypto.getRandomValues(new Uint8Array(length));

/** Whether this browser shows a dialog for authenticators here at all; whether one has PRF is known when it is used. */
export const passkeysPossible = (): boolean =>
  typeof PublicKeyCredential === "function" && globalThis.isSecureContext;

/** Undefined: nobody touched it, or the dialog was closed. */
const asked = async (work: () => Promise<Credential | null>): Promise<PublicKeyCredential | undefined> => {
  const credential = await work().catch(() => null);
  return credential instanceof PublicKeyCredential ? credential : undefined;
};

const refuse = <Value>(code: "passkeyCancelled" | "passkeyNoPrf"): Result<Value> => ({
  ok: false,
  problem: { code, message: inBoth(sessionMessages, code) },
});

const outputIn = (credential: PublicKeyCredential): string | undefined => {
  const first = credential.getClientExtensionResults().prf?.results?.first;
  if (first === undefined) return undefined;
  return toBase64url(
    ArrayBuffer.isView(first) ? new Uint8Array(first.buffer, first.byteOffset, first.byteLength) : first,
  );
};

/** What the authenticator computes for this input (WebAuthn Level 3, PRF extension). */
export const passkeyOutput = async (passkey: {
  readonly credential: string;
  readonly salt: string;
}): Promise<Result<string>> => {
  const credential = await asked(() =>
    navigator.credentials.get({
      publicKey: {
        challenge: random(32),
        timeout: TIME_OUT_MS,
        userVerification: "required",
        allowCredentials: [{ type: "public-key", id: fromBase64url(passkey.credential) }],
        extensions: { prf: { eval: { first: fromBase64url(passkey.salt) } } },
      },
    }),
  );
  if (credential === undefined) return refuse("passkeyCancelled");
  const output = outputIn(credential);
  return output === undefined ? refuse("passkeyNoPrf") : success(output);
};

/** A new credential on the authenticator. It carries no name of a person: the authenticator may be shown to others. */
export const createPasskey = async (): Promise<Result<PasskeyOutput>> => {
  const salt = random(SALT_BYTES);
  const credential = await asked(() =>
    navigator.credentials.create({
      publicKey: {
        challenge: random(32),
        rp: { name: "Cadre Care" },
        user: { id: random(16), name: "cadre-care", displayName: "Cadre Care" },
        pubKeyCredParams: [
          { type: "public-key", alg: -7 },
          { type: "public-key", alg: -257 },
        ],
        timeout: TIME_OUT_MS,
        authenticatorSelection: { userVerification: "required", residentKey: "discouraged" },
        attestation: "none",
        extensions: { prf: { eval: { first: salt } } },
      },
    }),
  );
  if (credential === undefined) return refuse("passkeyCancelled");
  const known = { credential: toBase64url(credential.rawId), salt: toBase64url(salt) };
  const output = outputIn(credential);
  if (output !== undefined) return success({ ...known, output });
  if (credential.getClientExtensionResults().prf?.enabled !== true) return refuse("passkeyNoPrf");
  const evaluated = await passkeyOutput(known);
  return evaluated.ok ? success({ ...known, output: evaluated.value }) : evaluated;
};
