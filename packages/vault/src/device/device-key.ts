import { exportJWK, SignJWT } from "jose";
import { z } from "zod";
import { type PublicKey, publicKeySchema } from "../keys/open-keys.ts";
import type { VaultDatabase } from "../storage/database.ts";

const META = "device-credential";

const enrolmentSchema = z.object({ clientId: z.string(), name: z.string(), site: z.string() });
export type Enrolment = z.infer<typeof enrolmentSchema>;

const recordSchema = z.object({
  privateKey: z.instanceof(CryptoKey),
  publicKey: publicKeySchema,
  enrolment: enrolmentSchema.optional(),
  /** The board gave no token for it: revoked, or enrolled again elsewhere. */
  refused: z.boolean().optional(),
});

const PROOF_SECONDS = 60;

/**
 * The machine's own signing key, ECDSA P-256. It cannot be exported, not even by us: IndexedDB keeps the key itself, and
 * script gets a handle that signs. It stands outside the slots: nobody's secret is needed to use it.
 */
export class DeviceKey {
  readonly id: string;
  readonly #database: VaultDatabase;
  #record: z.infer<typeof recordSchema>;

  private constructor(id: string, database: VaultDatabase, record: z.infer<typeof recordSchema>) {
    this.id = id;
    this.#database = database;
    this.#record = record;
  }

  /** Reads it, or makes it at the first start. `id`: this machine's. */
  static async open(database: VaultDatabase, id: string): Promise<DeviceKey> {
    const read = async () =>
      (await database.read(["meta"], (transaction) => transaction.objectStore("meta").get(META)))?.value;
    const known = recordSchema.safeParse(await read());
    if (known.success) return new DeviceKey(id, database, known.data);
    const { privateKey, publicKey } = await crypto.subtle.generateKey(
      { name: "ECDSA", namedCurve: "P-256" },
      false,
      ["sign", "verify"],
    );
    const record = { privateKey, publicKey: publicKeySchema.parse(await exportJWK(publicKey)) };
    await database.write(["meta"], async (transaction) => {
      const store = transaction.objectStore("meta");
      // Another context of ours may have been quicker.
      if (!recordSchema.safeParse((await store.get(META))?.value).success)
        await store.put({ key: META, value: record });
    });
    return new DeviceKey(id, database, recordSchema.parse(await read()));
  }

  get privateKey(): CryptoKey {
    return this.#record.privateKey;
  }

  get publicKey(): PublicKey {
    return this.#record.publicKey;
  }

  get enrolment(): Enrolment | undefined {
    return this.#record.enrolment;
  }

  get refused(): boolean {
    return this.#record.refused === true;
  }

  async enrolled(enrolment: Enrolment): Promise<void> {
    await this.#put({ ...this.#record, enrolment, refused: false });
  }

  async setRefused(refused: boolean): Promise<void> {
    if (this.refused !== refused) await this.#put({ ...this.#record, refused });
  }

  /** A JWT for one request to the board: it comes from this machine. `now`: epoch milliseconds by the board's clock. */
  proof(audience: string, now: number): Promise<string> {
    const seconds = Math.floor(now / 1000);
    return new SignJWT({})
      .setProtectedHeader({ alg: "ES256" })
      .setIssuer(this.id)
      .setAudience(audience)
      .setJti(crypto.randomUUID())
      .setIssuedAt(seconds)
      .setExpirationTime(seconds + PROOF_SECONDS)
      .sign(this.#record.privateKey);
  }

  async #put(record: z.infer<typeof recordSchema>): Promise<void> {
    await this.#database.write(["meta"], (transaction) =>
      transaction.objectStore("meta").put({ key: META, value: record }),
    );
    this.#record = record;
  }
}
