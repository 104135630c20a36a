import { formatSearchQuery, type SearchRequest, type WithId } from "@medplum/core";
import type { Bundle, BundleLink, Resource } from "@medplum/fhirtypes";
import type { SearchPage } from "../search/run-search.ts";
import { fhirResource } from "./medplum-types.ts";
import type { ResourceRow, StoredResource } from "./stored-resource.ts";

const fullUrl = (baseUrl: string, resource: StoredResource): string =>
  `${baseUrl}/${resource.resourceType}/${resource.id}`;

/** `meta.lastUpdated` is the database's time before the page was read: the client's next cursor. */
export const searchBundle = <T extends Resource>(
  request: SearchRequest<T>,
  page: SearchPage,
  baseUrl: string,
): Bundle<WithId<T>> => {
  const address = (search: SearchRequest): string =>
    `${baseUrl}/${search.resourceType}${formatSearchQuery(search)}`;
  const link: BundleLink[] = [{ relation: "self", url: address(request) }];
  if (page.next !== undefined)
    link.push({ relation: "next", url: address({ ...request, cursor: page.next }) });
  const entry = (mode: "match" | "include") => (resource: StoredResource) => ({
    fullUrl: fullUrl(baseUrl, resource),
    resource: fhirResource<T>(resource),
    search: { mode },
  });
  return {
    resourceType: "Bundle",
    type: "searchset",
    meta: { lastUpdated: page.asOf.toISOString() },
    ...(page.total === undefined ? {} : { total: page.total }),
    link,
    entry: [...page.matches.map(entry("match")), ...page.included.map(entry("include"))],
  };
};

export const historyBundle = <T extends Resource>(
  rows: readonly ResourceRow[],
  baseUrl: string,
): Bundle<WithId<T>> => ({
  resourceType: "Bundle",
  type: "history",
  entry: rows.map((row) => ({
    fullUrl: fullUrl(baseUrl, row.content),
    resource: fhirResource<T>(row.content),
    request: {
      method: row.version === 1 ? "POST" : "PUT",
      url: row.version === 1 ? row.type : `${row.type}/${row.id}`,
    },
    response: {
      status: row.version === 1 ? "201" : "200",
      etag: `W/"${row.version}"`,
      lastModified: row.last_updated.toISOString(),
    },
  })),
});
