import type { BoardReader, BoardResource } from "../support/board-reader.ts";
import type { Person } from "./place.ts";

const mentions = (value: unknown, { resourceType, id }: BoardResource): boolean =>
  JSON.stringify(value ?? []).includes(`"${resourceType}/${id}"`);

/** What the board has of one person since the work of this place began. The demo's people have been examined before. */
export class PersonRecords {
  readonly #began = Date.now();

  constructor(
    private readonly officer: BoardReader,
    private readonly person: Person,
  ) {}

  #of(type: string): Promise<readonly BoardResource[]> {
    return this.officer.search(type, `subject=Patient/${this.person.patient}`);
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
  async forms(word: string): Promise<readonly BoardResource[]> {
    return (await this.#of("QuestionnaireResponse")).filter(
      ({ authored, questionnaire }) =>
        Date.parse(String(authored)) >= this.#began && String(questionnaire).includes(word),
    );
  }

  async observationsFrom(form: BoardResource): Promise<readonly BoardResource[]> {
    return (await this.#of("Observation")).filter(({ derivedFrom }) => mentions(derivedFrom, form));
  }

  requests(): Promise<readonly BoardResource[]> {
    return this.#of("ServiceRequest");
  }

  async tasksFor(request: BoardResource): Promise<readonly BoardResource[]> {
    return (await this.#of("Task")).filter(({ focus }) => mentions(focus, request));
  }
}
