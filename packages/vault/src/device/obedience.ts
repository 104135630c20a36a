import type { Result } from "@cadre-care/domain";
import type { MachineKeys } from "../service/vault.ts";
import type { Session } from "../session/session.ts";
import type { VaultDatabase } from "../storage/database.ts";
import type { BoardDoor } from "./board-door.ts";
import { BoardCommands, type CommandKind, type CommandOutcome } from "./commands.ts";
import type { MachineAtBoard } from "./machine-at-board.ts";

/** How often the board is asked for commands to this machine. */
const EVERY_MS = 5 * 60_000;

export interface ObedienceOptions {
  readonly database: VaultDatabase;
  readonly door: BoardDoor;
  readonly machine: MachineAtBoard;
  readonly session: Session;
  readonly keys: MachineKeys | undefined;
  /** The machine's own access token. @throws IssuerAwayError */
  readonly token: () => Promise<string | null>;
  /** This machine's clock, for waiting. */
  readonly now: () => number;
  /** The board's clock, for what it signed. */
  readonly clock: () => number;
  readonly online: () => boolean;
  /** Makes new keys for this machine, and goes on with them. */
  readonly rotate: () => Promise<Result<unknown>>;
  /** Delivers and reads whatever the open keys allow. */
  readonly synchronise: () => Promise<void>;
}

/** When the board is asked what this machine is to do, and what each command means here (docs/vault-states.md). */
export class Obedience {
  readonly #options: ObedienceOptions;
  readonly #commands: BoardCommands | undefined;
  #askedAt = Number.NEGATIVE_INFINITY;

  constructor(options: ObedienceOptions) {
    this.#options = options;
    const { database, door, session, keys, token, clock } = options;
    this.#commands =
      keys &&
      new BoardCommands({
        database,
        door,
        keys: keys.commandKeys,
        device: session.device.id,
        token,
        clock,
        carryOut: (kind) => this.#carryOut(kind),
      });
  }

  /** When commands are asked for again; null while this machine is not enrolled. */
  nextAt(): number | null {
    const enrolled = this.#commands && this.#options.machine.facts.state !== "not-enrolled";
    const now = this.#options.now();
    return enrolled ? Math.min(this.#askedAt + EVERY_MS, now + EVERY_MS) : null;
  }

  /** What waited for keys to be open, or for enrolment, may be asked for at once. */
  soon(): void {
    this.#askedAt = Number.NEGATIVE_INFINITY;
  }

  /** Asks and obeys, when it is time. What is being carried out already is waited for: it may change the keys. */
  async obey(): Promise<void> {
    const at = this.nextAt();
    if (at === null || at > this.#options.now() || !this.#options.online()) return this.#commands?.idle();
    this.#askedAt = this.#options.now();
    await this.#commands?.poll();
  }

  async #carryOut(kind: CommandKind): Promise<CommandOutcome> {
    const { session, rotate, synchronise } = this.#options;
    switch (kind) {
      case "wipe": {
        const wiped = await session.wipe();
        return wiped.ok ? "done" : `refused-${wiped.problem.code}`;
      }
      case "lock":
        await session.lock();
        return "done";
      case "rotate":
        return (await rotate()).ok ? "done" : "later";
      case "sync":
        await synchronise();
        return "done";
    }
  }
}
