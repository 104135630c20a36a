import type { Unsubscribe } from "@cadre-care/domain";
import { managedProblems } from "./managed-problems.ts";
import { type MachineSettings, type ManagedBuild, machineSettings, shutFor } from "./managed-settings.ts";

/** What Firefox says where a machine has no managed storage at all; Chromium gives an empty one. */
const NONE_IN_FIREFOX = /managed storage manifest not found/iu;

const withoutManifest = (error: unknown): boolean =>
  NONE_IN_FIREFOX.test(error instanceof Error ? error.message : String(error));

const same = (one: MachineSettings, other: MachineSettings): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

/**
 * This machine's managed settings. Before they were read, and whenever the browser cannot hand them over, the machine is
 * shut.
 */
export class ManagedStore {
  #value: MachineSettings = shutFor(managedProblems.unreadable());
  readonly #listeners = new Set<(settings: MachineSettings) => void>();
  readonly #stored: () => Promise<unknown>;
  readonly #build: ManagedBuild;
  #turn: Promise<void> = Promise.resolve();

  /** `stored`: asks the browser for everything in managed storage. */
  constructor(stored: () => Promise<unknown>, build: ManagedBuild) {
    this.#stored = stored;
    this.#build = build;
  }

  get value(): MachineSettings {
    return this.#value;
  }

  /** Reads again, one reading after the other: `value` is what this one found, or a later one. */
  read(): Promise<void> {
    const turn = this.#turn.then(() => this.#read());
    this.#turn = turn.catch(() => undefined);
    return turn;
  }

  /** The listener is called at once with the present settings, then at every change. */
  subscribe(listener: (settings: MachineSettings) => void): Unsubscribe {
    this.#listeners.add(listener);
    listener(this.#value);
    return () => this.#listeners.delete(listener);
  }

  async #read(): Promise<void> {
    const settings = await this.#settings();
    if (same(settings, this.#value)) return;
    this.#value = settings;
    for (const listener of [...this.#listeners]) listener(settings);
  }

  async #settings(): Promise<MachineSettings> {
    try {
      return machineSettings(await this.#stored(), this.#build);
    } catch (error) {
      return withoutManifest(error)
        ? machineSettings(undefined, this.#build)
        : shutFor(managedProblems.unreadable());
    }
  }
}
