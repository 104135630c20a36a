import { CompactEncrypt, compactDecrypt, decodeProtectedHeader, errors, importJWK, type JWK } from "jose";
import { SealBrokenError } from "./seal-broken-error.ts";

export const WRAPPING = "ECDH-ES+A256KW";
const CONTENT = "A256GCM";

/** Wraps a JSON value for the holder of a key pair (RFC 7516, RFC 7518 section 4.6). */
export const wrapFor = async (key: JWK, value: unknown): Promise<string> =>
  new CompactEncrypt(new TextEncoder().encode(JSON.stringify(value)))
    .setProtectedHeader({
      alg: WRAPPING,
      enc: CONTENT,
      ...(key.kid === undefined ? {} : { kid: key.kid }),
    })
    .encrypt(await importJWK(key, WRAPPING));

/** @throws SealBrokenError */
export const unwrapWith = async (key: JWK | CryptoKey, jwe: string): Promise<unknown> => {
  try {
    const imported = key instanceof CryptoKey ? key : await importJWK(key, WRAPPING);
    const { plaintext } = await compactDecrypt(jwe, imported, {
      keyManagementAlgorithms: [WRAPPING],
      contentEncryptionAlgorithms: [CONTENT],
    });
    return JSON.parse(new TextDecoder().decode(plaintext));
  } catch (cause) {
    if (cause instanceof errors.JOSEError) throw new SealBrokenError({ cause });
    throw cause;
  }
};

/** Which key a wrapped value is for, as its header says. */
export const keyIdOf = (jwe: string): string | undefined => decodeProtectedHeader(jwe).kid;
