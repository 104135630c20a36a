import type { FormCode, Problem, Result } from "@cadre-care/domain";
import { goneProblem } from "../../care/gone-problem.ts";

/** A pause in typing after which the list is asked, in milliseconds. */
const PAUSE = 150;

export interface CodeSearchHost {
  /** Codes for a text, best first. */
  readonly search: (text: string) => Promise<Result<readonly FormCode[]>>;
  readonly choose: (code: FormCode) => void;
  /** The text itself is the answer, or has to do. */
  readonly words: (text: string) => void;
  readonly update: () => void;
}

export type SearchState = "closed" | "searching" | "found" | "failed";

/** What one autocomplete is doing: the text, what was found for it, which of these is meant. */
export class CodeSearch {
  text = "";
  found: readonly FormCode[] = [];
  active = -1;
  state: SearchState = "closed";
  problem: Problem | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #turn = 0;
  #asked: Promise<void> | undefined;
  readonly #host: CodeSearchHost;

  constructor(host: CodeSearchHost) {
    this.#host = host;
  }

  get open(): boolean {
    return this.state !== "closed";
  }

  /** `first`: the best answer is meant unless the user says otherwise; not where words are an answer too. */
  type(text: string, first: boolean): void {
    this.forget();
    this.text = text;
    if (text.trim() === "") {
      this.#host.update();
      return;
    }
    this.#timer = setTimeout(() => {
      this.#asked = this.#ask(text, first);
    }, PAUSE);
  }

  /** Moves through what was found, around at the ends. */
  move(by: 1 | -1): void {
    const { length } = this.found;
    if (length === 0) return;
    this.active = this.active < 0 && by < 0 ? length - 1 : (this.active + by + length) % length;
    this.#host.update();
  }

  pick(place: number): boolean {
    const code = this.found[place];
    if (code === undefined) return false;
    this.forget();
    this.#host.choose(code);
    return true;
  }

  /**
   * Enter: takes what is meant, waiting for the list where it has not answered yet. The text is never lost. Answers
   * whether it was taken; not where the user has typed on, or left, meanwhile.
   */
  async commit(first: boolean): Promise<boolean> {
    const { text } = this;
    if (this.pick(this.active)) return true;
    if (this.state === "closed") {
      clearTimeout(this.#timer);
      this.#asked = this.#ask(text, first);
    }
    await this.#asked;
    if (this.text !== text) return false;
    const exact = this.found.findIndex(({ code }) => code.toLowerCase() === text.trim().toLowerCase());
    if (!this.pick(exact >= 0 ? exact : this.active)) this.#host.words(text);
    return true;
  }

  close(): void {
    const { text } = this;
    this.forget();
    this.text = text;
    this.#host.update();
  }

  /** Begins anew; an answer that is still on its way is ignored. */
  forget(): void {
    clearTimeout(this.#timer);
    this.#turn += 1;
    this.text = "";
    this.found = [];
    this.active = -1;
    this.state = "closed";
    this.problem = undefined;
  }

  async #ask(text: string, first: boolean): Promise<void> {
    const turn = this.#turn;
    this.state = "searching";
    this.#host.update();
    const result = await this.#host
      .search(text)
      .catch((): Result<readonly FormCode[]> => ({ ok: false, problem: goneProblem }));
    if (turn !== this.#turn) return;
    this.problem = result.ok ? undefined : result.problem;
    this.found = result.ok ? result.value : [];
    this.state = result.ok ? "found" : "failed";
    this.active = first && this.found.length > 0 ? 0 : -1;
    this.#host.update();
  }
}
