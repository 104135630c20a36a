import { foldName } from "@cadre-care/domain";
import { z } from "zod";
import { refusal } from "./refusals.ts";

/**
 * A CSS selector for `querySelectorAll`, in which `>>>` steps from an element into its shadow root, open or closed.
 * Whether a browser accepts it is found out in the page, and reported there.
 */
export const selector = z.string().trim().min(1).max(400).meta({ id: "selector", pattern: "\\S" });

/** How many elements a selector is expected to find. Any other count is a problem, never a guess. */
export const count = z
  .strictObject({ min: z.number().int().min(0), max: z.number().int().min(1).max(100_000) })
  .refine((range) => range.min <= range.max, { message: refusal("range-reversed") })
  .meta({ id: "count" });

const attribute = z.string().regex(/^[a-z][a-z0-9_.:-]{0,63}$/, refusal("attribute-name"));

/**
 * A regular expression (flags `iu`) that must match exactly once in the text; `group` 0 is the whole match.
 * Lookbehind, backreferences and nested quantifiers are refused: they can make a page wait.
 */
const match = z
  .strictObject({ pattern: z.string().min(1).max(200), group: z.number().int().min(0).max(9).default(0) })
  .superRefine(({ pattern, group }, context) => {
    let groups = 0;
    try {
      groups = (new RegExp(`${pattern}|`, "iu").exec("")?.length ?? 1) - 1;
    } catch {
      context.addIssue({ code: "custom", path: ["pattern"], message: refusal("pattern-malformed") });
      return;
    }
    if (group > groups)
      context.addIssue({ code: "custom", path: ["group"], message: refusal("group-missing") });
    if (/\\[1-9]|\\k<|\(\?<[=!]|[+*}]\)[+*{]/u.test(pattern))
      context.addIssue({ code: "custom", path: ["pattern"], message: refusal("pattern-slow") });
  });

/** A text that still says something when case, diacritics and punctuation are taken away. */
export const legible = (longest: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(longest)
    .refine((text) => foldName(text) !== "", { message: refusal("no-letters") })
    .meta({ pattern: "[\\p{L}\\p{N}]" });

/**
 * The header of a column, without regard to case, diacritics and spaces. Several: the page says one of them, as a HIS
 * with a language switch does.
 */
export const columnHeader = z
  .union([legible(100), z.array(legible(100)).min(1).max(6)])
  .meta({ id: "columnHeader" });

const place = {
  /** Relative to the row, the patient's root, or, with `header`, to the cell. Absent: that element itself. */
  selector: selector.optional(),
  /** Lists only: the column that has this header. */
  header: columnHeader.optional(),
  /** How many elements may be found; when there are several, all must say the same. Absent: exactly one. */
  count: count.optional(),
  match: match.optional(),
  /** An empty part leaves the whole field empty, unless it is optional. */
  optional: z.boolean().default(false),
};

/** Said in the published schema as well; `checkProfile` says it here, since it knows the words for it. */
const placed = { anyOf: [{ required: ["selector"] }, { required: ["header"] }] };

/**
 * Where one piece of text stands. `text`: everything inside the element; `own-text`: without child elements;
 * `value`: what an input or textarea holds now (never a password); `selected-option`: the text of a select's choice.
 */
export const partSchema = z
  .discriminatedUnion("from", [
    z.strictObject({ from: z.literal("text"), ...place }).meta(placed),
    z.strictObject({ from: z.literal("own-text"), ...place }).meta(placed),
    z.strictObject({ from: z.literal("value"), ...place }).meta(placed),
    z.strictObject({ from: z.literal("selected-option"), ...place }).meta(placed),
    z.strictObject({ from: z.literal("attribute"), attribute, ...place }),
  ])
  .meta({ id: "part" });

/** One or more parts, joined in this order with `join` between them. */
export const parts = z.array(partSchema).min(1).max(8);

export type Part = z.infer<typeof partSchema>;
export type ColumnHeader = z.infer<typeof columnHeader>;
export type Count = z.infer<typeof count>;
