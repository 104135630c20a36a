import type { CareService, Problem } from "@cadre-care/domain";

const passing: EventInit = { bubbles: true, composed: true };

/** The elements below have this service from now on. */
export class CadreCareConnectedEvent extends Event {
  readonly service: CareService;
  constructor(service: CareService) {
    super("cadre-care-connected", passing);
    this.service = service;
  }
}

/** The page could not be connected to the board's vault; the provider shows the same words. */
export class CadreCareProblemEvent extends Event {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super("cadre-care-problem", passing);
    this.problem = problem;
  }
}

declare global {
  interface HTMLElementEventMap {
    "cadre-care-connected": CadreCareConnectedEvent;
    "cadre-care-problem": CadreCareProblemEvent;
  }
}
