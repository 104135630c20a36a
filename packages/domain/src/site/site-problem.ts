import type { Problem } from "../result/result.ts";

/**
 * What does not fit between a site profile and a page that it reads. Says where in the profile; holds nothing that the
 * page says. `code` is stable, so that a board can count.
 */
export interface SiteProblem extends Problem {
  /** Id of the profile's page; `*`: none of its pages is recognised. */
  readonly page: string;
  readonly kind: "list" | "patient" | "none";
  /** Place in the profile's page, such as `fields.name`; "" for the page as a whole. */
  readonly place: string;
  /** Because of it nothing is said of anybody on that page. */
  readonly off: boolean;
}

/** Two problems with one key are one: the same thing at the same place. */
export const siteProblemKey = ({ page, place, code }: Pick<SiteProblem, "page" | "place" | "code">): string =>
  `${page} ${place} ${code}`;
