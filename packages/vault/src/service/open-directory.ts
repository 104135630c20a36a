import type { Result, SessionView } from "@cadre-care/domain";
import { SealedDirectory } from "../directory/sealed-directory.ts";
import type { DirectoryKeys } from "../keys/key-ring.ts";
import { inBackground } from "./in-background.ts";
import { Topic } from "./topic.ts";
import type { VaultParts } from "./vault-parts.ts";

/** As long as receipts are kept where the policy does not say. */
const RECEIPT_DAYS = 30;
const DAY_MS = 86_400_000;

export interface OpenDirectoryOptions {
  /** Keys are open: what waited for them, such as a rotation, goes first. */
  readonly unlocked: () => void;
  /** Directory, policy and forms are there again; not called when the keys changed meanwhile. */
  readonly opened: () => Promise<void>;
  readonly locked: () => void;
  /** Keys opened, closed or changed. */
  readonly changed: () => void;
  /** Ends whatever else reads from the board under the old keys. */
  readonly endReadings: () => void;
  /** Reads everything from the board. */
  readonly synchronise: () => Promise<unknown>;
}

/** The directory, there while the session's keys are open, and again under new ones after a rotation. */
export class OpenDirectory {
  /** How often the machine's keys were changed here. */
  readonly rotations = new Topic(0);
  #keys: DirectoryKeys | undefined;
  #opening: Promise<void> = Promise.resolve();
  #repairing: SealedDirectory | undefined;

  constructor(
    private readonly parts: VaultParts,
    private readonly options: OpenDirectoryOptions,
  ) {}

  /** Resolves when what was opened last has its policy and index again. */
  get opening(): Promise<void> {
    return this.#opening;
  }

  /** Takes the keys that the session has now. */
  takeKeys(): void {
    const keys = this.parts.session.directoryKeys;
    if (keys === this.#keys) return;
    this.#keys = keys;
    if (keys) this.#unlocked(keys);
    else this.#locked();
    this.options.changed();
  }

  /**
   * New keys, taken at once, as they show in no session. A reading under the old ones ends first: the directory that it
   * writes to is emptied. One that waits meanwhile finds the new directory.
   */
  rotate(): Promise<Result<SessionView>> {
    const { parts } = this;
    parts.keeper.closed();
    this.options.endReadings();
    return parts.alone(async () => {
      const { directory } = parts;
      const keys = this.#keys;
      // Nobody is looked up in a directory that is being emptied.
      parts.directory = undefined;
      try {
        const rotated = await parts.session.rotate();
        if (rotated.ok) this.rotations.set(this.rotations.value + 1);
        return rotated;
      } finally {
        this.takeKeys();
        if (directory && this.#keys === keys) {
          parts.directory = directory;
          parts.changed();
        }
      }
    });
  }

  /** A row does not open: everything is read from the board again, once for each unlocking. */
  repair(directory: SealedDirectory): void {
    if (this.#repairing === directory) return;
    this.#repairing = directory;
    inBackground(directory.forgetCursor().then(() => this.options.synchronise()));
  }

  #unlocked(keys: DirectoryKeys): void {
    const { database, keeper, forms, session } = this.parts;
    const directory = new SealedDirectory(database, keys);
    this.parts.directory = directory;
    this.options.unlocked();
    this.#opening = Promise.all([directory.loaded(), keeper.opened(), forms.refresh()]).then(() =>
      // Only now it is known how long the policy lets a session be idle.
      session.lockIfIdle(),
    );
    inBackground(
      this.#opening.then(async () => {
        if (this.#keys !== keys) return;
        this.parts.changed();
        await forms.keeping.purge((keeper.policy?.receiptDays ?? RECEIPT_DAYS) * DAY_MS);
        await this.options.opened();
      }),
    );
  }

  #locked(): void {
    const { parts } = this;
    parts.directory = undefined;
    this.#opening = Promise.resolve();
    parts.keeper.closed();
    parts.changed();
    inBackground(parts.forms.refresh());
    this.options.locked();
  }
}
