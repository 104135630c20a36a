import { z } from "zod";
import { checkProfile } from "./check-profile.ts";
import { listPageSchema, patientPageSchema } from "./page-schema.ts";
import { refusal } from "./refusals.ts";

const code = z.string().regex(/^[a-z0-9][a-z0-9-]{0,63}$/);
const origin = z.string().regex(/^https?:\/\/[a-z0-9.-]+(:[0-9]{1,5})?$/, refusal("origin"));

/**
 * How one hospital's HIS pages are read (hồ sơ trang). Plain data: selectors, column headers and stated formats, no code.
 * What it cannot express is not read. Checked when a build is packed, and by a board that keeps it as a `Library` resource.
 */
export const siteProfileSchema = z
  .strictObject({
    /** Lets an editor check the file against the published JSON Schema (json-schema.ts). Read by nobody else. */
    $schema: z.string().max(300).optional(),
    formatVersion: z.literal(1),
    id: code,
    /** Grows with every correction: what a problem is reported against, and what a policy switches off. */
    version: z
      .string()
      .regex(/^[0-9A-Za-z][0-9A-Za-z.-]{0,39}$/)
      .default("1"),
    name: z.strictObject({ vi: z.string().min(1), en: z.string().min(1) }),
    /** Id of the site (cơ sở) in the policy. */
    site: code,
    origins: z.array(origin).min(1).max(20),
    /**
     * Where a click in the banner shows forms. `browser`: the browser's side panel (Firefox: a window). `docked`: a frame of
     * ours at the page's edge, for screens and browsers where nothing else may open.
     */
    panel: z.enum(["browser", "docked"]).default("browser"),
    pages: z
      .array(z.discriminatedUnion("kind", [listPageSchema, patientPageSchema]))
      .min(1)
      .max(50),
  })
  .superRefine(checkProfile);

export type SiteProfile = z.infer<typeof siteProfileSchema>;
/** What a profile file may leave out, because it has a default. */
export type SiteProfileInput = z.input<typeof siteProfileSchema>;
