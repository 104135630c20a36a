import type { FormCode, Problem, Result } from "@cadre-care/domain";
import { goneProblem } from "../../care/gone-problem.ts";

/** A pause in typing after which the list is asked, in milliseconds. */
const PAUSE = 150;

export interface CodeSearchHost {
  /** Codes for a text, best first. */
  readonly search: (text: string) => Promise<Result<readonly FormCode[]>>;
  readonly choose: (code: FormCode) => void;
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
  readonly #host: CodeSearchHost;

  constructor(host: CodeSearchHost) {
    this.#host = host;
  }

  get open(): boolean {
    return this.state !== "closed";
  }

  /** `first`: the best answer is meant unless the user says otherwise; not where free text is an answer too. */
  type(text: string, first: boolean): void {
    this.text = text;
    clearTimeout(this.#timer);
    this.#turn += 1;
    if (text.trim() === "") {
      this.close();
      return;
    }
    this.#timer = setTimeout(() => void this.#ask(text, first), PAUSE);
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
    this.text = "";
    this.close();
    this.#host.choose(code);
    return true;
  }

  close(): void {
    clearTimeout(this.#timer);
    this.#turn += 1;
    this.found = [];
    this.active = -1;
    this.state = "closed";
    this.problem = undefined;
    this.#host.update();
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
