export { MemoryKeyStore, type OpenKeyStore } from "./keys/open-key-store.ts";
export { openVault } from "./service/open-vault.ts";
export type {
  Locks,
  MachineKeys,
  PageScope,
  PatientStatement,
  StatedPageKind,
  StatedRow,
  Vault,
  VaultMarker,
  VaultOptions,
} from "./service/vault.ts";
export type { MachineLimits } from "./session/machine-limits.ts";
export type { SiteSighting } from "./site/site-sighting.ts";
export { openDatabase, type VaultDatabase } from "./storage/database.ts";
export { StorageError } from "./storage/storage-error.ts";
export { turnJournal } from "./storage/turn-journal.ts";
