import { generateKeyPair, SignJWT } from "jose";

const BOARD = "https://board.example";

/** A small OAuth 2 issuer for tests, as a fetch function; `authorise` stands for the browser window. */
export class MemoryIssuer {
  readonly board = BOARD;
  down = false;
  /** What the ID token says besides the standard claims. */
  claims: Record<string, unknown> = {
    name: "Lê Thị Mẫu",
    role: "receptionist",
    site: "bv-tinh",
    fhirUser: "Practitioner/17",
  };
  configuration: Record<string, unknown> = {};
  refreshAnswer: () => Response | undefined = () => undefined;
  /** Seconds that this server's clock is ahead of the test's. */
  ahead = 0;
  readonly requests: URLSearchParams[] = [];
  lastAuthorisation = new URLSearchParams();
  #refreshes = 0;
  readonly #now: () => number;

  constructor(now: () => number) {
    this.#now = now;
  }

  get #time(): number {
    return this.#now() + this.ahead * 1000;
  }

  readonly authorise = async (url: string): Promise<string> => {
    this.lastAuthorisation = new URL(url).searchParams;
    const back = new URL(this.lastAuthorisation.get("redirect_uri") ?? "");
    back.searchParams.set("code", "code-1");
    back.searchParams.set("state", this.lastAuthorisation.get("state") ?? "");
    return back.href;
  };

  readonly fetch: typeof globalThis.fetch = async (input, init) => {
    if (this.down) throw new TypeError("Failed to fetch");
    const { pathname } = new URL(String(input));
    const headers = { date: new Date(this.#time).toUTCString(), "content-type": "application/json" };
    if (pathname.endsWith("/smart-configuration"))
      return new Response(
        JSON.stringify({
          issuer: `${BOARD}/oidc`,
          authorization_endpoint: `${BOARD}/oidc/auth`,
          token_endpoint: `${BOARD}/oidc/token`,
          scopes_supported: ["openid", "user/Patient.rs"],
          ...this.configuration,
        }),
        { headers },
      );
    const body = new URLSearchParams(String(init?.body));
    this.requests.push(body);
    if (body.get("grant_type") === "refresh_token") {
      const answer = this.refreshAnswer();
      if (answer) return answer;
    }
    return new Response(JSON.stringify(await this.#tokens(body)), { headers });
  };

  async #tokens(body: URLSearchParams) {
    this.#refreshes += 1;
    const tokens = {
      access_token: `access-${this.#refreshes}`,
      refresh_token: `refresh-${this.#refreshes}`,
      token_type: "Bearer",
      expires_in: 600,
    };
    if (body.get("grant_type") !== "authorization_code") return tokens;
    const { privateKey } = await generateKeyPair("ES256");
    const at = Math.floor(this.#time / 1000);
    const idToken = await new SignJWT({ nonce: this.lastAuthorisation.get("nonce"), ...this.claims })
      .setProtectedHeader({ alg: "ES256" })
      .setIssuer(`${BOARD}/oidc`)
      .setSubject("user-1")
      .setAudience("cadre-care-extension")
      .setIssuedAt(at)
      .setExpirationTime(at + 300)
      .sign(privateKey);
    return { ...tokens, id_token: idToken };
  }
}
