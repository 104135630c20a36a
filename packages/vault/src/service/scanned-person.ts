import {
  type Result,
  readScan,
  type Scan,
  type ScanAnswer,
  type ScanRelation,
  type ScanView,
  success,
} from "@cadre-care/domain";
import { comparePeople } from "./compare-people.ts";
import { PagePatient, type PatientSurroundings } from "./page-patient.ts";
import { peopleOf } from "./page-people.ts";
import { vaultProblems } from "./service-problems.ts";
import { Topic } from "./topic.ts";

const CALM = { emergency: false };

/**
 * Whoever was scanned last at this page's desk, looked up on the same ladder and out of the same budget as the page's
 * patient. An emergency that the page states of them, or of who may be them, is theirs here too; nothing of them outlives the lock.
 */
export class ScannedPerson {
  readonly view: Topic<ScanView>;
  readonly #around: PatientSurroundings;
  readonly #asked: PagePatient;
  readonly #page: PagePatient;
  #scan: Scan | undefined;
  #generation = 0;
  #urgency = CALM;

  constructor(around: PatientSurroundings, page: PagePatient) {
    this.#around = around;
    this.#page = page;
    this.#asked = new PagePatient(around, "scan", () => this.pageChanged());
    this.view = new Topic(this.#present());
  }

  async lookUp(text: string): Promise<Result<ScanAnswer>> {
    const { session } = this.#around.host;
    await session.lockIfIdle();
    if (session.view.value.state !== "open") return vaultProblems.refuse("session-locked");
    session.noteActivity();
    const read = readScan(text);
    this.#scan = read.ok ? read.value : undefined;
    this.#urgency = CALM;
    if (!read.ok) {
      this.#asked.forget();
      return read;
    }
    const looked = await this.#state(read.value);
    if (!looked.ok) return looked;
    const { names: _, candidates: __, ...answer } = this.view.value;
    return success(answer);
  }

  forget(): void {
    this.#scan = undefined;
    this.#urgency = CALM;
    this.#asked.forget();
  }

  /** Keys, directory, policy or visits changed. */
  refresh(): void {
    if (this.#scan && this.#around.host.session.view.value.state === "open") this.#asked.refresh();
    else this.forget();
  }

  /** Roster or connection changed. */
  embed(): void {
    this.#asked.embed();
    this.view.set(this.#present());
  }

  /** The page's patient, or what is known of the scanned person, changed. */
  pageChanged(): void {
    const relation = this.#relation();
    const maybeOne = relation === "same" || relation === "unclear";
    const emergency = maybeOne && this.#page.view.value.emergency;
    if (this.#scan && this.#asked.answered && emergency !== this.#urgency.emergency) {
      this.#urgency = { emergency };
      void this.#state(this.#scan);
    }
    this.view.set(this.#present());
  }

  #state({ identity }: Scan): Promise<Result<{ subject: string }>> {
    this.#generation += 1;
    return this.#asked.state(identity, this.#urgency, { settled: true, generation: this.#generation });
  }

  #relation(): ScanRelation {
    const [scanned, page] = [this.#asked.answered, this.#page.answered];
    return scanned && page ? comparePeople(scanned, page) : "alone";
  }

  #present(): ScanView {
    const relation = this.#relation();
    const nameOf = ({ answered }: PagePatient) => answered?.stated.name ?? answered?.entry?.name;
    const apart = relation === "another" || relation === "unclear";
    const [scanned, page] = apart ? [nameOf(this.#asked), nameOf(this.#page)] : [];
    const { host } = this.#around;
    return {
      ...this.#asked.view.value,
      ...(this.#scan ? { source: this.#scan.source } : {}),
      emergency: this.#asked.view.value.emergency || this.#urgency.emergency,
      relation,
      names: {
        ...(scanned === undefined ? {} : { scanned }),
        ...(page === undefined ? {} : { page }),
      },
      candidates:
        this.#asked.people.length > 1 ? peopleOf(this.#asked.people, host.policy(), host.today()) : [],
    };
  }
}
