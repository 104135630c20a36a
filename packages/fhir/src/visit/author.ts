import { concept, taggedMeta } from "../build.ts";
import type { CodeableConcept, Provenance, Reference } from "../resources/index.ts";

/** A signed-in member of staff. `reference` is the board's `fhirUser` claim, such as `Practitioner/17`. */
export interface Author {
  readonly reference: string;
  readonly name: string;
}

export const authorReference = (author: Author): Reference => ({
  reference: author.reference,
  type: "Practitioner",
  display: author.name,
});

const ACTIVITIES: Readonly<Record<"CREATE" | "UPDATE" | "NULLIFY", CodeableConcept>> = {
  CREATE: concept("dataOperation", "CREATE", "create"),
  UPDATE: concept("dataOperation", "UPDATE", "revise"),
  NULLIFY: concept("dataOperation", "NULLIFY", "nullify"),
};

/**
 * Who did it and when. `at` is when the user acted, by this machine's clock, with its offset; the board adds its own
 * time of arrival in `meta.lastUpdated`.
 */
export function provenance(input: {
  readonly entry: string;
  /** One reference, or several where one act made several resources. */
  readonly target: string | readonly string[];
  readonly at: string;
  readonly author: Author;
  readonly activity: keyof typeof ACTIVITIES;
}): Provenance {
  return {
    resourceType: "Provenance",
    meta: taggedMeta(input.entry),
    target: [input.target].flat().map((reference) => ({ reference })),
    occurredDateTime: input.at,
    recorded: input.at,
    activity: ACTIVITIES[input.activity],
    agent: [
      { type: concept("provenanceParticipant", "author", "Author"), who: authorReference(input.author) },
    ],
  };
}
