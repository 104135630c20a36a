import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { type BoardKey, boardKeySetSchema } from "@cadre-care/fhir";
import { readSiteProfile, type SiteProfile } from "@cadre-care/his";
import { z } from "zod";

const key = z.looseObject({
  kty: z.literal("EC"),
  crv: z.literal("P-256"),
  x: z.string(),
  y: z.string(),
  kid: z.string(),
  d: z.undefined().optional(),
});

/** Public keys alone: a private one in the file is refused. */
const machineKeysSchema = z.object({ escrow: key, commands: z.array(key).min(1) });

export interface MachineKeysOfBoard {
  readonly escrowKey: z.infer<typeof key>;
  readonly commandKeys: readonly z.infer<typeof key>[];
}

/** What `npm run pack` is told. */
export interface PackOptions {
  readonly profiles: readonly SiteProfile[];
  /** Base address of the board without a trailing slash. */
  readonly board: string;
  /** The board's public keys; what none of them signed is refused. */
  readonly boardKeys: readonly BoardKey[];
  /** Folder that receives `chromium/`, `firefox/` and a zip of each. */
  readonly out: string;
  /** PEM file whose public half pins the Chromium id; made when it does not exist. */
  readonly key: string;
  /** Firefox id. */
  readonly geckoId: string;
  readonly version: string;
  /** The board's keys for this hospital's machines, as `<board>/board-keys` gives them. */
  readonly machineKeys?: MachineKeysOfBoard;
}

/** A call that cannot be packed; the message says what to mend, in Vietnamese and English. */
export class PackError extends Error {
  constructor(vi: string, en: string) {
    super(`${vi}\n${en}`);
    this.name = "PackError";
  }
}

const readJson = (file: string): unknown => {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new PackError(`Không đọc được tệp ${file}: ${reason}`, `Cannot read ${file}: ${reason}`);
  }
};

export const readProfileFile = (file: string): SiteProfile => {
  const profile = readSiteProfile(readJson(file));
  if (profile.ok) return profile.value;
  const { vi, en } = profile.problem.message;
  throw new PackError(
    `Hồ sơ trang ${file} không dùng được: ${vi}`,
    `Site profile ${file} is not usable: ${en}`,
  );
};

/** A JWK set of public keys only: a private key must never travel in a build. @throws PackError */
export const readBoardKeys = (file: string): readonly BoardKey[] => {
  const parsed = boardKeySetSchema.safeParse(readJson(file));
  if (parsed.success) return parsed.data.keys;
  const place = parsed.error.issues[0]?.path.join(".") || "-";
  throw new PackError(
    `Tệp khóa ${file} không dùng được (${place}): cần tập khóa JWK công khai, ES256, mỗi khóa một kid riêng, không có khóa bí mật.`,
    `Key file ${file} is not usable (${place}): a set of public JWKs is needed, ES256, each with its own kid, no private key.`,
  );
};

export const readMachineKeys = (file: string): MachineKeysOfBoard => {
  const parsed = machineKeysSchema.safeParse(readJson(file));
  if (parsed.success) return { escrowKey: parsed.data.escrow, commandKeys: parsed.data.commands };
  throw new PackError(
    `Tệp khóa ${file} không đúng: cần nội dung của <máy chủ>/board-keys (chỉ khóa công khai).`,
    `${file} holds no board keys: it must be what <board>/board-keys gives (public keys only).`,
  );
};

const boardAddress = (given: string): string => {
  if (!URL.canParse(given))
    throw new PackError(`Địa chỉ máy chủ không hợp lệ: ${given}`, `Not an address: ${given}`);
  const url = new URL(given);
  const loopback = ["localhost", "127.0.0.1", "[::1]"].includes(url.hostname);
  if (url.protocol !== "https:" && !(url.protocol === "http:" && loopback))
    throw new PackError(
      "Máy chủ của đơn vị quản lý phải dùng https.",
      "The board's address must be https (http is for this machine only).",
    );
  return url.href.replace(/\/$/, "");
};

/** Reads the command line of `npm run pack`. @throws PackError */
export const readPackOptions = (argv: readonly string[], version: string): PackOptions => {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      profile: { type: "string", multiple: true },
      board: { type: "string" },
      "board-keys": { type: "string" },
      out: { type: "string" },
      key: { type: "string" },
      "gecko-id": { type: "string" },
      "machine-keys": { type: "string" },
    },
  });
  const { profile: files = [], board, "board-keys": boardKeys, out } = values;
  if (files.length === 0 || board === undefined || boardKeys === undefined || out === undefined)
    throw new PackError(
      "Cần có --profile TỆP (một hoặc nhiều), --board ĐỊA_CHỈ, --board-keys TỆP và --out THƯ_MỤC.",
      "Needed: --profile FILE (one or more), --board URL, --board-keys FILE and --out DIR.",
    );
  const profiles = files.map(readProfileFile);
  return {
    profiles,
    board: boardAddress(board),
    boardKeys: readBoardKeys(boardKeys),
    out,
    key: values.key ?? `${out}/extension-key.pem`,
    geckoId: values["gecko-id"] ?? `${profiles.map(({ id }) => id).join(".")}@cadre-care.example`,
    version,
    ...(values["machine-keys"] === undefined ? {} : { machineKeys: readMachineKeys(values["machine-keys"]) }),
  };
};
