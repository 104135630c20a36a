import type { BoardLink } from "@cadre-care/domain";
import { identifiersOf, referencedId } from "../build.ts";
import type { AnyResource, Person, TransactionEntry } from "../resources/index.ts";
import { HIS_CODE_SYSTEMS } from "../systems.ts";

/** Identifier system of the patient codes of one hospital's HIS. `site`: its code in the policy. */
export const hisCodeSystem = (site: string): string => `${HIS_CODE_SYSTEMS}${encodeURIComponent(site)}`;

/** Undefined where the Person is no site link of ours. */
export const siteLinkFact = (person: Person): BoardLink | undefined => {
  const [entry, ...entries] = identifiersOf(person.identifier, "entry");
  const [code, ...codes] = (person.identifier ?? []).filter(({ system }) =>
    system?.startsWith(HIS_CODE_SYSTEMS),
  );
  const [link, ...links] = person.link ?? [];
  const personId = referencedId(link?.target, "Patient");
  const site = siteOf(code?.system ?? "");
  if (entries.length + codes.length + links.length > 0) return undefined;
  if (!entry?.value || !code?.value || personId === undefined || site === undefined) return undefined;
  return {
    entry: entry.value,
    site,
    code: code.value,
    personId,
    active: person.active !== false,
    ...(code.period?.start === undefined ? {} : { since: code.period.start }),
  };
};

const siteOf = (system: string): string | undefined => {
  try {
    return decodeURIComponent(system.slice(HIS_CODE_SYSTEMS.length)) || undefined;
  } catch {
    return undefined;
  }
};

/** PUT that takes a link back, only if the board still holds the version that was read. */
export const withdrawnSiteLink = (
  person: AnyResource & { readonly id: string },
  version: string,
): TransactionEntry<AnyResource> => ({
  resource: { ...person, active: false },
  request: { method: "PUT", url: `Person/${person.id}`, ifMatch: `W/"${version}"` },
});
