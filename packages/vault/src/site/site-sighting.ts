import type { SiteProblem } from "@cadre-care/domain";

/** What one page view shows to be wrong between a page of the HIS and its profile. Holds nothing that the page says. */
export interface SiteSighting {
  readonly profile: string;
  readonly version: string;
  /** Code of the hospital in the policy. */
  readonly site: string;
  /** Tells page views apart, and says nothing else: told again under the same name, it counts once. */
  readonly view: string;
  readonly problems: readonly SiteProblem[];
}
