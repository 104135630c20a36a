import type { Account } from "../harness/sign-in.ts";

/** Cookies of one browser-like visit. */
class CookieJar {
  readonly #cookies = new Map<string, string>();

  async fetch(address: string, init: RequestInit = {}): Promise<Response> {
    const response = await fetch(address, {
      ...init,
      redirect: "manual",
      headers: {
        ...init.headers,
        cookie: [...this.#cookies].map(([name, value]) => `${name}=${value}`).join("; "),
      },
    });
    for (const line of response.headers.getSetCookie()) {
      const [pair = ""] = line.split(";", 1);
      const at = pair.indexOf("=");
      this.#cookies.set(pair.slice(0, at), pair.slice(at + 1));
    }
    return response;
  }
}

/**
 * Goes through the board's sign-in page without a browser.
 * @returns the address at which it comes back @throws Error when it does not, with a wrong password for instance
 */
export const walkSignIn = async (address: string, redirectUri: string, account: Account): Promise<string> => {
  const jar = new CookieJar();
  let response = await jar.fetch(address);
  for (let turn = 0; turn < 10; turn += 1) {
    const location = response.headers.get("location");
    if (location?.startsWith(redirectUri)) return location;
    if (location !== null) {
      response = await jar.fetch(new URL(location, address).href);
      continue;
    }
    const page = await response.text();
    const action = /<form[^>]*action="([^"]+)"/.exec(page)?.[1]?.replaceAll("&amp;", "&") ?? "";
    response = await jar.fetch(new URL(action, address).href, {
      method: "POST",
      body: new URLSearchParams({
        login: account.login,
        password: account.password,
        ...(account.code === undefined ? {} : { code: account.code() }),
      }),
    });
  }
  throw new Error(`${account.login} could not sign in`);
};
