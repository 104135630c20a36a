import { z } from "zod";
import { IDENTIFIER_SYSTEMS } from "../systems.ts";

const entrySchema = z.object({
  fullUrl: z.string().optional(),
  resource: z.looseObject({ resourceType: z.string(), id: z.string().optional() }),
  request: z.object({
    method: z.enum(["POST", "PUT"]),
    url: z.string(),
    ifNoneExist: z.string().optional(),
    ifMatch: z.string().optional(),
  }),
});
const transactionSchema = z.object({
  resourceType: z.literal("Bundle"),
  type: z.literal("transaction"),
  entry: z.array(entrySchema).min(1),
});

const identifier = z.object({ system: z.string(), value: z.string() });
const holder = z.object({
  /** Single in QuestionnaireResponse. */
  identifier: z.union([z.array(identifier), identifier.transform((one) => [one])]).optional(),
  meta: z.object({ tag: z.array(z.object({ system: z.string(), code: z.string() })).optional() }).optional(),
});

/** The condition that makes this resource's creation happen once, as the profile writes it. */
function expectedCondition(resource: unknown): string | undefined {
  const read = holder.safeParse(resource);
  if (!read.success) return undefined;
  const system = IDENTIFIER_SYSTEMS.entry;
  const identifier = read.data.identifier?.find((one) => one.system === system)?.value;
  const tag = read.data.meta?.tag?.find((one) => one.system === system)?.code;
  const value = identifier ?? tag;
  return (
    value &&
    `${identifier ? "identifier" : "_tag"}=${encodeURIComponent(system)}|${encodeURIComponent(value)}`
  );
}

/** Faults of a transaction as a whole: every POST conditional on its own UUID, every PUT on a version. */
export function transactionFaults(bundle: unknown): string[] {
  const read = transactionSchema.safeParse(bundle);
  if (!read.success)
    return [`transaction: ${read.error.issues[0]?.path.join(".")} ${read.error.issues[0]?.message}`];
  const names = read.data.entry.flatMap((entry) => entry.fullUrl ?? []);
  const faults = names.length === new Set(names).size ? [] : ["transaction: a fullUrl stands twice"];
  for (const [index, { resource, request, fullUrl }] of read.data.entry.entries()) {
    const path = `entry[${index}]`;
    if (request.method === "POST") {
      if (request.url !== resource.resourceType) faults.push(`${path}: POST to ${request.url}`);
      if (!fullUrl?.startsWith("urn:uuid:")) faults.push(`${path}: fullUrl is no urn:uuid`);
      if (resource.id !== undefined) faults.push(`${path}: a POST with an id`);
      if (request.ifNoneExist === undefined || request.ifNoneExist !== expectedCondition(resource))
        faults.push(`${path}: ifNoneExist does not name the entry's own UUID`);
    } else {
      if (request.url !== `${resource.resourceType}/${resource.id}`)
        faults.push(`${path}: PUT to ${request.url}`);
      if (!request.ifMatch?.startsWith('W/"')) faults.push(`${path}: PUT without ifMatch`);
    }
  }
  return faults;
}
