import { type BoardKey, boardKeySetSchema } from "@cadre-care/fhir";
import { z } from "zod";
import { PackError } from "./pack-error.ts";
import { readJson } from "./read-json.ts";

const key = z.looseObject({
  kty: z.literal("EC"),
  crv: z.literal("P-256"),
  x: z.string(),
  y: z.string(),
  kid: z.string(),
  d: z.undefined().optional(),
});

/** Public keys alone: a private one is refused. A board without machines of its own gives the set alone. */
const pinnedKeysSchema = z.intersection(
  boardKeySetSchema,
  z.object({ escrow: key, commands: z.array(key).min(1) }).or(z.object({ escrow: z.undefined().optional() })),
);

/** What a build trusts, fixed when it is packed. */
export interface PinnedKeys {
  /** The keys that sign the board's documents; what none of them signed is refused. */
  readonly boardKeys: readonly BoardKey[];
  /** The keys for the hospital's machines: where their keys are put in escrow, and who signs their commands. */
  readonly machineKeys?: {
    readonly escrowKey: z.infer<typeof key>;
    readonly commandKeys: readonly z.infer<typeof key>[];
  };
}

const pinned = (source: string, content: unknown): PinnedKeys => {
  const parsed = pinnedKeysSchema.safeParse(content);
  if (!parsed.success) {
    const place = parsed.error.issues[0]?.path.join(".") || "-";
    throw new PackError(
      `Khóa trong ${source} không dùng được (${place}): cần tập khóa JWK công khai, ES256, mỗi khóa một kid riêng, không có khóa bí mật.`,
      `The keys in ${source} are not usable (${place}): a set of public JWKs is needed, ES256, each with its own kid, no private key.`,
    );
  }
  const { keys, ...machines } = parsed.data;
  return {
    boardKeys: keys,
    ...("commands" in machines
      ? { machineKeys: { escrowKey: machines.escrow, commandKeys: machines.commands } }
      : {}),
  };
};

/** From a file that `npm run board:keys` wrote, or that the managing unit handed over. @throws PackError */
export const readBoardKeys = (file: string): PinnedKeys => pinned(file, readJson(file));

/** Asks the board itself. Whoever packs compares what is printed with the managing unit. @throws PackError */
export const fetchBoardKeys = async (board: string): Promise<PinnedKeys> => {
  const address = `${board}/board-keys`;
  let content: unknown;
  try {
    const answer = await fetch(address, { redirect: "error", signal: AbortSignal.timeout(15_000) });
    if (!answer.ok) throw new Error(`HTTP ${answer.status}`);
    content = await answer.json();
  } catch (error) {
    // A refused connection says only "fetch failed"; what failed is its cause.
    const failure = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    const said = failure instanceof Error ? failure.message : String(failure);
    // Of a name with several addresses the cause says nothing but its code.
    const reason =
      said || (failure instanceof Error && "code" in failure ? String(failure.code) : String(error));
    throw new PackError(
      `Không lấy được khóa công khai từ ${address} (${reason}). Máy chủ đã chạy chưa? Kiểm tra địa chỉ, hoặc đưa tệp khóa bằng --board-keys TỆP.`,
      `Cannot get the public keys from ${address} (${reason}). Is the server running? Check the address, or give the keys with --board-keys FILE.`,
    );
  }
  return pinned(address, content);
};
