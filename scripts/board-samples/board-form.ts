import type { FhirJson, FormKind } from "@cadre-care/domain";

/** A form of the demo's board with drafts of it, as plain JSON. */
export interface BoardForm {
  /** Its id at the board. */
  readonly id: string;
  readonly kind: FormKind;
  readonly questionnaire: FhirJson;
  /** Expanded, all that any of the board's forms names. */
  readonly valueSets: readonly FhirJson[];
  /** Drafts: the first sections only; all that must be answered; the same with numbers out of range and gaps. */
  readonly half: FhirJson;
  readonly complete: FhirJson;
  readonly mistaken: FhirJson;
}

declare module "vitest/internal/browser" {
  interface BrowserCommands {
    /** Runs in the test server, which may read what elements may not import. */
    boardForms: () => Promise<readonly BoardForm[]>;
  }
}
