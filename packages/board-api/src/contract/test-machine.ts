import { randomUUID } from "node:crypto";
import {
  CompactEncrypt,
  compactDecrypt,
  exportJWK,
  generateKeyPair,
  importJWK,
  type JWK,
  type KeyLike,
  SignJWT,
} from "jose";
import { z } from "zod";
import { Answer, Desk } from "./desk.ts";

const keysSchema = z.object({
  escrow: z.looseObject({ kid: z.string() }),
  commands: z.array(z.looseObject({})),
});
const tokenSchema = z.object({ access_token: z.string(), scope: z.string() });

const publicJwk = async (key: KeyLike): Promise<JWK> => {
  const { kty, crv, x, y } = await exportJWK(key);
  return { kty: String(kty), crv: String(crv), x: String(x), y: String(y) };
};

/** A machine's side of enrolment, tokens, commands and escrow, as the vault does it. */
export class TestMachine {
  readonly id = randomUUID();
  readonly #url: string;
  readonly #key: { privateKey: KeyLike; publicKey: KeyLike };

  private constructor(url: string, key: { privateKey: KeyLike; publicKey: KeyLike }) {
    this.#url = url;
    this.#key = key;
  }

  static async make(url: string): Promise<TestMachine> {
    return new TestMachine(url, await generateKeyPair("ES256", { extractable: true }));
  }

  async post(path: string, desk: Desk, body: unknown): Promise<Answer> {
    const response = await fetch(`${this.#url}${path}`, {
      method: "POST",
      headers: { "content-type": "application/json", authorization: `Bearer ${desk.token}` },
      body: JSON.stringify(body),
    });
    return new Answer(response.status, response.headers, await response.text());
  }

  proof(audience: string, changes: { issuer?: string; id?: string } = {}): Promise<string> {
    return new SignJWT({})
      .setProtectedHeader({ alg: "ES256" })
      .setIssuer(changes.issuer ?? this.id)
      .setAudience(`${this.#url}${audience}`)
      .setJti(changes.id ?? randomUUID())
      .setIssuedAt()
      .setExpirationTime("1m")
      .sign(this.#key.privateKey);
  }

  async enrol(desk: Desk, changes: Record<string, unknown> = {}): Promise<Answer> {
    return this.post("/devices", desk, {
      id: this.id,
      name: "Quầy tiếp đón 1",
      site: "bv-tinh",
      publicKey: await publicJwk(this.#key.publicKey),
      proof: await this.proof("/devices"),
      ...changes,
    });
  }

  async token(): Promise<Response> {
    const clientId = `device.${this.id}`;
    const assertion = await new SignJWT({})
      .setProtectedHeader({ alg: "ES256" })
      .setIssuer(clientId)
      .setSubject(clientId)
      .setAudience(`${this.#url}/oidc`)
      .setJti(randomUUID())
      .setIssuedAt()
      .setExpirationTime("1m")
      .sign(this.#key.privateKey);
    return fetch(`${this.#url}/oidc/token`, {
      method: "POST",
      body: new URLSearchParams({
        grant_type: "client_credentials",
        client_id: clientId,
        scope: "system/Flag.rs system/Patient.rs system/AuditEvent.c system/Patient.cu user/Flag.cu",
        client_assertion_type: "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
        client_assertion: assertion,
      }),
    });
  }

  async desk(): Promise<{ desk: Desk; scope: string }> {
    const answer = await this.token();
    if (!answer.ok) throw new Error(await answer.text());
    const { access_token, scope } = tokenSchema.parse(await answer.json());
    return { desk: new Desk(this.#url, access_token), scope };
  }

  async boardKeys() {
    return keysSchema.parse(await (await fetch(`${this.#url}/board-keys`)).json());
  }

  async sealForBoard(content: unknown): Promise<string> {
    const { escrow } = await this.boardKeys();
    return new CompactEncrypt(new TextEncoder().encode(JSON.stringify(content)))
      .setProtectedHeader({ alg: "ECDH-ES+A256KW", enc: "A256GCM", kid: escrow.kid })
      .encrypt(await importJWK(z.custom<JWK>().parse(escrow), "ECDH-ES+A256KW"));
  }

  async unwrap(desk: Desk, jwe: string, changes: Record<string, unknown> = {}) {
    const recipient = await generateKeyPair("ECDH-ES+A256KW", { crv: "P-256", extractable: true });
    const answer = await this.post("/escrow/unwrap", desk, {
      device: this.id,
      jwe,
      recipient: await publicJwk(recipient.publicKey),
      proof: await this.proof("/escrow/unwrap"),
      ...changes,
    });
    if (answer.status !== 200) return { answer, opened: undefined };
    const { plaintext } = await compactDecrypt(z.string().parse(answer.resource.jwe), recipient.privateKey);
    return { answer, opened: JSON.parse(new TextDecoder().decode(plaintext)) };
  }
}
