import type { DirectoryEntry, Policy } from "@cadre-care/domain";
import { documentLibrary, LIBRARY_URLS, type Library, rosterResources } from "@cadre-care/fhir";
import { z } from "zod";
import { toBase64url } from "../keys/base64url.ts";
import { MemoryKeyStore, type OpenKeyStore } from "../keys/open-key-store.ts";
import { openVault } from "../service/open-vault.ts";
import type { Vault, VaultOptions } from "../service/vault.ts";
import { signed, testBoardKeys } from "./board-signature.ts";
import { TEST_POLICY } from "./desk-fixture.ts";
import type { Asking, MachineDesk } from "./machine-desk.ts";
import { MemoryBoard } from "./memory-board.ts";

const storedSchema = z.looseObject({
  resourceType: z.string(),
  id: z.string(),
  meta: z.record(z.string(), z.unknown()),
});

const BOARD = "https://board.example";
const REDIRECT = "https://extension.example/back";
const NOON = Date.parse("2026-11-22T05:00:00Z");

const base64url = (value: unknown): string => toBase64url(new TextEncoder().encode(JSON.stringify(value)));

const json = (body: unknown): Response =>
  new Response(JSON.stringify(body), { headers: { "content-type": "application/json" } });

/** Who types into the board's sign-in page. */
export interface TestUser {
  readonly subject: string;
  readonly name: string;
  /** Receptionist unless said otherwise. */
  readonly role?: string;
}

export const DOCTOR: TestUser = { subject: "u-2", name: "Trần Văn Khám", role: "doctor" };
export const ENGINEER: TestUser = { subject: "u-9", name: "Đỗ Thị Máy", role: "it" };
export const RECEPTIONIST: TestUser = { subject: "u-1", name: "Lê Thị Tiếp" };

/**
 * A hospital for tests of the whole vault: a real IndexedDB, real keys, and a board in memory behind `fetch` with
 * sign-in, policy and roster. `now` is set by the test.
 */
export class Clinic {
  readonly board: MemoryBoard;
  readonly databaseName = `clinic-${crypto.randomUUID()}`;
  openKeys: OpenKeyStore = new MemoryKeyStore();
  user: TestUser = RECEPTIONIST;
  now = NOON;
  online = true;
  /** Milliseconds by which the board's clock is ahead; undefined: its answers carry no date. */
  boardAhead: number | undefined;
  readonly revoked: string[] = [];
  /** The board's desk for machines; undefined: a build that pins none of its keys. */
  readonly machines: MachineDesk | undefined;
  /** Gives no second factor, whatever is asked. */
  withoutSecondFactor = false;
  #nonce = "";
  #published: Promise<void> = Promise.resolve();
  #secondFactor = false;
  #tokens = new Map<string, Asking>();

  /** `board`: that of another clinic, for a second desk. */
  constructor(
    people: readonly DirectoryEntry[],
    policy: Policy = TEST_POLICY,
    board = new MemoryBoard(),
    machines?: MachineDesk,
  ) {
    this.board = board;
    this.machines = machines;
    if (machines) machines.now = () => this.now;
    this.publish(policy);
    for (const entry of people) this.add(entry);
  }

  /** Signed by the board; what is asked for afterwards finds it. */
  publish(policy: unknown): void {
    this.publishAs(signed(documentLibrary(LIBRARY_URLS.policy, { version: "1", content: policy }, "policy")));
  }

