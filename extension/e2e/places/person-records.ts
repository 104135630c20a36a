import type { BoardReader, BoardResource } from "../support/board-reader.ts";
import { names, submittedSince } from "../support/submitted-forms.ts";
import type { Person } from "./place.ts";

/** What the board has of one person since the work of this place began. The demo's people have been examined before. */
export class PersonRecords {
  readonly #began = Date.now();

  constructor(
    private readonly officer: BoardReader,
    private readonly person: Person,
  ) {}

  get #subject(): string {
    return `subject=Patient/${this.person.patient}`;
  }

  #of(type: string): Promise<readonly BoardResource[]> {
    return this.officer.search(type, this.#subject);
  }

  visits(): Promise<readonly BoardResource[]> {
    return this.#of("Encounter");
  }

  /** Who recorded the visits. */
  async recorders(visits: readonly BoardResource[]): Promise<readonly BoardResource[]> {
    const found = await Promise.all(
      visits.map(({ id }) => this.officer.search("Provenance", `target=Encounter/${id}`)),
    );
    return found.flat();
  }

  /** Submitted forms whose questionnaire has this word in its address. */
  forms(word: string): Promise<readonly BoardResource[]> {
    return submittedSince(this.officer, this.#began, word, this.#subject);
  }

  async observationsFrom(form: BoardResource): Promise<readonly BoardResource[]> {
    return (await this.#of("Observation")).filter(({ derivedFrom }) => names(derivedFrom, form));
  }

  requests(): Promise<readonly BoardResource[]> {
    return this.#of("ServiceRequest");
  }

  async tasksFor(request: BoardResource): Promise<readonly BoardResource[]> {
    return (await this.#of("Task")).filter(({ focus }) => names(focus, request));
  }
}
