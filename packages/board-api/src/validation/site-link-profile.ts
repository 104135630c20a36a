import { CODE_SYSTEMS, hisCodeSystem, IDENTIFIER_SYSTEMS } from "@cadre-care/fhir";
import { hisCodesOf, identifiersOf } from "../repository/keys.ts";
import { valuesAt } from "../search/tokens.ts";
import { codesAt, firstText } from "./codes-at.ts";
import { type Check, carriesOneEntryKey, inPolicy, isConfidential, violated } from "./profile-checks.ts";

/** Elements that would make a link say who somebody is: that stands in the Patient, for those who may read it. */
const DEMOGRAPHICS = ["name", "telecom", "gender", "birthDate", "address", "photo"];

/** A hospital's own code and the managed person whom it leads to (docs/fhir-profile.md, Site links). */
export const siteLinkComplaints: Check = (resource, context) => {
  const [site, ...others] = identifiersOf(
    { identifier: valuesAt(resource, "managingOrganization.identifier") },
    IDENTIFIER_SYSTEMS.site,
  );
  const codes = hisCodesOf(resource);
  const targets = valuesAt(resource, "link");
  return [
    ...carriesOneEntryKey(resource, context),
    ...isConfidential(resource, context),
    ...violated("Person.managingOrganization.identifier", site !== undefined && others.length === 0),
    ...violated(
      "Person.identifier",
      codes.length === 1 &&
        valuesAt(resource, "identifier").length === 2 &&
        codes[0]?.system === hisCodeSystem(site ?? "") &&
        codesAt(resource, "identifier.type", CODE_SYSTEMS.identifierType).includes("MR"),
    ),
    ...violated("Person.active", valuesAt(resource, "active").length === 1),
    ...violated(
      "Person.link",
      targets.length === 1 && (firstText(resource, "link.target.reference")?.startsWith("Patient/") ?? false),
    ),
    ...DEMOGRAPHICS.flatMap((element) =>
      violated(`Person.${element}`, valuesAt(resource, element).length === 0),
    ),
    ...inPolicy(
      "Person.managingOrganization.identifier",
      context.policy?.sites.some((known) => known.id === site) ?? false,
    ),
  ];
};
