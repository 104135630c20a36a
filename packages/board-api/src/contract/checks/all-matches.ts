import type { Answer, Desk } from "../calls.ts";
import { permitted, same } from "./findings.ts";

type Resource = Record<string, unknown>;

/** What a page found; what was included beside it is left out. R4 leaves `search.mode` open where nothing is included. */
export const matchesOf = (page: Answer): readonly Resource[] =>
  page.bundle.entry.flatMap(({ resource, search }) =>
    resource && search?.mode !== "include" && search?.mode !== "outcome" ? [resource] : [],
  );

export const nextLink = (page: Answer): string | undefined =>
  page.bundle.link?.find((link) => link.relation === "next")?.url;

/** All matches over all pages. @throws DoesNotHold, NotAsked */
export const allMatches = async (desk: Desk, path: string): Promise<readonly Resource[]> => {
  const found: Resource[] = [];
  for (let next: string | undefined = path; next !== undefined; ) {
    const page: Answer = permitted(await desk.get(next));
    same("status of a page of a search", 200, page.status);
    found.push(...matchesOf(page));
    next = nextLink(page);
  }
  return found;
};
