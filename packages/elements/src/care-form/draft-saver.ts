import type { Problem, Result } from "@cadre-care/domain";

/** A pause in typing after which the draft is saved, in milliseconds. */
const PAUSE = 800;
/** After a failure it is tried again, in milliseconds. */
const AGAIN = 5_000;

/** Problems of a form that cannot be saved from here any more, however often it is tried. */
const HOPELESS: ReadonlySet<string> = new Set(["form-submitted", "form-unknown", "form-saved-elsewhere"]);

/** `failed`: what was entered is on the screen only; saving is tried again where that can help. */
export type DraftState =
  | { readonly state: "clean" }
  | { readonly state: "waiting" }
  | { readonly state: "saving" }
  | { readonly state: "saved"; readonly savedAt: string }
  | { readonly state: "failed"; readonly problem: Problem };

/** What a saver is for: one form, bound to one person. */
export interface DraftWork<Content> {
  /** What there is to save, as it is now. */
  readonly take: () => Content;
  /** Answers after a durable commit. */
  readonly save: (content: Content) => Promise<Result<{ readonly savedAt: string }>>;
  readonly told: (state: DraftState) => void;
  /** The problem of a service that is gone. */
  readonly gone: Problem;
}

/** Saves a draft at every pause: never two at once, the newest always last, and nothing is "saved" before the commit. */
export class DraftSaver<Content> {
  #state: DraftState = { state: "clean" };
  #timer: ReturnType<typeof setTimeout> | undefined;
  #dirty = false;
  #running: Promise<void> | undefined;
  #stopped = false;
  readonly #work: DraftWork<Content>;

  constructor(work: DraftWork<Content>) {
    this.#work = work;
  }

  get state(): DraftState {
    return this.#state;
  }

  /** Something was entered. While stopped it is kept in mind: `resume` saves it. */
  changed(): void {
    this.#dirty = true;
    if (this.#stopped) return;
    if (this.#running === undefined && this.#state.state !== "failed") this.#tell({ state: "waiting" });
    this.#after(PAUSE);
  }

  /** Saves now what is not saved yet. Resolves when nothing is under way any more. */
  async flush(): Promise<void> {
    clearTimeout(this.#timer);
    await this.#running;
    if (!this.#dirty || this.#stopped) return;
    clearTimeout(this.#timer);
    this.#running = this.#save();
    await this.#running;
  }

  /** Nothing is saved from now on: the form was submitted, discarded, or is another person's. */
  stop(): void {
    this.#stopped = true;
    clearTimeout(this.#timer);
  }

  /** The form goes away: what is not saved yet is taken now and saved behind it, and nothing after that. */
  end(): void {
    if (this.#dirty && !this.#stopped) {
      const content = this.#work.take();
      const before = this.#running ?? Promise.resolve();
      // Nobody is there any more to be told; the draft of before stays where it cannot be saved.
      void before.then(() => this.#work.save(content)).catch(() => undefined);
    }
    this.stop();
  }

  /** Goes on after `stop`, with what was entered before it. */
  resume(): void {
    if (!this.#stopped) return;
    this.#stopped = false;
    if (this.#dirty) this.#after(0);
  }

  #after(pause: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.flush(), pause);
  }

  async #save(): Promise<void> {
    this.#dirty = false;
    this.#tell({ state: "saving" });
    const failed = (problem: Problem): Result<{ readonly savedAt: string }> => ({ ok: false, problem });
    const result = await this.#work.save(this.#work.take()).catch(() => failed(this.#work.gone));
    this.#running = undefined;
    if (result.ok) {
      this.#tell(this.#dirty ? { state: "waiting" } : { state: "saved", savedAt: result.value.savedAt });
      if (this.#dirty && !this.#stopped) this.#after(PAUSE);
      return;
    }
    this.#dirty = true;
    this.#tell({ state: "failed", problem: result.problem });
    if (!this.#stopped && !HOPELESS.has(result.problem.code)) this.#after(AGAIN);
  }

  #tell(state: DraftState): void {
    this.#state = state;
    this.#work.told(state);
  }
}
