import type { Problem } from "@cadre-care/domain";
import { MemoryKeyStore } from "../keys/open-key-store.ts";
import { openVault } from "../service/open-vault.ts";
import type { Vault, VaultOptions } from "../service/vault.ts";
import { StorageError } from "../storage/storage-error.ts";
import { keepInStep, type Peers } from "./peers.ts";
import { portalProblems } from "./portal-problems.ts";
import type { PortalOptions } from "./to-worker.ts";

/** What a worker brings that tests replace. */
export type PortalPlatform = Pick<VaultOptions, "fetch" | "now" | "random" | "locks" | "online">;

/** A page that asked to sign in: shows the board's page and resolves with the address that came back. */
export type Asker = (url: string) => Promise<string>;

/** Timers longer than this overflow; the vault is woken and announces the next time again. */
const LONGEST_MS = 2 ** 31 - 1;

const same = (one: PortalOptions, other: PortalOptions): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

/**
 * The one vault of a portal's worker (DESIGN 6b). Open keys live in this worker's memory and end with it: a SharedWorker
 * with the last tab, a dedicated one with its tab. Other workers may have vaults on the same database: where there is no
 * SharedWorker, and while tabs of an older version of the portal are open.
 */
export class PortalHost {
  readonly #platform: PortalPlatform;
  readonly #stale: () => void;
  readonly #askers: Asker[] = [];
  #options: PortalOptions | undefined;
  #opening: Promise<Vault> | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #others: Peers | undefined;

  /** `stale`: this vault was closed, since another worker knows more; pages must greet again. */
  constructor(platform: PortalPlatform, stale: () => void) {
    this.#platform = platform;
    this.#stale = stale;
  }

  /** The vault, or why there is none. A failed opening (full disk, private mode) is tried again at the next need. */
  async vault(options: PortalOptions): Promise<Vault | Problem> {
    this.#options ??= options;
    if (!same(this.#options, options)) return portalProblems.problem("portal-options-differ");
    this.#opening ??= this.#open(options);
    try {
      return await this.#opening;
    } catch (cause) {
      this.#opening = undefined;
      if (cause instanceof StorageError) return cause.problem;
      throw cause;
    }
  }

  /** The next sign-in is this page's. */
  signsIn(asker: Asker): void {
    this.#askers.push(asker);
  }

  /** Somebody works with one of the tabs. */
  async activity(): Promise<void> {
    (await this.#opened())?.noteActivity();
    this.#others?.activity();
  }

  /** Does whatever is due. What the store refuses is said by the views. */
  async wake(): Promise<void> {
    const vault = await this.#opened();
    await vault?.wake().catch((cause: unknown) => {
      if (!(cause instanceof StorageError)) throw cause;
    });
  }

  /** Undefined when it could not be opened: whoever asked for it hears why. */
  async #opened(): Promise<Vault | undefined> {
    return this.#opening?.catch(() => undefined);
  }

  async #open(options: PortalOptions): Promise<Vault> {
    const vault = await openVault({
      ...options,
      ...this.#platform,
      openKeys: new MemoryKeyStore(),
      shared: true,
      authorise: (url) => {
        const asker = this.#askers.shift();
        return asker ? asker(url) : Promise.reject(new Error("no page to sign in from"));
      },
      onWake: (at) => this.#wakeAt(at),
    });
    this.#wakeAt(vault.nextWake());
    this.#others = keepInStep(vault, `${options.databaseName}/peers`, () => void this.#reopen(vault));
    // What waited before this worker began is shown, and sent if it is due; nobody waits for that.
    void this.wake();
    return vault;
  }

  async #reopen(vault: Vault): Promise<void> {
    this.#others?.end();
    this.#opening = undefined;
    await vault.close();
    this.#stale();
  }

  #wakeAt(at: number | null): void {
    clearTimeout(this.#timer);
    if (at === null) return;
    const delay = Math.min(Math.max(0, at - this.#platform.now()), LONGEST_MS);
    this.#timer = setTimeout(() => void this.wake(), delay);
  }
}
