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
  private constructor(
    private readonly board: string,
    private readonly token: string,
  ) {}

  static async signIn(
    board: string,
    redirectUri: string,
    account: Account,
    scope = "user/*.rs",
  ): Promise<BoardReader> {
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
    return new BoardReader(board, tokens.parse(await answer.json()).access_token);
  }

  /** Asks for something that is no matter of FHIR. @throws Error with the board's answer */
  async ask(method: "GET" | "POST", path: string, body?: unknown): Promise<unknown> {
    const response = await fetch(`${this.board}${path}`, {
      method,
      headers: { authorization: `Bearer ${this.token}`, "content-type": "application/json" },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new Error(`${path}: ${await response.text()}`);
    return response.json();
  }

  /** Puts a resource in the place of the version that was read. @throws Error with the board's answer */
  async replace(resource: BoardResource, before: BoardResource): Promise<void> {
    const { versionId } = z.object({ versionId: z.string() }).parse(before.meta);
    const response = await fetch(`${this.board}/fhir/${resource.resourceType}/${resource.id}`, {
      method: "PUT",
      headers: {
        authorization: `Bearer ${this.token}`,
        "content-type": "application/fhir+json",
        "if-match": `W/"${versionId}"`,
      },
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

  #address(type: string, query: string): string {
    return `${this.board}/fhir/${type}?_count=500${query === "" ? "" : `&${query}`}`;
  }

  async #page(address: string): Promise<{ resources: readonly BoardResource[]; next: string | undefined }> {
    const response = await fetch(address, {
      headers: { authorization: `Bearer ${this.token}`, accept: "application/fhir+json" },
    });
    if (!response.ok) throw new Error(`${new URL(address).pathname}: ${response.status}`);
    const { entry, link } = bundle.parse(await response.json());
    return {
      resources: entry.map(({ resource }) => resource),
      next: link.find(({ relation }) => relation === "next")?.url,
    };
  }
}
