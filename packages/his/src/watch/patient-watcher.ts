import type { Finding } from "../health/findings.ts";
import type { PatientPage } from "../profile/page-schema.ts";
import { isShown, matchesSelector } from "../read/find-elements.ts";
import { PatientReader, type PatientStatement } from "../read/read-patient.ts";
import type { Calm } from "./calm.ts";
import { type PageChange, touches } from "./page-change.ts";
import type { PageObserver, PatientReading } from "./page-reading.ts";
import type { SteadyFacts } from "./steady-facts.ts";

/** How long a reading must stay equal before it counts as settled. */
const SETTLE_MS = 200;

/** Watches one patient page: says "reading" the moment its content changes, and settles after two equal reads. */
export class PatientWatcher {
  readonly #reader: PatientReader;
  readonly #observer: PageObserver;
  readonly #view: Window;
  readonly #calm: Calm;
  #root: Element;
  #anchor: Element | undefined;
  #generation: number;
  #current: PatientStatement | undefined;
  #identity = "";
  readonly #facts: SteadyFacts;
  #settled = false;
  #timer: number | undefined;
  #factsTimer: number | undefined;
  #gaveUp = false;

  constructor(
    page: PatientPage,
    root: Element,
    anchor: Element | undefined,
    generation: number,
    context: { observer: PageObserver; view: Window; calm: Calm; facts: SteadyFacts },
  ) {
    this.#reader = new PatientReader(page);
    this.#observer = context.observer;
    this.#view = context.view;
    this.#calm = context.calm;
    this.#facts = context.facts;
    this.#root = root;
    this.#anchor = anchor;
    this.#generation = generation;
  }

  get generation(): number {
    return this.#generation;
  }

  get valid(): boolean {
    const { root } = this.#reader.page;
    return isShown(this.#root) && this.#anchor?.isConnected !== false && matchesSelector(this.#root, root);
  }

  /** What does not fit between this page and its profile, as far as the last reading shows it. */
  get findings(): readonly Finding[] {
    return this.#current?.findings ?? [];
  }

  touchedBy(change: PageChange): boolean {
    return touches(change, this.#anchor === undefined ? [this.#root] : [this.#root, this.#anchor]);
  }

  rebind(root: Element, anchor: Element | undefined): void {
    const moved = anchor !== this.#anchor;
    const replaced = root !== this.#root;
    this.#root = root;
    this.#anchor = anchor;
    if (moved || replaced) this.#look(moved);
  }

  read(change: PageChange, again: boolean): void {
    if (again || this.#current === undefined || this.touchedBy(change)) this.#look(false);
  }

  /** The page changes faster than it can be read: nothing said so far counts until the next read. */
  takeBack(): void {
    if (this.#current === undefined || !this.#settled) return;
    this.#settled = false;
    this.#emit();
    this.#settleLater();
  }

  gone(): void {
    this.stop();
    this.#facts.leave(performance.now());
    this.#observer.patientGone(this.#reader.page.id);
  }

  stop(): void {
    this.#view.clearTimeout(this.#timer);
    this.#view.clearTimeout(this.#factsTimer);
  }

  #look(moved: boolean): void {
    if (this.#calm.pausing(performance.now())) return;
    const statement = this.#reader.read(this.#root);
    const factsChanged = this.#readFacts(statement);
    if (statement.fingerprint === this.#current?.fingerprint && !this.#gaveUp) {
      if ((factsChanged && this.#settled) || moved) this.#emit();
      return;
    }
    const identity = JSON.stringify(statement.identity);
    const first = this.#current === undefined;
    const other = first || identity !== this.#identity;
    this.#gaveUp = false;
    this.#current = statement;
    this.#identity = identity;
    this.#settled = false;
    if (other) {
      this.#generation += 1;
      if (!first && this.#calm.forced(performance.now())) {
        this.#giveUp();
        return;
      }
    }
    this.#emit();
    this.#settleLater();
  }

  #settleLater(): void {
    this.#view.clearTimeout(this.#timer);
    this.#timer = this.#view.setTimeout(() => {
      const before = this.#current;
      this.#look(false);
      if (this.#current !== before || this.#settled || this.#gaveUp) return;
      this.#settled = true;
      this.#emit();
    }, SETTLE_MS);
  }

  /** A change of facts unsettles nobody. They are told once they stand still, whether or not anything is seen to change. */
  #readFacts({ identity }: PatientStatement): boolean {
    const before = this.#facts.told;
    const now = performance.now();
    const next = this.#facts.read(identity, this.#reader.facts(this.#root), now);
    this.#view.clearTimeout(this.#factsTimer);
    if (next !== undefined) this.#factsTimer = this.#view.setTimeout(() => this.#look(false), next - now);
    return this.#facts.told !== before;
  }

  #giveUp(): void {
    this.#gaveUp = true;
    this.#view.clearTimeout(this.#timer);
    this.#settled = true;
    this.#current = {
      identity: null,
      urgency: { emergency: false },
      faults: [{ code: "gave-up", place: "" }],
      findings: [{ place: "", fault: "gave-up", off: true }],
      fingerprint: "",
    };
    this.#identity = "";
    this.#emit();
  }

  #emit(): void {
    const { page } = this.#reader;
    const current = this.#current;
    if (current === undefined) return;
    const reading: PatientReading = {
      kind: "patient",
      page: page.id,
      generation: this.#generation,
      settled: this.#settled,
      identity: current.identity,
      urgency: current.urgency,
      anchor: this.#anchor && page.banner && { element: this.#anchor, position: page.banner.position },
      faults: current.faults,
      facts: this.#settled && !this.#gaveUp ? this.#facts.told : [],
    };
    this.#observer.patient(reading);
  }
}
