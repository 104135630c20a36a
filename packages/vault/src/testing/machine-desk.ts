import {
  calculateJwkThumbprint,
  compactDecrypt,
  createLocalJWKSet,
  decodeJwt,
  exportJWK,
  generateKeyPair,
  importJWK,
  type JWK,
  jwtVerify,
  type KeyLike,
  SignJWT,
} from "jose";
import { z } from "zod";
import { wrapFor } from "../keys/wrap.ts";
import type { MachineKeys } from "../service/vault.ts";

const ISSUER = "https://board.example/oidc";

const enrolmentSchema = z.object({
  id: z.string(),
  name: z.string(),
  site: z.string(),
  publicKey: z.custom<JWK>(),
  proof: z.string(),
});
const unwrapSchema = z.object({
  device: z.string(),
  jwe: z.string(),
  recipient: z.custom<JWK>(),
  proof: z.string(),
});
const escrowedSchema = z.looseObject({
  kind: z.string(),
  device: z.string(),
  subject: z.string().optional(),
});

/** Who asks, as their access token says. */
export interface Asking {
  readonly subject: string;
  readonly role: string;
  readonly secondFactor: boolean;
}

const answer = (status: number, body: unknown): Response =>
  new Response(JSON.stringify(body), { status, headers: { "content-type": "application/json" } });

/**
 * The board's desk for machines, as the reference board does it (packages/board-api/src/devices): real keys and real
 * signatures, in memory. `keys` is what a build pins.
 */
export class MachineDesk {
  readonly keys: MachineKeys;
  readonly enrolled = new Map<string, z.infer<typeof enrolmentSchema>>();
  /** Signed commands by id, until they are acknowledged. */
  readonly commands = new Map<string, string>();
  readonly acknowledged: [string, string][] = [];
  /** What the board wrote down. */
  readonly audit: string[] = [];
  /** Rights that the token endpoint has not heard of: who asks for one of them gets none (RFC 6749, 5.2). */
  unknownScopes: readonly string[] = [];
  /** The clock that proofs are judged by. */
  now: () => number = Date.now;
  readonly #escrow: KeyLike;
  readonly #signing: KeyLike;
  #ids = 0;

  private constructor(keys: MachineKeys, escrow: KeyLike, signing: KeyLike) {
    this.keys = keys;
    this.#escrow = escrow;
    this.#signing = signing;
  }

  static async open(): Promise<MachineDesk> {
    const escrow = await generateKeyPair("ECDH-ES+A256KW", { crv: "P-256", extractable: true });
    const signing = await generateKeyPair("ES256", { extractable: true });
    const named = async (key: KeyLike): Promise<JWK> => {
      const jwk = await exportJWK(key);
      return { ...jwk, kid: await calculateJwkThumbprint(jwk) };
    };
    const commandKey = { ...(await named(signing.publicKey)), alg: "ES256", use: "sig" };
    const keys = { escrowKey: await named(escrow.publicKey), commandKeys: [commandKey] };
    return new MachineDesk(keys, escrow.privateKey, signing.privateKey);
  }

  /** Signs a command for a machine; `changes` to what is signed, to see it refused. */
  async command(
    device: string,
    kind: string,
    changes: { id?: string; audience?: string; seconds?: number; key?: KeyLike; typ?: string } = {},
    now = Date.now(),
  ): Promise<string> {
    this.#ids += 1;
    const id = changes.id ?? crypto.randomUUID();
    const at = Math.floor(now / 1000);
    const kid = this.keys.commandKeys[0]?.kid ?? "";
    const signed = await new SignJWT({ kind })
      .setProtectedHeader({ alg: "ES256", kid, typ: changes.typ ?? "cadre-command+jwt" })
      .setJti(id)
      .setAudience(changes.audience ?? device)
      .setIssuedAt(at)
      .setExpirationTime(at + (changes.seconds ?? 3600))
      .sign(changes.key ?? this.#signing);
    this.commands.set(`${this.#ids}/${id}`, signed);
    return id;
  }

  /** A device's token for its assertion, or what the token endpoint says to a stranger. */
  async deviceToken(parameters: URLSearchParams): Promise<Response> {
    const id = (parameters.get("client_id") ?? "").replace("device.", "");
    const key = this.enrolled.get(id)?.publicKey;
    const refused = answer(401, { error: "invalid_client" });
    if (!key) return refused;
    const assertion = parameters.get("client_assertion") ?? "";
    try {
      await jwtVerify(assertion, await importJWK(key, "ES256"), { issuer: `device.${id}`, audience: ISSUER });
    } catch {
      return refused;
    }
    const scopes = (parameters.get("scope") ?? "").split(" ");
    if (this.unknownScopes.some((scope) => scopes.includes(scope)))
      return answer(400, { error: "invalid_scope" });
    return answer(200, { access_token: `device ${id}`, token_type: "Bearer", expires_in: 600 });
  }

  /** Undefined: not this desk's matter. */
  async serve(request: Request, path: string, asking: Asking | undefined): Promise<Response | undefined> {
    const token = request.headers.get("authorization") ?? "";
    const device = /^Bearer device (.+)$/.exec(token)?.[1];
    const [, first, id = ""] = path.split("/");
    if (first === "devices") return this.#enrol(enrolmentSchema.parse(await request.json()), asking);
    if (first === "escrow") return this.#unwrap(unwrapSchema.parse(await request.json()), asking);
    if (first !== "commands") return undefined;
    if (device === undefined || !this.enrolled.has(device)) return answer(403, {});
    if (request.method === "GET") return answer(200, { commands: [...this.commands.values()] });
    const { outcome } = z.object({ outcome: z.string() }).parse(await request.json());
    this.acknowledged.push([id, outcome]);
    for (const key of this.commands.keys()) if (key.endsWith(id)) this.commands.delete(key);
    return answer(200, {});
  }

  async #enrol(body: z.infer<typeof enrolmentSchema>, asking: Asking | undefined): Promise<Response> {
    if (asking?.role !== "it" || !asking.secondFactor) return answer(403, {});
    await jwtVerify(body.proof, await importJWK(body.publicKey, "ES256"), {
      issuer: body.id,
      audience: "https://board.example/devices",
      currentDate: new Date(this.now()),
    });
    this.enrolled.set(body.id, body);
    this.audit.push("device-enrolled");
    return answer(200, { id: body.id, clientId: `device.${body.id}`, name: body.name, site: body.site });
  }

  async #unwrap(body: z.infer<typeof unwrapSchema>, asking: Asking | undefined): Promise<Response> {
    const key = this.enrolled.get(body.device)?.publicKey;
    if (!key || !asking?.secondFactor) return answer(403, {});
    await jwtVerify(body.proof, createLocalJWKSet({ keys: [{ ...key, alg: "ES256" }] }), {
      issuer: body.device,
      audience: "https://board.example/escrow/unwrap",
      currentDate: new Date(this.now()),
    });
    if (decodeJwt(body.proof).jti === undefined) return answer(403, {});
    const { plaintext } = await compactDecrypt(body.jwe, this.#escrow);
    const opened = escrowedSchema.parse(JSON.parse(new TextDecoder().decode(plaintext)));
    if (opened.device !== body.device || (opened.kind === "user" && opened.subject !== asking.subject))
      return answer(403, {});
    this.audit.push(`escrow-opened/${opened.kind}/${asking.subject}`);
    return answer(200, { jwe: await wrapFor(body.recipient, opened) });
  }
}
