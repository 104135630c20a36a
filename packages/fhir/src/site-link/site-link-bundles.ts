import type { BoardLink } from "@cadre-care/domain";
import { concept, identifier, referenceByIdentifier, restricted } from "../build.ts";
import type { Person, Provenance, TransactionBundle } from "../resources/index.ts";
import { type Author, provenance } from "../visit/author.ts";
import { createByIdentifier, createByTag, transaction, urn } from "../visit/transaction.ts";
import { hisCodeSystem } from "./site-link-fact.ts";

export interface SharedLink extends Pick<BoardLink, "entry" | "site" | "code" | "personId"> {
  readonly provenanceEntry: string;
  /** When the person was checked in: ISO instant with offset. */
  readonly at: string;
}

/**
 * No name, no birth date: whoever may read the link reads the Patient it leads to, or does not know whose it is.
 * `level3`: two readings of certain identifiers agreed with name and birth date, and staff had the person before them.
 */
const personOf = ({ entry, site, code, personId, at }: SharedLink): Person => ({
  resourceType: "Person",
  meta: { security: restricted() },
  identifier: [
    identifier("entry", entry),
    {
      type: concept("identifierType", "MR"),
      system: hisCodeSystem(site),
      value: code,
      period: { start: at },
    },
  ],
  managingOrganization: referenceByIdentifier("Organization", "site", site),
  active: true,
  link: [{ target: { reference: `Patient/${personId}`, type: "Patient" }, assurance: "level3" }],
});

/** A site link for the other machines of its hospital: Person and Provenance, each created once however often it is sent. */
export const shareLinkBundle = (link: SharedLink, author: Author): TransactionBundle<Person | Provenance> =>
  transaction<Person | Provenance>([
    createByIdentifier(personOf(link), link.entry),
    createByTag(
      provenance({
        entry: link.provenanceEntry,
        target: urn(link.entry),
        at: link.at,
        author,
        activity: "CREATE",
      }),
      link.provenanceEntry,
    ),
  ]);
