import { matchPattern } from "../../match-pattern.ts";

/** What the browser is asked for before an origin's pages may be read. */
export const permissionFor = (origin: string): { origins: string[] } => ({ origins: [matchPattern(origin)] });

/** The origin of an address that an extension may be let into; undefined for all others. */
export const originOf = (address: string | undefined): string | undefined => {
  if (address === undefined || !URL.canParse(address)) return undefined;
  const { protocol, origin } = new URL(address);
  return /^https?:$/.test(protocol) ? origin : undefined;
};
