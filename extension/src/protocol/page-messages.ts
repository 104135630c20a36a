import { FACT_CHARACTERS, PAGE_FACTS, tidyFact } from "@cadre-care/domain";
import { READING_FAULTS } from "@cadre-care/his/problems";
import { statedIdentity, statedUrgency } from "@cadre-care/vault/protocol";
import { z } from "zod";

/**
 * What a content script tells the background. It gets no answer (DESIGN rule 2), but for one word that is the same for
 * everybody: whether the board has switched its profile off. Every field is bounded: the page may feed it anything.
 */
const shortText = z.string().max(200);
export const hostToken = z.string().regex(/^[a-z]{20}$/);
const generation = z.number().int().nonnegative();
const pageId = z.string().max(64);
const pixels = z.number().finite().min(-1e7).max(1e7);

/** Places in the profile's page, of the profile's own making. No word comes from the page's side: the background has them. */
const fault = z.strictObject({
  code: z.enum(READING_FAULTS),
  place: z.string().regex(/^[A-Za-z0-9.[\]-]{0,80}$/),
});

const siteFinding = fault.extend({
  page: z.string().regex(/^(?:\*|[a-z0-9][a-z0-9-]{0,63})$/),
  kind: z.enum(["list", "patient", "none"]),
  off: z.boolean(),
});

/** What the profile takes from a page for a form; tidied where it was read, and here found to be so. */
const fact = z.strictObject({
  item: z.enum(PAGE_FACTS),
  text: z
    .string()
    .max(FACT_CHARACTERS)
    .refine((text) => tidyFact(text) === text),
});

/** One that is not as it should be is left out: a proposal less, while everything else that was said counts. */
const facts = z
  .array(fact.nullable().catch(null))
  .max(PAGE_FACTS.length)
  .transform((all) => all.filter((one) => one !== null));

export const pageMessage = z.discriminatedUnion("type", [
  z.strictObject({
    type: z.literal("hello"),
    profile: shortText,
    /** Random attribute that the hosts of this document carry; the background styles them by it. */
    attribute: z.string().regex(/^[a-z]{12}$/),
  }),
  z.strictObject({
    type: z.literal("page"),
    kind: z.enum(["list", "patient", "none", "unrecognised"]),
    findings: z.array(siteFinding).max(10),
  }),
  z.strictObject({ type: z.literal("host"), role: z.enum(["marks", "banner", "docked"]), token: hostToken }),
  z.strictObject({ type: z.literal("host-gone"), token: hostToken }),
  z.strictObject({
    type: z.literal("rows"),
    list: hostToken,
    generation,
    rows: z
      .array(
        z.strictObject({
          key: z.string().max(40),
          identity: statedIdentity,
          urgency: statedUrgency,
          top: pixels,
          height: pixels,
        }),
      )
      .max(400),
  }),
  z.strictObject({
    type: z.literal("patient"),
    page: pageId,
    generation,
    settled: z.boolean(),
    identity: statedIdentity.nullable(),
    urgency: statedUrgency,
    faults: z.array(fault).max(10),
    facts,
  }),
  z.strictObject({ type: z.literal("patient-gone") }),
  /** A part of an identity that a page in another document joins; `page` is the page of the profile that states it. */
  z.strictObject({
    type: z.literal("part"),
    page: pageId,
    settled: z.boolean(),
    identity: statedIdentity.nullable(),
    urgency: statedUrgency,
    faults: z.array(fault).max(10),
  }),
  z.strictObject({ type: z.literal("part-gone"), page: pageId }),
]);

/** `off`: the policy switches this profile off; take the hosts away and read nothing. `on`: go on as ever. */
export type PageOrder = "off" | "on";

export type PageMessage = z.infer<typeof pageMessage>;
