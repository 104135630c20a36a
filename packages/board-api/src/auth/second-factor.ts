import { TOTP } from "otpauth";

/** `acr` of a sign-in with password and a code of an authenticator app (RFC 8176 `otp`). */
export const SECOND_FACTOR = "urn:cadre-care:second-factor";

/** A sign-in with the second factor counts this long, in seconds; then it has to be done again. */
export const FRESH_SECONDS = 600;

const PERIOD = 30;
const totp = (secret: string): TOTP => new TOTP({ secret, period: PERIOD, digits: 6, algorithm: "SHA1" });

/** The half minute (RFC 6238 time step) that a code belongs to, one step of clock difference allowed; null: a wrong code. */
export const secondFactorStep = (secret: string, code: string, now = Date.now()): number | null => {
  const given = code.replaceAll(/\s/g, "");
  if (!/^\d{6}$/.test(given)) return null;
  const delta = totp(secret).validate({ token: given, timestamp: now, window: 1 });
  return delta === null ? null : Math.floor(now / 1000 / PERIOD) + delta;
};

/** What an authenticator app shows now: for the demo's accounts and for tests. */
export const secondFactorCode = (secret: string, now = Date.now()): string =>
  totp(secret).generate({ timestamp: now });
