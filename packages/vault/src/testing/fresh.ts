import { SealedDirectory } from "../directory/sealed-directory.ts";
import { openDirectoryKeys } from "../keys/key-ring.ts";
import { mintDeviceKeys } from "../keys/open-keys.ts";
import { openDatabase, type VaultDatabase } from "../storage/database.ts";

let made = 0;

/** A database that no other test uses. */
export const freshDatabase = async (): Promise<{ name: string; database: VaultDatabase }> => {
  made += 1;
  const name = `vault-test-${made}-${crypto.randomUUID()}`;
  return { name, database: await openDatabase(name) };
};

/** An empty directory under fresh keys. */
export const freshDirectory = async () => {
  const { name, database } = await freshDatabase();
  const raw = mintDeviceKeys().directory;
  return { name, database, raw, directory: new SealedDirectory(database, await openDirectoryKeys(raw)) };
};
