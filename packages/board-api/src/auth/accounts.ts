import { randomBytes, scrypt, timingSafeEqual } from "node:crypto";
import type { Role } from "@cadre-care/domain";
import type { Database } from "../database/database.ts";

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
  | { readonly state: "wait" };

const COLUMNS = "login, subject, name, role, site, practitioner";

/** Five wrong passwords in a row make the account wait: 2 s, 4 s, 8 s … up to five minutes. */
export const signIn = async (database: Database, login: string, password: string): Promise<SignInResult> => {
  const [row] = await database.query<AccountRow>(
    `SELECT ${COLUMNS}, password, coalesce(retry_at > now(), false) AS waiting FROM account WHERE login = $1`,
    [login.trim().toLowerCase()],
  );
  const fits = await passwordFits(password, row?.password ?? NOBODY);
  if (!row) return { state: "refused" };
  if (row.waiting) return { state: "wait" };
  if (!fits) {
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
