import { IDENTIFIER_SYSTEMS } from "@cadre-care/fhir";
import { BoardError } from "../outcome/outcome.ts";
import { identifiersOf } from "../repository/keys.ts";
import { valuesAt } from "../search/tokens.ts";
import type { Caller } from "./caller.ts";

/**
 * A hospital's codes are linked, and its links taken back, by its own desks and machines; the board's staff may at any.
 * @throws BoardError `not-permitted`
 */
export const assertOwnSite = (
  { role, site }: Pick<Caller, "role" | "site">,
  resource: { readonly resourceType: string },
): void => {
  if (resource.resourceType !== "Person" || role === "board-officer") return;
  const identifier = valuesAt(resource, "managingOrganization.identifier");
  if (!identifiersOf({ identifier }, IDENTIFIER_SYSTEMS.site).every((own) => own === site))
    throw new BoardError("not-permitted");
};