  /** As it is, signed or not. */
  publishAs(library: Promise<Library>, id = "policy"): void {
    this.#published = this.#published.then(async () => {
      this.board.put(storedSchema.parse({ ...(await library), id, meta: {} }));
    });
  }

  add(entry: DirectoryEntry): void {
    const { personId } = entry;
    const unit = { display: "Đơn vị" };
    const { patient, flag, episode } = rosterResources(entry, {
      unit,
      flagId: `flag-${personId}`,
      episodeId: `episode-${personId}`,
    });
    for (const resource of [patient, flag, episode]) this.board.put(storedSchema.parse(resource));
  }

  readonly fetch: typeof globalThis.fetch = async (input, init) => {
    await this.#published;
    const request = new Request(input, init);
    const { pathname } = new URL(request.url);
    const answer = await this.#answer(request, pathname, input, init);
    if (this.boardAhead === undefined) return answer;
    const headers = new Headers(answer.headers);
    headers.set("date", new Date(this.now + this.boardAhead).toUTCString());
    return new Response(answer.body, { status: answer.status, headers });
  };

  async options(changes: Partial<VaultOptions> = {}): Promise<VaultOptions> {
    return {
      databaseName: this.databaseName,
      board: BOARD,
      boardKeys: await testBoardKeys(),
      clientId: "cadre-care-extension",
      redirectUri: REDIRECT,
      authorise: async (url) => {
        const asked = new URL(url).searchParams;
        this.#nonce = asked.get("nonce") ?? "";
        this.#secondFactor = asked.has("acr_values") && !this.withoutSecondFactor;
        return `${REDIRECT}?code=c&state=${asked.get("state")}&iss=${encodeURIComponent(`${BOARD}/oidc`)}`;
      },
      site: "bv-tinh",
      openKeys: this.openKeys,
      fetch: this.fetch,
      now: () => this.now,
      random: () => 0.5,
      locks: navigator.locks,
      online: () => this.online,
      machineKeys: this.machines?.keys,
      ...changes,
    };
  }

  async open(changes: Partial<VaultOptions> = {}): Promise<Vault> {
    return openVault(await this.options(changes));
  }

  /** Signed in, with a secret, and the roster here. */
  async atWork(changes: Partial<VaultOptions> = {}): Promise<Vault> {
    const vault = await this.open(changes);
    await vault.session.signIn();
    await vault.session.createSecret("246810");
    await vault.synchronise();
    return vault;
  }

  async #answer(
    request: Request,
    path: string,
    input: RequestInfo | URL,
    init: RequestInit | undefined,
  ): Promise<Response> {
    if (this.board.down) throw new TypeError("Failed to fetch");
    if (path.endsWith("/smart-configuration"))
      return json({
        issuer: `${BOARD}/oidc`,
        authorization_endpoint: `${BOARD}/oidc/auth`,
        token_endpoint: `${BOARD}/oidc/token`,
        revocation_endpoint: `${BOARD}/oidc/revoke`,
        scopes_supported: ["openid"],
      });
    if (path.endsWith("/oidc/revoke")) {
      this.revoked.push(new URLSearchParams(await request.text()).get("token") ?? "");
      return new Response(null);
    }
    if (path.endsWith("/oidc/token")) {
      const parameters = new URLSearchParams(await request.text());
      if (parameters.get("grant_type") === "client_credentials")
        return (await this.machines?.deviceToken(parameters)) ?? new Response(null, { status: 400 });
      return this.#token();
    }
    const token = request.headers.get("authorization")?.slice("Bearer ".length) ?? "";
    const answer = await this.machines?.serve(request.clone(), path, this.#tokens.get(token));
    if (answer) return answer;
    return this.board.fetch(input, init);
  }

  #token(): Response {
    const seconds = Math.floor((Date.now() + (this.boardAhead ?? 0)) / 1000);
    const claims = {
      iss: `${BOARD}/oidc`,
      aud: "cadre-care-extension",
      sub: this.user.subject,
      name: this.user.name,
      role: this.user.role ?? "receptionist",
      ...(this.#secondFactor ? { acr: "urn:cadre-care:second-factor", amr: ["pwd", "otp"] } : {}),
      fhirUser: `Practitioner/${this.user.subject}`,
      iat: seconds,
      exp: seconds + 600,
      nonce: this.#nonce,
    };
    const access = `access-${this.#tokens.size + 1}`;
    this.#tokens.set(access, {
      subject: this.user.subject,
      role: claims.role,
      secondFactor: this.#secondFactor,
    });
    return json({
      access_token: access,
      refresh_token: `refresh-${this.user.subject}`,
      token_type: "Bearer",
      expires_in: 3600,
      id_token: `${base64url({ alg: "ES256" })}.${base64url(claims)}.c2ln`,
    });
  }
}
