export { MemoryKeyStore, type OpenKeyStore } from "./keys/open-key-store.ts";
export {
  type Locks,
  openVault,
  type PageScope,
  type PatientStatement,
  type StatedPageKind,
  type StatedRow,
  type Vault,
  type VaultOptions,
} from "./service/vault.ts";
export { openDatabase, type VaultDatabase } from "./storage/database.ts";
export { StorageError } from "./storage/storage-error.ts";
