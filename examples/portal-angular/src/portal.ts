import { Component, computed, signal } from "@angular/core";
import { CadreOutboxStatus } from "@cadre-care/elements/angular/outbox-status";
import { CadreRosterStatus } from "@cadre-care/elements/angular/roster-status";
import { CadreSession } from "@cadre-care/elements/angular/session";
import type { Reception } from "@cadre-care/example-portal-common";
import { Care } from "./care";
import { PatientPage } from "./patient-page";
import { ReceptionList } from "./reception-list";

const idInAddress = () => location.hash.replace(/^#\/?/, "");

/** The hospital's portal: today's patients, or the one whose id the address names. */
@Component({
  selector: "hospital-portal",
  imports: [CadreOutboxStatus, CadreRosterStatus, CadreSession, Care, PatientPage, ReceptionList],
  host: { "(window:hashchange)": "follow()" },
  template: `
    <hospital-care [patient]="patient()">
      <header class="top">
        <a class="brand" href="#/">Bệnh viện đa khoa tỉnh</a>
        <span class="unit">Khám bệnh ngoại trú</span>
      </header>
      <div class="layout">
        <main>
          @if (patient(); as shown) {
            <patient-page [patient]="shown" />
          } @else {
            <reception-list [receptions]="receptions()" />
          }
        </main>
        <aside class="desk" aria-label="Chăm sóc cán bộ">
          <h2>Chăm sóc cán bộ</h2>
          <cadre-session />
          <cadre-outbox-status mode="compact" />
          <cadre-roster-status />
        </aside>
      </div>
    </hospital-care>
  `,
})
export class Portal {
  protected readonly receptions = signal<readonly Reception[]>([]);
  readonly #id = signal(idInAddress());
  protected readonly patient = computed(() => this.receptions().find(({ id }) => id === this.#id()));

  constructor() {
    void this.#read();
  }

  protected follow(): void {
    this.#id.set(idInAddress());
  }

  async #read(): Promise<void> {
    this.receptions.set(await (await fetch("/api/receptions")).json());
  }
}
