import { JOIN_KEYS } from "@cadre-care/domain";
import { z } from "zod";
import { emergencySignalSchema, fieldsSchema } from "./field-schema.ts";
import { prefillSchema } from "./prefill-schema.ts";
import { columnHeader, count, selector } from "./source-schema.ts";

const code = z.string().regex(/^[a-z0-9][a-z0-9-]{0,63}$/);
/** A text in which `*` stands for any run of characters. */
const glob = z.string().min(1).max(300);

/** Which documents of the site's origins a page may appear in. `frame` is the document's own place. */
const whereSchema = z.strictObject({
  path: glob.default("*"),
  /** Query parameters that must be there, with their values. */
  query: z.record(z.string(), glob).default({}),
  /** The fragment, `#` included. Of a route such as `#/reception?tab=1` the query counts only where the pattern has a `?`. */
  hash: glob.optional(),
  frame: z.enum(["any", "top", "nested"]).default("any"),
});

/** What must be in the document for the page to count as shown. Without `count`: exactly one. */
const recogniseSchema = z
  .array(z.strictObject({ selector, count: count.optional() }))
  .min(1)
  .max(10);

const pixels = z.number().min(-2000).max(2000);
const width = z.number().min(4).max(200);

/**
 * Where the strip stands: over a column that the HIS leaves free (found by its header, or by a cell selector relative to
 * a row), or at an edge of the rows, `inset` CSS pixels inwards.
 */
const gutterSchema = z.union([
  z.strictObject({ at: z.literal("column"), header: columnHeader }),
  z.strictObject({ at: z.literal("column"), cell: selector }),
  z.strictObject({ at: z.literal("edge"), edge: z.enum(["left", "right"]), inset: pixels.default(0), width }),
]);

const common = {
  id: code,
  where: whereSchema.prefault({}),
  recognise: recogniseSchema,
  /** The element that holds all of it; exactly one visible element. */
  root: selector,
  fields: fieldsSchema,
  emergency: z.array(emergencySignalSchema).max(10).default([]),
};

export const listPageSchema = z.strictObject({
  ...common,
  kind: z.literal("list"),
  /** Selector relative to `root`. `count` is the range in which a healthy page stays. */
  rows: z.strictObject({ selector, count: count.optional() }),
  /** Needed where fields name a header. `cells` relative to a row, `headers` to `root`; `count` of cells in a healthy row. */
  columns: z.strictObject({ headers: selector, cells: selector.default(":scope > td"), count }).optional(),
  /** The element that scrolls: `root`, one inside it, or its closest ancestor that fits. Absent: the document. */
  scroller: selector.optional(),
  gutter: gutterSchema,
});

export const patientPageSchema = z.strictObject({
  ...common,
  kind: z.literal("patient"),
  /**
   * Where the banner's host goes; `anchor` is searched in the whole document and must be found once. A page without a
   * banner is a part of another page that names it under `joins`, and says nothing by itself.
   */
  banner: z
    .strictObject({ anchor: selector, position: z.enum(["before", "after", "first-child"]) })
    .optional(),
  /**
   * Further parts of the same patient's identity, in other documents of the same tab: pages of this profile without a
   * banner. A part counts while it states the same `key` as this page, and contradicts it in nothing.
   */
  joins: z.strictObject({ pages: z.array(code).min(1).max(5), key: z.enum(JOIN_KEYS) }).optional(),
  prefill: prefillSchema.optional(),
});

export type ListPage = z.infer<typeof listPageSchema>;
export type PatientPage = z.infer<typeof patientPageSchema>;
export type ProfilePage = ListPage | PatientPage;
export type Where = z.infer<typeof whereSchema>;
