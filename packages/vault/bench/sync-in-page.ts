import type { BoardKey } from "@cadre-care/fhir";
import { MemoryKeyStore } from "../src/keys/open-key-store.ts";
import { openVault } from "../src/service/open-vault.ts";

declare global {
  /** Signs in at the board's page in another tab; answers the address that it came back to. */
  var authorise: (url: string) => Promise<string>;
}

/** Sign-in, then a first synchronisation with everything, then one in which nothing has changed. Milliseconds. */
export const synchroniseWith = async (
  board: string,
  boardKeys: readonly BoardKey[],
): Promise<{ full: number; again: number; entries: number }> => {
  const vault = await openVault({
    databaseName: `sync-${crypto.randomUUID()}`,
    board,
    boardKeys,
    clientId: "cadre-care-extension",
    redirectUri: `${location.origin}/back`,
    authorise: (url) => globalThis.authorise(url),
    site: "bv-tinh",
    openKeys: new MemoryKeyStore(),
    fetch: (...request) => fetch(...request),
    now: Date.now,
    random: Math.random,
    locks: navigator.locks,
    // Nothing in the background beside what is measured.
    online: () => false,
  });
  const signedIn = await vault.session.signIn();
  if (!signedIn.ok) throw new Error(signedIn.problem.code);
  const opened = await vault.session.createSecret("246810-246810");
  if (!opened.ok) throw new Error(opened.problem.code);
  const run = async (): Promise<{ ms: number; entries: number }> => {
    const start = performance.now();
    const result = await vault.synchronise();
    if (!result.ok) throw new Error(result.problem.code);
    return { ms: performance.now() - start, entries: result.value.entries ?? 0 };
  };
  const first = await run();
  const second = await run();
  await vault.close();
  return { full: first.ms, again: second.ms, entries: first.entries };
};
