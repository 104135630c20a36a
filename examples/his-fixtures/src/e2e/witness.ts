import type { HisPatient } from "@cadre-care/example-his-common";
import { expect } from "vitest";
import { expectedIdentity, type Shown } from "./expected-identity.ts";
import type { Tab } from "./tab.ts";

/** For how many animation frames after a change something that is no longer true may stand (issue D). */
const STALE_FRAMES = 2;
/** A script that fills form controls gives no sign: the banner must be right within a second (60 frames). */
const STALE_PATIENT_FRAMES = 60;
const PATIENCE_MS = 20_000;
/** A row that the page has not filled yet says nothing. */
const NOBODY = '{"identity":{"identifiers":[]},"emergency":false}';

const wait = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Compares what the reader says in a tab with the people whom the HIS shows there. */
export class Witness {
  readonly #tab: Tab;
  readonly #people: readonly HisPatient[];
  readonly #row: Shown;
  readonly #patient: Shown;

  constructor(tab: Tab, people: readonly HisPatient[], row: Shown, patient: Shown = row) {
    this.#tab = tab;
    this.#people = people;
    this.#row = row;
    this.#patient = patient;
  }

  #truth(ticket: number, shown: Shown): string {
    const patient = this.#people[ticket - 1];
    return patient === undefined ? `nobody has the ticket ${ticket}` : expectedIdentity(patient, shown);
  }

  /** Waits until every row on screen is read right; answers their tickets from top to bottom. */
  async rows(fits: (tickets: readonly number[]) => boolean = () => true): Promise<readonly number[]> {
    const end = performance.now() + PATIENCE_MS;
    for (;;) {
      const reports = await this.#tab.reports();
      const rows = reports.flatMap((report) => report.rows);
      const tickets = rows.map(({ ticket }) => ticket);
      const wrong = rows.filter(({ ticket, said }) => said !== this.#truth(ticket, this.#row));
      if (rows.length > 0 && wrong.length === 0 && fits(tickets)) return tickets;
      if (performance.now() > end) {
        const said = wrong
          .slice(0, 3)
          .map((row) => [row.ticket, row.said, this.#truth(row.ticket, this.#row)]);
        const problems = reports.map(({ kind, problems: named }) => [kind, ...named]);
        throw new Error(`rows are not read right: ${JSON.stringify({ tickets, said, problems }, null, 1)}`);
      }
      await wait(30);
    }
  }

  /** Waits until exactly this patient is read from the patient page, settled. */
  async patient(ticket: number): Promise<void> {
    const end = performance.now() + PATIENCE_MS;
    const truth = this.#truth(ticket, this.#patient);
    for (;;) {
      const reports = await this.#tab.reports();
      const patients = reports.flatMap((report) => report.patients);
      const [only] = patients;
      if (patients.length === 1 && only?.settled && only.ticket === ticket && only.said === truth) return;
      if (performance.now() > end) {
        const problems = reports.map(({ kind, problems: named }) => [kind, ...named]);
        throw new Error(`not read: ${JSON.stringify({ ticket, truth, patients, problems }, null, 1)}`);
      }
      await wait(30);
    }
  }

  /** Waits until the patient page's own patient is read, settled, whoever it is; answers the ticket. */
  async somebody(): Promise<number> {
    let ticket = 0;
    await expect
      .poll(
        async () => {
          ticket = (await this.#tab.reports()).flatMap((report) => report.patients)[0]?.ticket ?? 0;
          return ticket;
        },
        { timeout: PATIENCE_MS },
      )
      .toBeGreaterThan(0);
    await this.patient(ticket);
    return ticket;
  }

  /** Waits until no patient is said to be shown. */
  async nobody(): Promise<void> {
    await expect
      .poll(
        async () =>
          (await this.#tab.reports()).flatMap((report) => report.patients).filter(({ said }) => said !== ""),
        { timeout: PATIENCE_MS },
      )
      .toEqual([]);
  }

  /** In this document's life nothing wrong stood longer than a change takes to be seen. */
  async neverWrong(): Promise<void> {
    for (const report of await this.#tab.reports()) {
      const stale = report.seen.filter(
        ({ ticket, said, frames }) =>
          frames > STALE_FRAMES &&
          said !== this.#truth(ticket, this.#row) &&
          !(ticket === 0 && said === NOBODY),
      );
      expect(stale).toEqual([]);
      const stalePatients = report.seenPatients.filter(
        ({ ticket, said, frames }) =>
          frames > STALE_PATIENT_FRAMES && said !== this.#truth(ticket, this.#patient),
      );
      expect(stalePatients).toEqual([]);
      expect(report.ghosts).toBeLessThanOrEqual(STALE_FRAMES);
    }
  }
}
