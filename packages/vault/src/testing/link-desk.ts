import type { MarksView, MarkView, PatientDetails, StatedIdentity } from "@cadre-care/domain";
import { openDB } from "idb";
import type { PageScope, Vault } from "../service/vault.ts";
import type { VaultSchema } from "../storage/schema.ts";
import type { Clinic } from "./clinic.ts";
import { person, statedAs } from "./people.ts";
import { until, value } from "./until.ts";

const calm = { emergency: false };

/** What a patient page says of somebody: the HIS's code beside everything else. */
export const pageOf = (number: number, code: string, over: Partial<StatedIdentity> = {}): StatedIdentity => {
  const stated = statedAs(person(number));
  return { ...stated, identifiers: [{ kind: "his-code", value: code }, ...stated.identifiers], ...over };
};

/** One workstation whose pages state HIS codes: patient pages that are read one after the other, and a list of codes. */
export class LinkDesk {
  readonly #clinic: Clinic;
  readonly vault: Vault;
  readonly #site: string;
  #scopes = 0;
  #readings = 0;

  constructor(clinic: Clinic, vault: Vault, site = "bv-tinh") {
    this.#clinic = clinic;
    this.vault = vault;
    this.#site = site;
  }

  page(kind: "list" | "patient" = "patient"): PageScope {
    this.#scopes += 1;
    const scope = this.vault.scope(`tab-${this.#site}-${this.#scopes}`);
    scope.statePage(this.#site, kind);
    return scope;
  }

  /** The sealed rows as they lie on the disk. */
  async rows(): Promise<readonly VaultSchema["links"]["value"][]> {
    const database = await openDB<VaultSchema>(this.#clinic.databaseName);
    const rows = await database.getAll("links");
    database.close();
    return rows;
  }

  /** Every reading writes one row: it is over when one has changed. `reading`: its name, another each time where left out. */
  async read(scope: PageScope, identity: StatedIdentity, reading?: string): Promise<string> {
    this.#readings += 1;
    const before = JSON.stringify(await this.rows());
    const statement = { settled: true, generation: this.#readings, reading: reading ?? `r${this.#readings}` };
    const { subject } = value(await scope.statePatient(identity, calm, statement));
    while (JSON.stringify(await this.rows()) === before) await new Promise((go) => setTimeout(go, 5));
    return subject;
  }

  /** Two page views of one patient. */
  async learn(number: number, code: string): Promise<void> {
    const scope = this.page();
    await this.read(scope, pageOf(number, code));
    await this.read(scope, pageOf(number, code));
    scope.close();
  }

  /** What a list that carries nothing but the code shows for it, as soon as `holds`; at once where left out. */
  async mark(
    code: string,
    holds: (kind: MarkView["kind"]) => boolean = () => true,
  ): Promise<MarkView["kind"]> {
    const scope = this.page("list");
    const identity: StatedIdentity = { identifiers: [{ kind: "his-code", value: code }] };
    scope.stateRows("rows", 1, [{ key: "1", identity, urgency: calm, top: 0, height: 20 }]);
    const kindOf = ({ marks }: MarksView) => marks[0]?.kind ?? "none";
    const marks = await until<MarksView>(
      (listener) => scope.subscribeMarks("rows", listener),
      (view) => view.marks.length === 1 && holds(kindOf(view)),
    );
    scope.close();
    return kindOf(marks);
  }

  async details(number: number, code: string): Promise<PatientDetails> {
    const scope = this.page();
    const subject = await this.read(scope, pageOf(number, code));
    return value(await scope.service.openDetails(subject));
  }

  /** On the page of the patient. */
  async checkIn(number: number, code: string): Promise<void> {
    const scope = this.page();
    const subject = await this.read(scope, pageOf(number, code));
    value(await scope.service.checkIn(subject, false));
    await this.vault.drain();
  }
}
