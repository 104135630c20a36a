import { randomBytes, scrypt, timingSafeEqual } from "node:crypto";
import type { Role } from "@cadre-care/domain";
import type { Database } from "../database/database.ts";
import { secondFactorStep } from "./second-factor.ts";

/** An account of the reference issuer. Production uses the province's own issuer. */
export interface Account {
  readonly login: string;
  readonly subject: string;
  readonly name: string;
  readonly role: Role;
  readonly site: string | null;
  /** Id of the user's Practitioner resource. */
  readonly practitioner: string;
}

interface AccountRow extends Account {
  readonly password: string;
  readonly waiting: boolean;
  readonly second_factor: string | null;
}

const derive = (password: string, salt: Buffer): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    scrypt(password.normalize("NFC"), salt, 32, { N: 16_384, r: 8, p: 1 }, (error, key) =>
      error ? reject(error) : resolve(key),
    );
  });

export const hashPassword = async (password: string): Promise<string> => {
  const salt = randomBytes(16);
  return `${salt.toString("base64url")}.${(await derive(password, salt)).toString("base64url")}`;
};

const passwordFits = async (password: string, hash: string): Promise<boolean> => {
  const [salt = "", key = ""] = hash.split(".");
  const expected = Buffer.from(key, "base64url");
  const actual = await derive(password, Buffer.from(salt, "base64url"));
  return expected.length === actual.length && timingSafeEqual(expected, actual);
};

/** Costs as much as checking a real password, so that an unknown login cannot be told apart by time. */
const NOBODY = "AAAAAAAAAAAAAAAAAAAAAA.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

export type SignInResult =
  | { readonly state: "signed-in"; readonly account: Account }
  | { readonly state: "refused" }
  | { readonly state: "no-second-factor" }
  | { readonly state: "wait" };

const COLUMNS = "login, subject, name, role, site, practitioner";

/** Spends the code's half minute, so that a code that somebody looked at works once. */
const codeFits = async (database: Database, row: AccountRow, code: string): Promise<boolean> => {
  const step = row.second_factor === null ? null : secondFactorStep(row.second_factor, code);
  if (step === null) return false;
  const spent = await database.query(
    `UPDATE account SET second_factor_step = $2
     WHERE login = $1 AND coalesce(second_factor_step, 0) < $2 RETURNING login`,
    [row.login, step],
  );
  return spent.length > 0;
};

/**
 * Checks a password, and where `code` is given the second factor too. Five wrong tries in a row make the account wait:
 * 2 s, 4 s, 8 s … up to five minutes.
 */
export const signIn = async (
  database: Database,
  login: string,
  password: string,
  code?: string,
): Promise<SignInResult> => {
  const [row] = await database.query<AccountRow>(
    `SELECT ${COLUMNS}, password, second_factor, coalesce(retry_at > now(), false) AS waiting
     FROM account WHERE login = $1`,
    [login.trim().toLowerCase()],
  );
  const fits = await passwordFits(password, row?.password ?? NOBODY);
  if (!row) return { state: "refused" };
  if (row.waiting) return { state: "wait" };
  if (fits && code !== undefined && row.second_factor === null) return { state: "no-second-factor" };
  if (!fits || (code !== undefined && !(await codeFits(database, row, code)))) {
    await database.query(
      `UPDATE account SET failures = failures + 1, retry_at = CASE WHEN failures >= 4
         THEN now() + least(300, power(2, least(failures - 3, 10))) * interval '1 second' END
       WHERE login = $1`,
      [row.login],
    );
    return { state: "refused" };
  }
  await database.query("UPDATE account SET failures = 0, retry_at = NULL WHERE login = $1", [row.login]);
  return { state: "signed-in", account: row };
};

export const findAccount = async (database: Database, subject: string): Promise<Account | undefined> =>
  (await database.query<Account>(`SELECT ${COLUMNS} FROM account WHERE subject = $1`, [subject]))[0];
