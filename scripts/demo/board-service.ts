import { type Service, startService } from "./child-service.ts";

export interface BoardOptions {
  readonly port: number;
  /** Folder of the embedded database; kept when the board stops. */
  readonly dataDir: string;
  /** Address that clients use; must lead to this port. */
  readonly publicUrl: string;
  /** Managed cadres in the synthetic province. Left out: the board's own default. */
  readonly people?: number;
  /** Where sign-in may return to: the packed extension's own addresses. */
  readonly redirectUris?: readonly string[];
  /** Origins of portals, whose pages may read answers. */
  readonly corsOrigins?: readonly string[];
  /** Site profiles (files) that the board serves. Left out: those of the demo HISs as they lie in the checkout. */
  readonly siteProfiles?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

/** A demo account, as the board prints it when it starts. */
export interface PrintedAccount {
  readonly login: string;
  readonly password: string;
  readonly role: string;
  /** Where this person works, in Vietnamese. */
  readonly desk: string;
}

/** The board in its own process, and the accounts that it accepts. */
export interface BoardService extends Service {
  readonly accounts: readonly PrintedAccount[];
  /** JWK set, as text, of the keys with which it signs policy and profiles. */
  readonly documentKeys: string;
}

/** "account le.tan mat-khau receptionist (Quầy tiếp đón)" */
export const accountIn = (line: string): PrintedAccount | undefined => {
  const [, login, password, role, desk] = /^account (\S+) (\S+) (\S+) \((.*)\)$/.exec(line) ?? [];
  if (login === undefined || password === undefined || role === undefined || desk === undefined)
    return undefined;
  return { login, password, role, desk };
};

const each = (flag: string, values: readonly string[] = []): string[] =>
  values.flatMap((value) => [flag, value]);

/** Starts `npm run board`. Resolves when it answers. */
export const startBoardService = async (options: BoardOptions): Promise<BoardService> => {
  const accounts = new Map<string, PrintedAccount>();
  let documentKeys = "";
  const service = await startService({
    name: "board",
    entry: "packages/board-api/src/main.ts",
    args: [
      ...["--port", String(options.port), "--data", options.dataDir, "--public-url", options.publicUrl],
      ...(options.people === undefined ? [] : ["--people", String(options.people)]),
      ...each("--redirect-uri", options.redirectUris),
      ...each("--cors-origin", options.corsOrigins),
      ...each("--site-profile", options.siteProfiles),
    ],
    ready: /^board ready (http\S+)/,
    onLine: (line) => {
      const account = accountIn(line);
      if (account !== undefined) accounts.set(account.login, account);
      documentKeys = /^document-keys (\{.*\})$/.exec(line)?.[1] ?? documentKeys;
    },
    ...(options.env === undefined ? {} : { env: options.env }),
  });
  return {
    get url() {
      return service.url;
    },
    get running() {
      return service.running;
    },
    get accounts() {
      return [...accounts.values()];
    },
    get documentKeys() {
      return documentKeys;
    },
    start: service.start,
    stop: service.stop,
    kill: service.kill,
  };
};
