import { parseArgs } from "node:util";
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

/** Prints the public keys for `npm run pack -- --board-keys`; `--add` makes the next one, `--sign-with` goes over to it. */
const { values } = parseArgs({
  options: {
    data: { type: "string", default: ".board" },
    add: { type: "boolean", default: false },
    "sign-with": { type: "string" },
  },
});

const databaseUrl = process.env.DATABASE_URL;
try {
  const database = databaseUrl ? await openPostgres(databaseUrl) : await openPglite(values.data);
  try {
    await createSchema(database);
    if (values.add) await addDocumentKey(database);
    const kid = values["sign-with"];
    if (kid !== undefined && !(await signWithDocumentKey(database, kid)))
      throw new Error(`Không có khóa ${kid} · there is no key ${kid}`);
    const pinned = keysToPin(publicKeySet(await documentKeys(database)), await boardKeys(database));
    console.log(JSON.stringify(pinned, null, 2));
  } finally {
    await database.close();
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
