import { readFileSync } from "node:fs";
import type { ParseArgsConfig } from "node:util";
import { type BoardKey, boardKeySetSchema } from "@cadre-care/fhir";
import { readCommandLine } from "../../../../../scripts/command-line/read-command-line.ts";
import { UsageError } from "../../../../../scripts/command-line/usage-error.ts";

export type Account = "desk" | "office";

/** What `npm run contract` is told. */
export interface ContractOptions {
  /** Base address of the board, without a slash at the end. */
  readonly board: string;
  readonly deskToken: string | undefined;
  readonly officeToken: string | undefined;
  /** Accounts to sign in with, in a browser of this machine. */
  readonly signIn: readonly Account[];
  /** Where sign-in comes back to on this machine. */
  readonly port: number;
  /** A return address that the sign-in server knows. */
  readonly redirectUri: string;
  readonly persons: readonly string[];
  readonly documentKeys: readonly BoardKey[] | undefined;
  readonly origins: readonly string[];
  readonly burst: number;
  readonly json: string | undefined;
}

const PORT = 8788;
const MOST_AT_ONCE = 20_000;
const LOOPBACK = new Set(["localhost", "127.0.0.1", "[::1]"]);

const boardAddress = (given: string | undefined): string => {
  if (given === undefined || !URL.canParse(given))
    throw new UsageError("Cần có --board ĐỊA_CHỈ của máy chủ.", "Needed: --board URL of the server.");
  const url = new URL(given);
  if (url.protocol !== "https:" && !(url.protocol === "http:" && LOOPBACK.has(url.hostname)))
    throw new UsageError(
      "Máy chủ phải dùng https (http chỉ cho chính máy này).",
      "The server's address must be https (http is for this machine only).",
    );
  if (url.username !== "" || url.password !== "" || url.search !== "" || url.hash !== "")
    throw new UsageError(
      "Địa chỉ máy chủ chỉ gồm tên và đường dẫn.",
      "The server's address has host and path only.",
    );
  return url.href.replace(/\/+$/, "");
};

const read = (file: string): string => {
  try {
    return readFileSync(file, "utf8");
  } catch {
    throw new UsageError(`Không đọc được tệp ${file}.`, `Cannot read the file ${file}.`);
  }
};

/** A token never stands in the command line, where other users of the machine could read it. */
const tokenIn = (file: string | undefined): string | undefined => {
  if (file === undefined) return undefined;
  const token = read(file).trim();
  if (!/^[\x21-\x7e]+$/.test(token))
    throw new UsageError(
      `Tệp ${file} phải chứa đúng một mã truy cập.`,
      `The file ${file} must hold one access token and nothing else.`,
    );
  return token;
};

const keysIn = (file: string | undefined): readonly BoardKey[] | undefined => {
  if (file === undefined) return undefined;
  try {
    return boardKeySetSchema.parse(JSON.parse(read(file))).keys;
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(
      `Khóa trong ${file} không dùng được: cần tập khóa JWK công khai, ES256.`,
      `The keys in ${file} are not usable: a set of public JWKs is needed, ES256.`,
    );
  }
};

const wholeNumber = (given: string | undefined, name: string, most: number, otherwise: number): number => {
  const value = given === undefined ? otherwise : Number(given);
  if (Number.isInteger(value) && value >= 0 && value <= most) return value;
  throw new UsageError(`--${name} là một số từ 0 đến ${most}.`, `--${name} is a number from 0 to ${most}.`);
};

const isAccount = (value: string): value is Account => value === "desk" || value === "office";

/** What the command line may have; each is explained in usage.ts. */
export const CONTRACT_OPTIONS = {
  board: { type: "string" },
  token: { type: "string" },
  "office-token": { type: "string" },
  "sign-in": { type: "string", multiple: true, default: [] },
  port: { type: "string" },
  "redirect-uri": { type: "string" },
  person: { type: "string", multiple: true, default: [] },
  "board-keys": { type: "string" },
  origin: { type: "string", multiple: true, default: [] },
  burst: { type: "string" },
  json: { type: "string" },
  help: { type: "boolean", short: "h", default: false },
} as const satisfies ParseArgsConfig["options"];

/** Reads the command line of `npm run contract`. @throws UsageError */
export const readContractOptions = (argv: readonly string[]): ContractOptions => {
  const values = readCommandLine(argv, CONTRACT_OPTIONS);
  const signIn = values["sign-in"].filter(isAccount);
  if (signIn.length !== values["sign-in"].length)
    throw new UsageError("--sign-in là desk hoặc office.", "--sign-in is desk or office.");
  if (!values.origin.every((origin) => /^[a-z-]+:\/\/[^/\s]+$/.test(origin)))
    throw new UsageError(
      "--origin gồm giao thức và tên máy, không có đường dẫn.",
      "--origin has scheme and host, and no path.",
    );
  const port = wholeNumber(values.port, "port", 65_535, PORT);
  return {
    board: boardAddress(values.board),
    deskToken: tokenIn(values.token),
    officeToken: tokenIn(values["office-token"]),
    signIn,
    port,
    redirectUri: values["redirect-uri"] ?? `http://127.0.0.1:${port}/signed-in`,
    persons: values.person,
    documentKeys: keysIn(values["board-keys"]),
    origins: values.origin,
    burst: wholeNumber(values.burst, "burst", MOST_AT_ONCE, 0),
    json: values.json,
  };
};
