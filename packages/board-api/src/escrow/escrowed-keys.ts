import { CompactEncrypt, compactDecrypt, errors, importJWK, type JWK } from "jose";
import { z } from "zod";
import type { BoardKeys } from "../devices/board-keys.ts";
import type { devicePublicKeySchema } from "../devices/device-proof.ts";
import { BoardError } from "../outcome/outcome.ts";

const ALGORITHM = "ECDH-ES+A256KW";
const CONTENT = "A256GCM";

/** What a machine seals for the board. `keys` is the vault's own matter. */
export const escrowedSchema = z.discriminatedUnion("kind", [
  z.object({ version: z.literal(1), kind: z.literal("device"), device: z.string(), keys: z.unknown() }),
  z.object({
    version: z.literal(1),
    kind: z.literal("user"),
    device: z.string(),
    issuer: z.string(),
    subject: z.string(),
    keys: z.unknown(),
  }),
]);
export type Escrowed = z.infer<typeof escrowedSchema>;

/** Opens what was sealed for the board. @throws BoardError `escrow-unreadable` */
export const openEscrow = async (keys: BoardKeys, jwe: string): Promise<Escrowed> => {
  try {
    const { plaintext } = await compactDecrypt(
      jwe,
      async ({ kid }) => {
        const key = keys.escrow.find((known) => known.kid === kid);
        if (!key) throw new BoardError("escrow-unreadable");
        return importJWK(key, ALGORITHM);
      },
      { keyManagementAlgorithms: [ALGORITHM], contentEncryptionAlgorithms: [CONTENT] },
    );
    return escrowedSchema.parse(JSON.parse(new TextDecoder().decode(plaintext)));
  } catch (error) {
    if (error instanceof errors.JOSEError || error instanceof z.ZodError || error instanceof SyntaxError)
      throw new BoardError("escrow-unreadable");
    throw error;
  }
};

/** Seals opened keys for the one who asked: whatever stands between (a proxy that ends TLS) reads nothing. */
export const sealFor = async (
  recipient: z.infer<typeof devicePublicKeySchema>,
  opened: Escrowed,
): Promise<string> =>
  new CompactEncrypt(new TextEncoder().encode(JSON.stringify(opened)))
    .setProtectedHeader({ alg: ALGORITHM, enc: CONTENT })
    .encrypt(await importJWK(recipient satisfies JWK, ALGORITHM));
