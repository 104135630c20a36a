import { Directive, ElementRef, effect, inject, input } from "@angular/core";
import type { CadreOutboxStatus, CadrePriorityBanner } from "@cadre-care/elements";
import type { CadreCareProvider } from "@cadre-care/portal";

/** Lets Angular know the properties of the elements that this portal sets; what is not here does not compile. */
@Directive({ selector: "cadre-care-provider" })
export class CareProvider {
  readonly board = input.required<CadreCareProvider["board"]>();
  readonly boardKeys = input.required<CadreCareProvider["boardKeys"]>();
  readonly site = input.required<CadreCareProvider["site"]>();
  readonly redirectUri = input.required<CadreCareProvider["redirectUri"]>();

  constructor() {
    const { nativeElement } = inject<ElementRef<CadreCareProvider>>(ElementRef);
    effect(() => {
      nativeElement.board = this.board();
      nativeElement.boardKeys = this.boardKeys();
      nativeElement.site = this.site();
      nativeElement.redirectUri = this.redirectUri();
    });
  }
}

@Directive({ selector: "cadre-priority-banner" })
export class PriorityBanner {
  readonly mode = input<CadrePriorityBanner["mode"]>("strip");

  constructor() {
    const { nativeElement } = inject<ElementRef<CadrePriorityBanner>>(ElementRef);
    effect(() => {
      nativeElement.mode = this.mode();
    });
  }
}

@Directive({ selector: "cadre-outbox-status" })
export class OutboxStatus {
  readonly mode = input<CadreOutboxStatus["mode"]>("full");

  constructor() {
    const { nativeElement } = inject<ElementRef<CadreOutboxStatus>>(ElementRef);
    effect(() => {
      nativeElement.mode = this.mode();
    });
  }
}

/** Elements of which nothing is set. */
@Directive({
  selector:
    "cadre-exam-checklist, cadre-referral-form, cadre-roster-status, cadre-session, cadre-visit-steps",
})
export class PlainElement {}
