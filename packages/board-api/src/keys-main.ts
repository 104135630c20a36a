import { existsSync } from "node:fs";
import { join } from "node:path";
import { readCommandLine } from "../../../scripts/command-line/read-command-line.ts";
import { runCommand } from "../../../scripts/command-line/run-command.ts";
import { UsageError } from "../../../scripts/command-line/usage-error.ts";
import { openPglite } from "./database/pglite-database.ts";
import { openPostgres } from "./database/postgres-database.ts";
import { createSchema } from "./database/schema.ts";
import { boardKeys, keysToPin } from "./devices/board-keys.ts";
import {
  addDocumentKey,
  documentKeys,
  publicKeySet,
  signWithDocumentKey,
} from "./documents/document-keys.ts";

const OPTIONS = {
  data: { type: "string", default: ".board" },
  add: { type: "boolean", default: false },
  "sign-with": { type: "string" },
} as const;

const USAGE = `In các khóa công khai của máy chủ, để đóng gói (npm run pack -- --board-keys).

  npm run --silent board:keys -- [--data THƯ_MỤC] [--add] [--sign-with KID]

  --data THƯ_MỤC   thư mục dữ liệu của máy chủ; .board nếu không ghi. Dùng PostgreSQL thì đặt DATABASE_URL
  --add            tạo khóa kế tiếp; chưa có gì được ký bằng khóa này
  --sign-with KID  từ nay ký bằng khóa này

Prints the server's public keys, for packing (npm run pack -- --board-keys).

  npm run --silent board:keys -- [--data DIR] [--add] [--sign-with KID]

  --data DIR       the server's data folder; .board unless told. For PostgreSQL set DATABASE_URL
  --add            makes the next key; nothing is signed with it yet
  --sign-with KID  signs with this key from now on`;

/** A mistyped folder would be a new board, whose keys no machine may trust. */
const openBoard = async (data: string) => {
  const databaseUrl = process.env.DATABASE_URL;
  if (databaseUrl) return openPostgres(databaseUrl);
  if (!existsSync(join(data, "pglite")))
    throw new UsageError(
      `Không có máy chủ nào ở ${data}: hãy xem lại đường dẫn, hoặc chạy máy chủ ở đó một lần trước (npm run board -- --data ${data}).`,
      `There is no board in ${data}: check the path, or start a board there once first (npm run board -- --data ${data}).`,
    );
  return openPglite(data);
};

/** Prints the public keys for `npm run pack -- --board-keys`; `--add` makes the next one, `--sign-with` goes over to it. */
const keys = async (argv: readonly string[]): Promise<void> => {
  const { data, add, "sign-with": kid } = readCommandLine(argv, OPTIONS);
  const database = await openBoard(data);
  try {
    await createSchema(database);
    if (add) await addDocumentKey(database);
    if (kid !== undefined && !(await signWithDocumentKey(database, kid)))
      throw new UsageError(`Không có khóa ${kid}.`, `There is no key ${kid}.`);
    const pinned = keysToPin(publicKeySet(await documentKeys(database)), await boardKeys(database));
    console.log(JSON.stringify(pinned, null, 2));
  } finally {
    await database.close();
  }
};

try {
  await runCommand({ options: OPTIONS, usage: () => USAGE, run: keys });
} catch (error) {
  // Such as a folder that a running board has open.
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
