import type { DirectoryEntry } from "@cadre-care/domain";
import { type EpisodeOfCare, type Flag, type Patient, rosterResources } from "@cadre-care/fhir";

type Resource = (Patient | Flag | EpisodeOfCare) & {
  id: string;
  meta: { versionId: string; lastUpdated: string };
};
type Type = Resource["resourceType"];
type Change = Patient | Flag | EpisodeOfCare;

const unit = { reference: "Organization/unit" };
const personOf = (resource: Resource): string => {
  if (resource.resourceType === "Patient") return resource.id;
  const reference = resource.resourceType === "Flag" ? resource.subject : resource.patient;
  return (reference.reference ?? "").replace("Patient/", "");
};

/**
 * The roster side of a board, as a fetch function. Pages are offsets into the result as it is when the page is asked for,
 * so that a change during paging shifts them: the way that simple servers lose entries.
 */
export class RosterBoard {
  readonly resources = new Map<string, Resource>();
  readonly requests: string[] = [];
  /** Called before each answer; may change the roster, or throw as a broken network does. */
  beforeAnswer: (request: number) => void = () => undefined;
  /** Cuts the text of an answer. */
  cut: (request: number, text: string) => string = (_request, text) => text;
  pageSize = 4;
  /** A search parameter that this board does not know and, being strict, refuses. */
  refuses = "";
  #clock = Date.parse("2026-11-22T00:00:00Z");

  get time(): string {
    return new Date(this.#clock).toISOString();
  }

  pass(milliseconds: number): void {
    this.#clock += milliseconds;
  }

  put(resource: Change): void {
    this.#clock += 10;
    const id = resource.id ?? "";
    const key = `${resource.resourceType}/${id}`;
    const version = Number(this.resources.get(key)?.meta.versionId ?? 0) + 1;
    const meta = { ...resource.meta, versionId: String(version), lastUpdated: this.time };
    this.resources.set(key, { ...resource, id, meta });
  }

  enrol(entry: DirectoryEntry): void {
    const { patient, flag, episode } = this.wire(entry);
    for (const resource of [patient, flag, episode]) this.put(resource);
  }

  wire(entry: DirectoryEntry) {
    const ids = { flagId: `f-${entry.personId}`, episodeId: `e-${entry.personId}` };
    return rosterResources(entry, { unit, ...ids });
  }

  readonly fetch: typeof globalThis.fetch = async (input) => {
    const url = new URL(String(input));
    const number = this.requests.push(`${url.pathname.split("/").at(-1)}?${url.searchParams}`);
    this.beforeAnswer(number);
    if (url.searchParams.has(this.refuses))
      return new Response(
        JSON.stringify({
          resourceType: "OperationOutcome",
          issue: [{ severity: "error", code: "not-supported" }],
        }),
        { status: 400 },
      );
    const text = JSON.stringify(this.#search(url));
    return new Response(this.cut(number, text), {
      headers: { "content-type": "application/fhir+json" },
    });
  };

  #search(url: URL) {
    this.#clock += 10;
    const { searchParams: parameters, pathname } = url;
    const type = pathname.split("/").at(-1) ?? "";
    const found = [...this.resources.values()]
      .filter((resource) => resource.resourceType === type && this.#fits(resource, parameters))
      .sort((one, other) => Date.parse(one.meta.lastUpdated) - Date.parse(other.meta.lastUpdated));
    const offset = Number(parameters.get("offset") ?? 0);
    const page = found.slice(offset, offset + this.pageSize);
    const included = parameters.has("_include")
      ? page.flatMap((resource) => this.resources.get(`Patient/${personOf(resource)}`) ?? [])
      : [];
    const next = new URL(url);
    next.searchParams.set("offset", String(offset + this.pageSize));
    return {
      resourceType: "Bundle",
      type: "searchset",
      meta: { lastUpdated: this.time },
      ...(offset === 0 ? { total: found.length } : {}),
      link: offset + this.pageSize < found.length ? [{ relation: "next", url: next.href }] : [],
      entry: [...page, ...included].map((resource) => ({ resource })),
    };
  }

  #fits(resource: Resource, parameters: URLSearchParams): boolean {
    const since = parameters.get("_lastUpdated")?.replace("gt", "");
    const list = (name: string) => parameters.get(name)?.split(",");
    const persons =
      list("_id") ?? (list("subject") ?? list("patient"))?.map((value) => value.replace("Patient/", ""));
    const status = list("status");
    return (
      (since === undefined || Date.parse(resource.meta.lastUpdated) > Date.parse(since)) &&
      (!persons || persons.includes(personOf(resource))) &&
      (!status || ("status" in resource && status.includes(resource.status)))
    );
  }

  all(type: Type): Resource[] {
    return [...this.resources.values()].filter((resource) => resource.resourceType === type);
  }
}
