import { readFileSync } from "node:fs";
import type { Policy } from "@cadre-care/domain";
import { CODE_SYSTEMS, IDENTIFIER_SYSTEMS, LIBRARY_URLS } from "@cadre-care/fhir";
import { z } from "zod";
import type { StoredResource } from "../repository/stored-resource.ts";
import type { DemoAccount } from "./demo-data.ts";
import { stableId } from "./stable-id.ts";

export const practitionerId = (login: string): string => stableId("practitioner", login);

export const organisationResources = (policy: Policy): readonly StoredResource[] => [
  {
    resourceType: "Organization",
    id: policy.unit.id,
    active: true,
    name: policy.unit.name.vi,
  },
  ...policy.sites.map((site) => ({
    resourceType: "Organization",
    id: site.id,
    identifier: [{ system: IDENTIFIER_SYSTEMS.site, value: site.id }],
    active: true,
    name: site.name.vi,
  })),
];

export const practitionerResources = (accounts: readonly DemoAccount[]): readonly StoredResource[] =>
  accounts.map((account) => ({
    resourceType: "Practitioner",
    id: practitionerId(account.login),
    active: true,
    name: [{ text: account.name }],
  }));

const library = (
  id: string,
  url: string,
  version: string,
  content: unknown,
  site?: string,
): StoredResource => ({
  resourceType: "Library",
  id,
  url,
  ...(site === undefined ? {} : { identifier: [{ system: IDENTIFIER_SYSTEMS.site, value: site }] }),
  version,
  status: "active",
  type: { coding: [{ system: CODE_SYSTEMS.libraryType, code: "asset-collection" }] },
  content: [
    { contentType: "application/json", data: Buffer.from(JSON.stringify(content)).toString("base64") },
  ],
});

export const policyResource = (policy: Policy): StoredResource =>
  library("policy", LIBRARY_URLS.policy, policy.version, policy);

/** The two members of a site profile that the board needs; clients validate the rest (validation/library-profile.ts). */
const profileSchema = z.object({ site: z.string(), version: z.union([z.string(), z.number()]).default("1") });

export const siteProfileResource = (path: string): StoredResource => {
  const content: unknown = JSON.parse(readFileSync(path, "utf8"));
  const { site, version } = profileSchema.parse(content);
  return library(
    stableId("site-profile", site).slice(0, 36),
    LIBRARY_URLS.siteProfile,
    String(version),
    content,
    site,
  );
};
