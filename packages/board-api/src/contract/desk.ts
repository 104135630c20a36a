import type { Role } from "@cadre-care/domain";
import { demoAccounts } from "../demo/demo-data.ts";
import { Desk } from "./calls.ts";
import { REDIRECT_URI, signIn } from "./sign-in.ts";

export const signedIn = async (url: string, login: string): Promise<Desk> => {
  const account = demoAccounts().find((one) => one.login === login);
  if (!account) throw new Error(`no demo account ${login}`);
  return new Desk(url, (await signIn(url, account.login, account.password)).access_token);
};

export const DESK_OF: Readonly<Record<Role, string>> = {
  receptionist: "letan",
  doctor: "bacsi",
  "board-officer": "quanly",
  it: "cntt",
};

export interface Desks {
  readonly url: string;
  readonly receptionist: Desk;
  readonly second: Desk;
  readonly doctor: Desk;
  readonly officer: Desk;
  readonly it: Desk;
  readonly nobody: Desk;
}

/** Everybody signed in at one board. */
export const signEverybodyIn = async (url: string): Promise<Desks> => ({
  url,
  receptionist: await signedIn(url, "letan"),
  second: await signedIn(url, "letan2"),
  doctor: await signedIn(url, "bacsi"),
  officer: await signedIn(url, "quanly"),
  it: await signedIn(url, "cntt"),
  nobody: new Desk(url, undefined),
});

export { Answer, type AnswerBundle, Desk } from "./calls.ts";
export { REDIRECT_URI };
