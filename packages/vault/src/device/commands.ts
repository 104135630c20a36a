import { createLocalJWKSet, errors, type JWK, jwtVerify } from "jose";
import { z } from "zod";
import { IssuerAwayError } from "../sign-in/access-tokens.ts";
import type { VaultDatabase } from "../storage/database.ts";
import type { BoardDoor } from "./board-door.ts";

const META = "device-commands";
const TYPE = "cadre-command+jwt";
const CLOCKS_DIFFER_SECONDS = 120;

const kindSchema = z.enum(["wipe", "lock", "sync", "rotate"]);
export type CommandKind = z.infer<typeof kindSchema>;

const claimsSchema = z.object({ jti: z.string().uuid(), exp: z.number(), kind: z.string() });
const answerSchema = z.object({ commands: z.array(z.string().max(4_000)).max(200) });

/** What was carried out: never again, and told to the board until it has heard. */
const doneSchema = z.record(
  z.string(),
  z.object({ exp: z.number(), outcome: z.string(), told: z.boolean() }),
);
type Done = z.infer<typeof doneSchema>;

/** `later`: cannot be done now (keys are closed); it stays at the board. */
export type CommandOutcome = "done" | "later" | `refused-${string}`;

export interface BoardCommandsOptions {
  readonly database: VaultDatabase;
  readonly door: BoardDoor;
  /** The board's keys, pinned in the build. */
  readonly keys: readonly JWK[];
  /** This machine's id: the audience of its commands. */
  readonly device: string;
  /** The machine's own access token; null while it is not enrolled. @throws IssuerAwayError */
  readonly token: () => Promise<string | null>;
  /** Epoch milliseconds by the board's clock. */
  readonly clock: () => number;
  readonly carryOut: (kind: CommandKind) => Promise<CommandOutcome>;
}

/**
 * Commands of the board to this machine: signed by it, for this machine, with an id and an end (docs/vault-states.md).
 * They are fetched with the machine's own credential, so also while locked and when nobody has signed in.
 */
export class BoardCommands {
  readonly #options: BoardCommandsOptions;
  readonly #keySet: ReturnType<typeof createLocalJWKSet>;
  #turn: Promise<unknown> = Promise.resolve();

  constructor(options: BoardCommandsOptions) {
    this.#options = options;
    this.#keySet = createLocalJWKSet({ keys: [...options.keys] });
  }

  /** Fetches and carries out what waits, one asking after the other. False: the board could not be asked. */
  poll(): Promise<boolean> {
    const turn = this.#turn.then(() => this.#poll());
    this.#turn = turn.catch(() => undefined);
    return turn;
  }

  /** Resolves when nothing is being asked for or carried out. */
  async idle(): Promise<void> {
    await this.#turn;
  }

  async #poll(): Promise<boolean> {
    const token = await this.#token();
    if (token === null) return false;
    await this.#tell(token);
    const answer = await this.#options.door.get("/commands", token, answerSchema);
    if (!answer.ok) return false;
    for (const signed of answer.value.commands) await this.#take(signed);
    await this.#tell(token);
    return true;
  }

  async #token(): Promise<string | null> {
    try {
      return await this.#options.token();
    } catch (error) {
      if (error instanceof IssuerAwayError) return null;
      throw error;
    }
  }

  /** Anything that is not the board's word to this machine, now, is passed over in silence. */
  async #take(signed: string): Promise<void> {
    const claims = await this.#verified(signed);
    if (!claims || (await this.#done())[claims.jti]) return;
    const kind = kindSchema.safeParse(claims.kind);
    const outcome = kind.success ? await this.#options.carryOut(kind.data) : "refused-unknown";
    // Every command may be carried out twice without harm; a crash before this line does that and no more.
    if (outcome !== "later") await this.#note(claims.jti, { exp: claims.exp, outcome, told: false });
  }

  async #verified(signed: string): Promise<z.infer<typeof claimsSchema> | undefined> {
    try {
      const { payload } = await jwtVerify(signed, this.#keySet, {
        algorithms: ["ES256"],
        typ: TYPE,
        audience: this.#options.device,
        currentDate: new Date(this.#options.clock()),
        clockTolerance: CLOCKS_DIFFER_SECONDS,
        requiredClaims: ["jti", "iat", "exp", "kind"],
      });
      return claimsSchema.safeParse(payload).data;
    } catch (error) {
      if (error instanceof errors.JOSEError) return undefined;
      throw error;
    }
  }

  async #tell(token: string): Promise<void> {
    for (const [id, { outcome, told, exp }] of Object.entries(await this.#done())) {
      if (told) continue;
      const answer = await this.#options.door.post(
        `/commands/${id}/acknowledgement`,
        token,
        { outcome },
        z.object({}),
      );
      if (answer.ok) await this.#note(id, { exp, outcome, told: true });
    }
  }

  async #done(): Promise<Done> {
    const row = await this.#options.database.read(["meta"], (transaction) =>
      transaction.objectStore("meta").get(META),
    );
    const parsed = doneSchema.safeParse(row?.value);
    return parsed.success ? parsed.data : {};
  }

  /** An id is remembered until its command has ended by itself. */
  async #note(id: string, entry: Done[string]): Promise<void> {
    const now = this.#options.clock() / 1000 - CLOCKS_DIFFER_SECONDS;
    await this.#options.database.write(["meta"], async (transaction) => {
      const store = transaction.objectStore("meta");
      const before = doneSchema.safeParse((await store.get(META))?.value);
      const kept = Object.entries(before.success ? before.data : {}).filter(
        ([, { exp, told }]) => exp > now || !told,
      );
      await store.put({ key: META, value: { ...Object.fromEntries(kept), [id]: entry } });
    });
  }
}
