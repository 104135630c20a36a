import { DATE_FORMATS } from "@cadre-care/domain";
import { FIELD_ROLES } from "@cadre-care/his/draft";
import { z } from "zod";

/** Why the draft is not right as it stands: whoever reviews the file must be able to judge it. */
const why = z.string().min(12);
const selector = z.string().min(1);
const sex = z.enum(["male", "female"]);

/** A key of the profile's file, written anew. `at` is a JSON Pointer (RFC 6901); a value of null takes the key away. */
const setSchema = z.strictObject({
  do: z.literal("set"),
  at: z.string().regex(/^(?:\/[^/]+)+$/u),
  value: z.json(),
  why,
});
export type SetCorrection = z.infer<typeof setSchema>;

/** What somebody changes in one drafted page, in order. All but the last two are what the wizard's screens offer. */
export const correctionSchema = z.discriminatedUnion("do", [
  /** Points in the page: `at` finds the element that is clicked, the first of several; `>>>` steps into a shadow root. */
  z.strictObject({
    do: z.literal("point"),
    target: z.enum([...FIELD_ROLES, "gutter", "banner"]),
    at: selector,
    why,
  }),
  /** Takes a field away. */
  z.strictObject({ do: z.literal("drop"), field: z.enum(FIELD_ROLES), why }),
  /** Answers the draft's question about dates. */
  z.strictObject({ do: z.literal("answer-dates"), format: z.enum(DATE_FORMATS), why }),
  /** Answers the draft's question about sex that stands in codes. */
  z.strictObject({ do: z.literal("answer-sex"), codes: z.record(z.string().min(1), sex), why }),
  /** Puts the marks at an edge of the list, `inset` CSS pixels inwards. */
  z.strictObject({ do: z.literal("edge"), edge: z.enum(["left", "right"]), inset: z.number(), why }),
  /** Puts the banner on another side of its element. */
  z.strictObject({
    do: z.literal("banner-position"),
    position: z.enum(["before", "after", "first-child"]),
    why,
  }),
  /** Changes where the page applies; what is not named stays. */
  z.strictObject({
    do: z.literal("where"),
    path: z.string().optional(),
    frame: z.enum(["any", "top", "nested"]).optional(),
    why,
  }),
  /** What columns and sexes are called after the HIS's language switch. The wizard sees one language at a time. */
  z.strictObject({
    do: z.literal("other-language"),
    headers: z.record(z.string(), z.string()).default({}),
    sex: z.record(z.string().min(1), sex).default({}),
    why,
  }),
  setSchema,
]);
export type Correction = z.infer<typeof correctionSchema>;

/** One page of a profile: how somebody comes to see it, and what they change in its draft. */
const visitSchema = z.strictObject({
  /** Address below the HIS's origin. Absent: the tab is as the visit before left it. */
  open: z.string().optional(),
  /** What is clicked there first, `count` times at once. */
  click: z
    .strictObject({
      at: selector,
      frame: z.string().optional(),
      count: z.number().int().min(1).max(2).default(1),
    })
    .optional(),
  /** A part of the address of the frame that shows the page. Absent: the tab's own document. */
  frame: z.string().optional(),
  /** Says something as soon as the page stands there. */
  filled: selector,
  take: z.enum(["list", "patient"]),
  corrections: z.array(correctionSchema),
});
export type Visit = z.infer<typeof visitSchema>;

/** The file `corrections.json` beside a profile: all that is not the draft's own. */
export const correctionsSchema = z.strictObject({
  /** What the wizard's first step asks for. */
  hospital: z.strictObject({
    id: z.string(),
    site: z.string(),
    name: z.strictObject({ vi: z.string(), en: z.string() }),
    origins: z.array(z.string()).min(1),
  }),
  visits: z.array(visitSchema).min(1),
  /** What can only be said of the profile as a whole. */
  corrections: z.array(setSchema).default([]),
});
export type Corrections = z.infer<typeof correctionsSchema>;
