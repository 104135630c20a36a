import type { Queryable } from "../database/database.ts";
import { BoardError, type Complaint } from "../outcome/outcome.ts";
import type { PolicyInForce } from "../policy/policy-in-force.ts";
import type { ValueSetLookup } from "../terminology/value-set-lookup.ts";
import { profileComplaints } from "./profiles.ts";
import { referenceComplaints } from "./references.ts";
import { namesRefusedTier } from "./refused-tiers.ts";
import { formResponseComplaints } from "./response/form-response.ts";
import { structureComplaints } from "./structure.ts";
import { subjectComplaints } from "./subjects.ts";

/** What resources are judged by. */
export interface InForce {
  readonly policies: PolicyInForce;
  readonly valueSets: ValueSetLookup;
}

const throwAny = (complaints: readonly Complaint[]): void => {
  const [first, ...more] = complaints;
  if (first) throw new BoardError(first, ...more.slice(0, 19));
};

/** Refuses persons of the secret tier, before anything else is said about the resource. */
export const refuseSecretTier = async (
  database: Queryable,
  policies: PolicyInForce,
  resource: unknown,
): Promise<void> => {
  const policy = await policies.read(database);
  if (policy && namesRefusedTier(resource, policy.refusedTiers)) throw new BoardError("refused-tier");
};

/**
 * What a resource must satisfy in itself: tier, R4 structure, required codes, our profiles.
 * @throws BoardError naming elements, never values
 */
export const validateContent = async (
  database: Queryable,
  { policies, valueSets }: InForce,
  resource: { readonly resourceType: string },
): Promise<void> => {
  await refuseSecretTier(database, policies, resource);
  throwAny(structureComplaints(resource));
  throwAny(profileComplaints(resource, { policy: await policies.read(database) }));
  throwAny(await formResponseComplaints(database, valueSets, resource));
};

/** After everything of a transaction is stored: each reference leads somewhere, and not to another person's. */
export const validateReferences = async (
  database: Queryable,
  resources: readonly { readonly resourceType: string }[],
): Promise<void> => {
  throwAny(await referenceComplaints(database, resources));
  throwAny(await subjectComplaints(database, resources));
};
