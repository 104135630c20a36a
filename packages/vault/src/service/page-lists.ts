import type { MarksView, Problem, Unsubscribe } from "@cadre-care/domain";
import type { MatchAnswer } from "../directory/match.ts";
import type { PageBudget } from "../directory/page-budget.ts";
import { StorageError } from "../storage/storage-error.ts";
import { AnswerMemory } from "./answer-memory.ts";
import { type AnsweredRows, emptyMarks, marksOf } from "./list-marks.ts";
import type { ScopeHost } from "./scope-host.ts";
import { Topic } from "./topic.ts";
import type { StatedRow } from "./vault.ts";

interface PageList {
  readonly topic: Topic<MarksView>;
  generation: number;
  rows: readonly StatedRow[];
  answered: AnsweredRows | undefined;
  busy: boolean;
  dirty: boolean;
  /** Nothing can be said of it now: the keys are away. */
  closed: boolean;
  gone: boolean;
}

/** The lists of one page: which rows are on screen, and what the directory says of them. */
export class PageLists {
  /** Marks of the list that was stated last, for a page with one list. */
  readonly latest: Topic<MarksView>;
  problem: Problem | undefined;
  readonly #host: ScopeHost;
  readonly #budget: PageBudget;
  readonly #site: () => string;
  readonly #answered: (list: string, rows: AnsweredRows | undefined) => void;
  readonly #lists = new Map<string, PageList>();
  readonly #memory = new AnswerMemory(() => performance.now());
  #last: string | undefined;

  constructor(
    host: ScopeHost,
    budget: PageBudget,
    site: () => string,
    answered: (list: string, rows: AnsweredRows | undefined) => void,
  ) {
    this.#host = host;
    this.#budget = budget;
    this.#site = site;
    this.#answered = answered;
    this.latest = new Topic(this.#empty(0, 0));
  }

  get reading(): boolean {
    return [...this.#lists.values()].some((list) => list.busy && !list.answered && !list.closed);
  }

  get answered(): readonly AnsweredRows[] {
    return [...this.#lists.values()].flatMap((list) => list.answered ?? []);
  }

  state(name: string, generation: number, rows: readonly StatedRow[]): void {
    const list = this.#list(name);
    if (generation < list.generation) return;
    if (generation > list.generation) {
      list.answered = undefined;
      list.generation = generation;
      this.#show(name, list, this.#empty(generation, rows.length));
    }
    list.rows = rows;
    this.#last = name;
    void this.#answer(name, list);
  }

  forget(name: string): void {
    const list = this.#lists.get(name);
    if (!list) return;
    list.gone = true;
    list.topic.set(this.#empty(list.generation, 0));
    list.topic.end();
    this.#lists.delete(name);
    if (this.#last === name) this.latest.set(this.#empty(list.generation, 0));
    this.#answered(name, undefined);
  }

  forgetAll(): void {
    for (const name of [...this.#lists.keys()]) this.forget(name);
  }

  /** Keys, directory or policy changed: what was said is said anew, and nothing stays while locked. */
  refresh(): void {
    this.#memory.clear();
    for (const [name, list] of this.#lists) {
      if (this.#host.session.view.value.state !== "open") this.#close(name, list);
      else void this.#answer(name, list);
    }
    if (this.#lists.size === 0) this.latest.set(this.#empty(this.latest.value.generation, 0));
  }

  /** The frame of a list may ask before the list's first reading arrives. */
  subscribe(name: string, listener: (marks: MarksView) => void): Unsubscribe {
    return this.#list(name).topic.subscribe(listener);
  }

  #list(name: string): PageList {
    const known = this.#lists.get(name);
    if (known) return known;
    const list: PageList = {
      topic: new Topic(this.#empty(0, 0)),
      generation: Number.NEGATIVE_INFINITY,
      rows: [],
      answered: undefined,
      busy: false,
      dirty: false,
      closed: false,
      gone: false,
    };
    this.#lists.set(name, list);
    return list;
  }

  /** One look-up at a time: of readings that arrive meanwhile only the last is answered. */
  async #answer(name: string, list: PageList): Promise<void> {
    list.dirty = true;
    if (list.busy) return;
    list.busy = true;
    try {
      while (list.dirty && !list.gone) {
        list.dirty = false;
        list.closed = false;
        const { generation, rows } = list;
        const answers = await this.#match(rows);
        if (list.gone) return;
        if (!answers || this.#host.session.view.value.state !== "open") this.#close(name, list);
        else if (generation === list.generation) this.#publish(name, list, { generation, rows, answers });
      }
    } finally {
      list.busy = false;
    }
  }

  async #match(rows: readonly StatedRow[]): Promise<readonly MatchAnswer[] | null> {
    try {
      const identities = rows.map(({ identity }) => identity);
      const site = this.#site();
      const answers = await this.#memory.answers(site, identities, (unknown) =>
        this.#host.match(unknown, this.#budget, site),
      );
      this.problem = undefined;
      return answers;
    } catch (cause) {
      if (!(cause instanceof StorageError)) throw cause;
      this.problem = cause.problem;
      return rows.map(() => ({ outcome: { state: "not-enough", reason: "no-identifier" } }));
    }
  }

  #publish(name: string, list: PageList, answered: AnsweredRows): void {
    list.answered = answered;
    this.#show(name, list, marksOf(answered, this.#host.roster.value.state === "empty"));
    this.#answered(name, answered);
  }

  #close(name: string, list: PageList): void {
    list.answered = undefined;
    list.closed = true;
    const generation = Math.max(list.generation, 0);
    this.#show(name, list, this.#empty(generation, list.rows.length));
    this.#answered(name, undefined);
  }

  #show(name: string, list: PageList, marks: MarksView): void {
    list.topic.set(marks);
    if (this.#last === name || this.#last === undefined) this.latest.set(marks);
  }

  #empty(generation: number, rows: number): MarksView {
    return emptyMarks(this.#host.session.view.value.state, generation, rows);
  }
}
