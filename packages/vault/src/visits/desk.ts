import type { Policy, Role } from "@cadre-care/domain";
import type { Author } from "@cadre-care/fhir";

/** Where and by whom something is recorded. */
export interface Desk {
  /** Code of the hospital in the policy. */
  readonly site: string;
  readonly policy: Policy;
  readonly author: Author;
  readonly role: Role;
  /** Id that this machine gave itself. */
  readonly device: string;
}
