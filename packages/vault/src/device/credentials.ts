import type { AccessTokens } from "../sign-in/access-tokens.ts";
import type { DeviceTokens } from "./device-tokens.ts";

/**
 * Which credential a request to the board carries: the machine's own once IT has taken it in, so that delivery and
 * reading go on whoever is signed in; until then, or when it is refused, the user's.
 */
export class Credentials {
  readonly #device: DeviceTokens;
  readonly #user: AccessTokens;

  constructor(device: DeviceTokens, user: AccessTokens) {
    this.#device = device;
    this.#user = user;
  }

  /** @throws IssuerAwayError */
  async token(): Promise<string | null> {
    return (await this.#device.token()) ?? this.#user.token();
  }

  /** After a 401. False when only a person can help. */
  async renew(): Promise<boolean> {
    this.#device.forget();
    const own = await this.#device.token().catch(() => null);
    return own !== null || this.#user.renew();
  }
}
