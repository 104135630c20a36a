import { z } from "zod";
import { elementManifest } from "../../publish/manifest/element-manifest.mjs";
import { hasElements, publishedPackages } from "../../publish/published-packages.mjs";

const named = z.object({
  name: z.string().default(""),
  description: z.string().default(""),
  type: z.object({ text: z.string() }).optional(),
});
const member = named.extend({
  kind: z.string(),
  privacy: z.string().default("public"),
  static: z.boolean().default(false),
  default: z.string().optional(),
  attribute: z.string().optional(),
});
const declaration = named.extend({
  kind: z.string(),
  tagName: z.string().optional(),
  members: z.array(member).default([]),
  events: z.array(named).default([]),
  slots: z.array(named).default([]),
  cssParts: z.array(named).default([]),
  cssProperties: z.array(named).default([]),
  attributes: z.array(named.extend({ fieldName: z.string().optional() })).default([]),
});

/** What the site reads of a custom elements manifest (schema 1.0.0 and 2.x). */
const manifestSchema = z.object({
  modules: z.array(z.object({ path: z.string(), declarations: z.array(declaration).default([]) })),
});
export type Declaration = z.infer<typeof declaration>;

/** The elements of a manifest, by tag. @throws ZodError where it is none */
export const elementsOf = (manifest: unknown): readonly Declaration[] =>
  manifestSchema
    .parse(manifest)
    .modules.flatMap(({ declarations }) => declarations)
    .filter(({ tagName }) => tagName !== undefined)
    .sort((one, other) => (one.tagName ?? "").localeCompare(other.tagName ?? "", "en"));

/** The elements of all packages that have any, from their sources as they are. @throws Error naming what has no description */
export const readElements = async (): Promise<readonly Declaration[]> => {
  const manifests = await Promise.all(
    publishedPackages.filter(hasElements).map((published) => elementManifest(published)),
  );
  return manifests.flatMap(elementsOf);
};
