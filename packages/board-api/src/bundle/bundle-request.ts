import { z } from "zod";
import { BoardError } from "../outcome/outcome.ts";

const MOST_ENTRIES = 200;

const request = z.object({
  method: z.enum(["GET", "POST", "PUT"]),
  url: z.string().min(1).max(2000),
  ifNoneExist: z.string().min(1).max(2000).optional(),
  ifMatch: z.string().min(1).max(100).optional(),
});

const bundle = z.object({
  resourceType: z.literal("Bundle"),
  type: z.enum(["transaction", "batch"]),
  entry: z
    .array(
      z.object({
        fullUrl: z.string().max(500).optional(),
        resource: z.object({ resourceType: z.string() }).passthrough().optional(),
        request,
      }),
    )
    .max(MOST_ENTRIES)
    .default([]),
});

export type BundleRequest = z.infer<typeof bundle>;
export type BundleRequestEntry = BundleRequest["entry"][number];

/** @throws BoardError `bundle-invalid` */
export const parseBundle = (body: unknown): BundleRequest => {
  const parsed = bundle.safeParse(body);
  if (!parsed.success) throw new BoardError("bundle-invalid");
  const urls = parsed.data.entry.flatMap((entry) => (entry.fullUrl === undefined ? [] : [entry.fullUrl]));
  const incomplete = parsed.data.entry.some(
    (entry) => (entry.request.method === "GET") !== (entry.resource === undefined),
  );
  if (new Set(urls).size !== urls.length || incomplete) throw new BoardError("bundle-invalid");
  return parsed.data;
};

/** `W/"3"` or `"3"` to `3`. */
export const versionOfIfMatch = (ifMatch: string | undefined): string | undefined =>
  /^(?:W\/)?"([^"]+)"$/.exec(ifMatch ?? "")?.[1];
