import { z } from "zod";
import type { CheckId } from "../checks/all-checks.ts";
import { ifMatchOf } from "../checks/entries.ts";
import type { Fault, Forward, Passed, Passing } from "./crippling-proxy.ts";

export interface NamedFault {
  readonly name: string;
  readonly fault: Fault;
  /** Exactly these checks do not hold then. */
  readonly found: readonly CheckId[];
}

const bundleSchema = z.looseObject({
  resourceType: z.literal("Bundle"),
  entry: z.array(
    z.looseObject({ request: z.looseObject({ method: z.string(), url: z.string() }).optional() }),
  ),
});
type Bundle = z.infer<typeof bundleSchema>;

const jsonOf = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};
const resourceSchema = z.record(z.string(), z.unknown());

const bundleIn = (body: string): Bundle | undefined => bundleSchema.safeParse(jsonOf(body)).data;

const inQuery = (request: Passing, change: (query: URLSearchParams) => void): void => {
  const url = new URL(request.path, "http://board");
  change(url.searchParams);
  request.path = `${url.pathname}${url.search}`;
};

const isType = (path: string, type: string): boolean => path.startsWith(`/fhir/${type}`);

/** The version that the board holds, whatever the sender believes. */
const currentVersion = async (path: string, request: Passing, forward: Forward): Promise<string> => {
  const { "content-type": _type, ...headers } = request.headers;
  const read = await forward({ method: "GET", path, headers, body: "" });
  return ifMatchOf(resourceSchema.safeParse(jsonOf(read.body)).data ?? {});
};

const anyVersion = async (request: Passing, forward: Forward): Promise<void> => {
  if (request.method === "PUT" && request.headers["if-match"] !== undefined)
    request.headers["if-match"] = await currentVersion(request.path, request, forward);
  const bundle = request.method === "POST" ? bundleIn(request.body) : undefined;
  if (!bundle) return;
  for (const { request: asked } of bundle.entry)
    if (asked?.method === "PUT")
      Object.assign(asked, { ifMatch: await currentVersion(`/fhir/${asked.url}`, request, forward) });
  request.body = JSON.stringify(bundle);
};

const unconditional = (request: Passing): void => {
  const bundle = request.method === "POST" ? bundleIn(request.body) : undefined;
  if (!bundle) return;
  for (const { request: asked } of bundle.entry) if (asked) Reflect.deleteProperty(asked, "ifNoneExist");
  request.body = JSON.stringify(bundle);
};

const inAnswer = (answer: Passed, change: (bundle: Bundle) => object): void => {
  const bundle = bundleSchema.safeParse(jsonOf(answer.body)).data;
  if (bundle) answer.body = JSON.stringify(change(bundle));
};

const modeSchema = z.looseObject({ search: z.object({ mode: z.string() }) });

const acceptedAnyway = (answer: Passed, { path, method }: Passing): void => {
  if (answer.status !== 409 || method !== "POST" || path !== "/fhir") return;
  answer.status = 200;
  answer.body = JSON.stringify({
    resourceType: "Bundle",
    type: "transaction-response",
    entry: [{ response: { status: "201" } }, { response: { status: "201" } }],
  });
};

const contentSchema = z.looseObject({ content: z.array(z.looseObject({ contentType: z.string() })) });

const unsigned = (bundle: Bundle): object => ({
  ...bundle,
  entry: bundle.entry.map((one) => {
    const library = contentSchema.safeParse(one.resource).data;
    if (!library) return one;
    const content = library.content.filter(({ contentType }) => contentType !== "application/jose");
    return { ...one, resource: { ...library, content } };
  }),
});

const linkSchema = z.looseObject({ url: z.string(), relation: z.string() });

const elsewhere = (bundle: Bundle): object => ({
  ...bundle,
  link: z
    .array(linkSchema)
    .catch([])
    .parse(bundle.link)
    .map((link) => ({ ...link, url: link.url.replace(/^http:\/\/[^/]+/, "http://127.0.0.1:9") })),
});

/** Servers as they should not be. `officer`: an access token that reads everything. */
export const namedFaults = (officer: () => string): readonly NamedFault[] => [
  {
    name: "ignores If-Match",
    fault: { before: anyVersion, serial: true },
    found: ["all-or-nothing", "if-match", "amendments-at-once"],
  },
  {
    name: "drops ifNoneExist",
    fault: { before: unconditional },
    found: [
      "create-by-identifier",
      "create-by-tag",
      "create-at-once",
      "create-after-amendment",
      "site-links",
    ],
  },
  {
    name: "lets a second desk open a second visit, and a second link of one code",
    fault: { after: acceptedAnyway },
    found: ["one-open-visit", "one-site-link"],
  },
  {
    name: "ignores _lastUpdated",
    fault: { before: (request) => inQuery(request, (query) => query.delete("_lastUpdated")) },
    found: ["roster"],
  },
  {
    name: "includes nothing",
    fault: {
      after: (answer) =>
        inAnswer(answer, (bundle) => ({
          ...bundle,
          entry: bundle.entry.filter((one) => modeSchema.safeParse(one).data?.search.mode !== "include"),
        })),
    },
    found: ["roster"],
  },
  {
    name: "pages to another server",
    fault: { after: (answer) => inAnswer(answer, elsewhere) },
    found: ["roster"],
  },
  {
    name: "does not say as of when a page is",
    fault: { after: (answer) => inAnswer(answer, ({ meta: _meta, ...bundle }) => bundle) },
    found: ["roster"],
  },
  {
    name: "refuses with pages of a proxy",
    fault: {
      after: (answer, { path }) => {
        if (!isType(path, "") && path !== "/fhir") return;
        if (answer.status < 400 || answer.status === 401) return;
        answer.headers["content-type"] = "text/html";
        answer.body = "<html>Error</html>";
      },
    },
    found: ["outcomes", "all-or-nothing", "if-match", "one-open-visit", "one-site-link", "refused-tier"],
  },
  {
    name: "keeps the JSON of a document alone",
    fault: {
      after: (answer, { path }) => {
        if (isType(path, "Library")) inAnswer(answer, unsigned);
      },
    },
    found: ["policy", "forms", "terminology"],
  },
  {
    name: "shows everything to anybody",
    fault: {
      before: (request) => {
        if (request.method === "GET") request.headers.authorization = `Bearer ${officer()}`;
      },
    },
    found: ["sign-in-required", "audit-write-only"],
  },
  {
    name: "signs in without PKCE",
    fault: {
      before: (request) => {
        if (!request.path.startsWith("/oidc/auth?")) return;
        inQuery(request, (query) => {
          query.set("code_challenge", "x".repeat(43));
          query.set("code_challenge_method", "S256");
        });
      },
    },
    found: ["pkce"],
  },
  {
    name: "has no sign-in discovery",
    fault: {
      after: (answer, { path }) => {
        if (path.endsWith("/smart-configuration")) answer.status = 404;
        if (path.endsWith("/smart-configuration")) answer.body = "";
      },
    },
    found: ["sign-in-discovery"],
  },
];
