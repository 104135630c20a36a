import { createHash, randomBytes } from "node:crypto";
import { z } from "zod";
import type { Account } from "../harness/sign-in.ts";
import { walkSignIn } from "./sign-in-walk.ts";

const configuration = z.object({ authorization_endpoint: z.url(), token_endpoint: z.url() });
const tokens = z.object({ access_token: z.string() });
const resource = z.looseObject({ resourceType: z.string(), id: z.string() });
const bundle = z.object({
  entry: z.array(z.object({ resource })).default([]),
  link: z.array(z.object({ relation: z.string(), url: z.string() })).default([]),
});

export type BoardResource = z.infer<typeof resource>;

/** Reads the board as a board officer does: what the tests check is what the board's own people would see. */
export class BoardReader {
  readonly #board: string;
  readonly #signIn: () => Promise<string>;
  #token: string;

  private constructor(board: string, signIn: () => Promise<string>, token: string) {
    this.#board = board;
    this.#signIn = signIn;
    this.#token = token;
  }

  static async signIn(
    board: string,
    redirectUri: string,
    account: Account,
    scope = "user/*.rs",
  ): Promise<BoardReader> {
    const signIn = () => BoardReader.#tokenFor(board, redirectUri, account, scope);
    return new BoardReader(board, signIn, await signIn());
  }

  static async #tokenFor(
    board: string,
    redirectUri: string,
    account: Account,
    scope: string,
  ): Promise<string> {
    const known = configuration.parse(
      await (await fetch(`${board}/fhir/.well-known/smart-configuration`)).json(),
    );
    const verifier = randomBytes(32).toString("base64url");
    const query = new URLSearchParams({
      client_id: "cadre-care-extension",
      redirect_uri: redirectUri,
      response_type: "code",
      scope: `openid profile ${scope}`,
      code_challenge: createHash("sha256").update(verifier).digest("base64url"),
      code_challenge_method: "S256",
      state: "test",
      ...(account.code === undefined ? {} : { acr_values: "urn:cadre-care:second-factor" }),
    });
    const back = await walkSignIn(`${known.authorization_endpoint}?${query}`, redirectUri, account);
    const answer = await fetch(known.token_endpoint, {
      method: "POST",
      body: new URLSearchParams({
        grant_type: "authorization_code",
        client_id: "cadre-care-extension",
        code: new URL(back).searchParams.get("code") ?? "",
        redirect_uri: redirectUri,
        code_verifier: verifier,
      }),
    });
    return tokens.parse(await answer.json()).access_token;
  }

  /** Asks for something that is no matter of FHIR. @throws Error with the board's answer */
  async ask(method: "GET" | "POST", path: string, body?: unknown): Promise<unknown> {
    const response = await this.#fetch(`${this.#board}${path}`, {
      method,
      headers: { "content-type": "application/json" },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new Error(`${path}: ${await response.text()}`);
    return response.json();
  }

  /** Puts a resource in the place of the version that was read. @throws Error with the board's answer */
  async replace(resource: BoardResource, before: BoardResource): Promise<void> {
    const { versionId } = z.object({ versionId: z.string() }).parse(before.meta);
    const response = await this.#fetch(`${this.#board}/fhir/${resource.resourceType}/${resource.id}`, {
      method: "PUT",
      headers: { "content-type": "application/fhir+json", "if-match": `W/"${versionId}"` },
      body: JSON.stringify(resource),
    });
    if (!response.ok) throw new Error(`${resource.resourceType}: ${await response.text()}`);
  }

  /** Every resource that the search finds, up to 500. */
  async search(type: string, query = ""): Promise<readonly BoardResource[]> {
    return (await this.#page(this.#address(type, query))).resources;
  }

  /** Who recorded check-ins and steps; the exams of earlier years that the demo brings have theirs too. */
  async visitProvenances(): Promise<readonly BoardResource[]> {
    const all = await this.everything("Provenance");
    return all.filter(({ target }) => /"(Encounter|Task)\//.test(JSON.stringify(target)));
  }

  /** Every resource that the search finds, however many pages that takes. */
  async everything(type: string, query = ""): Promise<readonly BoardResource[]> {
    const found: BoardResource[] = [];
    for (let next: string | undefined = this.#address(type, query); next !== undefined; ) {
      const page = await this.#page(next);
      found.push(...page.resources);
      next = page.next;
    }
    return found;
  }

  /** A token lasts for ten minutes, a working day in several portals for longer. */
  async #fetch(
    address: string,
    { headers, ...init }: RequestInit & { headers: Record<string, string> },
  ): Promise<Response> {
    const asked = () =>
      fetch(address, { ...init, headers: { ...headers, authorization: `Bearer ${this.#token}` } });
    const response = await asked();
    if (response.status !== 401) return response;
    this.#token = await this.#signIn();
    return asked();
  }

  #address(type: string, query: string): string {
    return `${this.#board}/fhir/${type}?_count=500${query === "" ? "" : `&${query}`}`;
  }

  async #page(address: string): Promise<{ resources: readonly BoardResource[]; next: string | undefined }> {
    const response = await this.#fetch(address, { headers: { accept: "application/fhir+json" } });
    if (!response.ok) throw new Error(`${new URL(address).pathname}: ${response.status}`);
    const { entry, link } = bundle.parse(await response.json());
    return {
      resources: entry.map(({ resource }) => resource),
      next: link.find(({ relation }) => relation === "next")?.url,
    };
  }
}
