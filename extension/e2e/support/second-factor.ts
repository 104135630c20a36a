import { readFileSync } from "node:fs";
import { TOTP } from "otpauth";
import { z } from "zod";
import type { Account } from "../harness/sign-in.ts";

const accounts = z
  .array(z.object({ login: z.string(), password: z.string(), secondFactor: z.string() }))
  .parse(
    JSON.parse(
      readFileSync(new URL("../../../packages/board-api/demo/accounts.json", import.meta.url), "utf8"),
    ),
  );

/** A demo account with its authenticator app. The board takes each code once. */
export const withSecondFactor = (login: string): Account & { readonly code: () => string } => {
  const account = accounts.find((one) => one.login === login);
  if (account === undefined) throw new Error(`no demo account ${login}`);
  return {
    login,
    password: account.password,
    code: () => new TOTP({ secret: account.secondFactor }).generate(),
  };
};
