import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";

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

const PLACES = ["packages/elements/custom-elements.json", "packages/elements/dist/custom-elements.json"];

/** The elements of the manifest, by tag; `undefined` where none was built. */
export const readManifest = (root: string): readonly Declaration[] | undefined => {
  const file = PLACES.map((place) => join(root, place)).find(existsSync);
  if (file === undefined) return undefined;
  return manifestSchema
    .parse(JSON.parse(readFileSync(file, "utf8")))
    .modules.flatMap(({ declarations }) => declarations)
    .filter(({ tagName }) => tagName !== undefined)
    .sort((one, other) => (one.tagName ?? "").localeCompare(other.tagName ?? "", "en"));
};
