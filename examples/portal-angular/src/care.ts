import { Component, effect, input, signal } from "@angular/core";
import type { CareService } from "@cadre-care/domain";
import type { Reception } from "@cadre-care/example-portal-common";
import { CadreCareProvider } from "@cadre-care/portal/angular/care-provider";
import board from "./board.json";

/** Connects the page to the board, and says whose page it is. */
@Component({
  selector: "hospital-care",
  imports: [CadreCareProvider],
  template: `<cadre-care-provider [board]="board.board" [boardKeys]="board.boardKeys" [site]="board.site"
    [redirectUri]="board.redirectUri" (cadre-care-connected)="service.set($event.service)">
    <ng-content /></cadre-care-provider>`,
})
export class Care {
  readonly patient = input.required<Reception | undefined>();
  protected readonly service = signal<CareService | undefined>(undefined);
  protected readonly board = board;
  constructor() {
    effect(() => {
      const patient = this.patient();
      this.service()?.statePatient(patient?.identity ?? null, { emergency: patient?.emergency ?? false });
    });
  }
}
