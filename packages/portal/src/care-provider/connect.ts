import { type Problem, type Result, success } from "@cadre-care/domain";
import { boardKeySetSchema } from "@cadre-care/fhir";
import { type ConnectOptions, connectVault, type PortalCareService } from "@cadre-care/vault/portal";
import { providerProblems } from "./provider-problems.ts";

/** What the page says about its board, as attributes. */
export interface ProviderAttributes {
  readonly board: string;
  readonly boardKeys: unknown;
  readonly site: string;
  readonly redirectUri: string;
  readonly clientId: string | undefined;
  readonly databaseName: string | undefined;
}

const addressIn = (text: string, base?: string): URL | undefined =>
  URL.canParse(text, base) ? new URL(text, base) : undefined;

const isBoard = (text: string): boolean => {
  const url = addressIn(text);
  // A board on this machine is for trying things out.
  const safe = url?.protocol === "https:" || url?.hostname === "127.0.0.1" || url?.hostname === "localhost";
  return safe && !text.endsWith("/");
};

const ofThisOrigin = (text: string): string | undefined => {
  const url = text === "" ? undefined : addressIn(text, document.baseURI);
  return url?.origin === location.origin ? url.href : undefined;
};

const keysIn = (given: unknown): ConnectOptions["boardKeys"] | undefined => {
  const parsed = boardKeySetSchema.safeParse(Array.isArray(given) ? { keys: given } : given);
  return parsed.success ? parsed.data.keys : undefined;
};

const optionsOf = (given: ProviderAttributes): Result<ConnectOptions> => {
  const { board, site, clientId, databaseName } = given;
  if (!isBoard(board)) return providerProblems.refuse("provider-board");
  const boardKeys = keysIn(given.boardKeys);
  if (boardKeys === undefined || boardKeys.length === 0)
    return providerProblems.refuse("provider-board-keys");
  if (site.trim() === "") return providerProblems.refuse("provider-site");
  const redirectUri = ofThisOrigin(given.redirectUri);
  if (redirectUri === undefined) return providerProblems.refuse("provider-redirect-uri");
  return success({
    ...{ board, boardKeys, site, redirectUri },
    ...(clientId === undefined ? {} : { clientId }),
    ...(databaseName === undefined ? {} : { databaseName }),
  });
};

/** The vault of this page. `failed` hears why it could not be opened. */
export const connect = (
  given: ProviderAttributes,
  failed: (problem: Problem) => void,
): Result<PortalCareService> => {
  const options = optionsOf(given);
  if (!options.ok) return options;
  const service = connectVault(options.value);
  void service.ready.then((ready) => {
    if (!ready.ok && !service.ended.aborted) failed(ready.problem);
  });
  return success(service);
};
