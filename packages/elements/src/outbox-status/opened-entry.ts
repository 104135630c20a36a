import type { CareService, OutboxAction, OutboxEntryDetails, Problem, Result } from "@cadre-care/domain";
import type { ReactiveController, ReactiveControllerHost } from "lit";
import { ActionController } from "../care/action-controller.ts";
import type { OnDemand } from "../care/on-demand.ts";
import { inBoth } from "../language/catalogue.ts";
import type * as EntryDetails from "./entry-details.ts";
import type { MomentText } from "./moment-text.ts";
import { outboxMessages } from "./outbox-status.messages.ts";

/** What draws an open entry could not be loaded: nothing was opened, and nobody is said to have looked. */
const awayProblem: Problem = { code: "part-away", message: inBoth(outboxMessages, "notLoaded") };

/** What a person typed and chose so far. It outlives renderings and every change of the queue. */
export interface Draft {
  readonly values: Map<string, string>;
  readonly moments: Map<string, MomentText>;
  note: string;
  choice: "mine" | "theirs" | undefined;
  /** The draft was handed in unfinished: mistakes are shown from now on. */
  tried: boolean;
}

const emptyDraft = (): Draft => ({
  values: new Map(),
  moments: new Map(),
  note: "",
  choice: undefined,
  tried: false,
});

/** The one entry that is open, what is being done about it, and what was typed. */
export class OpenedEntry implements ReactiveController {
  details: OutboxEntryDetails | undefined;
  handling: OutboxAction | undefined;
  draft: Draft = emptyDraft();
  #id: string | undefined;
  #turn = 0;
  readonly #host: ReactiveControllerHost;
  readonly #action: ActionController;

  constructor(
    host: ReactiveControllerHost,
    /** What draws it. Here wherever there are details. */
    readonly view: OnDemand<typeof EntryDetails>,
  ) {
    this.#host = host;
    this.#action = new ActionController(host);
    host.addController(this);
  }

  /** Of the entry that is open or opening. */
  get id(): string | undefined {
    return this.#id;
  }

  get busy(): boolean {
    return this.#action.busy !== undefined;
  }

  get problem(): Problem | undefined {
    return this.#action.problem;
  }

  /** True when the details are there. */
  async open(care: CareService, id: string): Promise<boolean> {
    this.close();
    this.#id = id;
    const turn = this.#turn;
    const details = await this.#action.run("open", async () => {
      await this.view.want();
      // Closed, or another one opened, meanwhile: nobody looks at this one, and none is to be audited.
      if (this.view.failed || this.#turn !== turn) return { ok: false as const, problem: awayProblem };
      return care.openEntry(id);
    });
    if (this.#id !== id) return false;
    if (details === undefined) this.#id = undefined;
    this.details = details;
    this.#host.requestUpdate();
    return details !== undefined;
  }

  start(handling: OutboxAction | undefined): void {
    this.handling = handling;
    this.draft.tried = false;
    this.#host.requestUpdate();
  }

  /** Something was typed or chosen. */
  changed(): void {
    this.#host.requestUpdate();
  }

  /** Asks the service; true when it was done. What was typed stays when it was not. */
  async act(ask: () => Promise<Result<unknown>>): Promise<boolean> {
    const id = this.#id;
    const done = await this.#action.run("act", async () => {
      const answer = await ask();
      return answer.ok ? { ok: true as const, value: true } : answer;
    });
    return done === true && id === this.#id;
  }

  close(): void {
    this.#action.reset();
    this.#turn += 1;
    this.#id = undefined;
    this.details = undefined;
    this.handling = undefined;
    this.draft = emptyDraft();
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    this.close();
  }
}
