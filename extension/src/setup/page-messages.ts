import { IDENTIFIER_KINDS } from "@cadre-care/domain";
import { SETTING_TARGETS } from "@cadre-care/his/draft";
import { z } from "zod/mini";
import { draftedField, draftQuestion, fieldRole } from "./draft-schemas.ts";

/** Name of the port of a document of the page, and of the overlay's frame in it: `overlay:` and the document's token. */
export const PAGE_PORT = "setup-page";
export const OVERLAY_PORT = "setup-overlay:";

/** What somebody may point at. */
const pointTarget = z.union([fieldRole, z.enum(["gutter", "banner", ...SETTING_TARGETS])]);
export type PointTarget = z.infer<typeof pointTarget>;

/** Pages of profiles travel as they are and are read by the product's own schema on arrival. */
const page = z.unknown();

/** What the wizard asks of a document of the page. `id` comes back with the answer. */
export const pageCommand = z.discriminatedUnion("do", [
  z.object({ do: z.literal("draft"), id: z.number() }),
  z.object({ do: z.literal("look"), id: z.number(), page }),
  z.object({ do: z.literal("fixture"), id: z.number(), pages: z.readonly(z.array(page)) }),
  /** Draws where the fields of this page stand, until another is shown. Without a page: nothing. */
  z.object({
    do: z.literal("show"),
    page: z.exactOptional(page),
    /** Also what it is recognised by, and the part that holds it. */
    settings: z.exactOptional(z.boolean()),
  }),
  /** `open`: the questions about this page that nobody has answered yet. */
  z.object({
    do: z.literal("point"),
    id: z.number(),
    page,
    target: pointTarget,
    open: z._default(z.readonly(z.array(draftQuestion)), []),
  }),
  z.object({ do: z.literal("stop-pointing") }),
]);
/** As it is sent, before defaults are filled in. */
export type PageCommand = z.input<typeof pageCommand>;

/** In characters: a longer address is cut, for it is only shown. */
export const LONGEST_PATH = 2_000;

const text = z.string().check(z.maxLength(4_000));
const pageDraft = z.object({
  page: z.exactOptional(page),
  fields: z.readonly(z.array(draftedField)),
  questions: z.readonly(z.array(draftQuestion)),
});
const localized = z.object({ vi: z.string(), en: z.string() });
const identity = z.object({
  identifiers: z.readonly(z.array(z.object({ kind: z.enum(IDENTIFIER_KINDS), value: z.string() }))),
  name: z.exactOptional(z.string()),
  birthDate: z.exactOptional(
    z.object({ year: z.number(), month: z.exactOptional(z.number()), day: z.exactOptional(z.number()) }),
  ),
  sex: z.exactOptional(z.enum(["male", "female"])),
});
const look = z.object({
  state: z.enum(["elsewhere", "unlike", "shown"]),
  subjects: z.readonly(z.array(z.object({ identity, emergency: z.boolean() }))),
  count: z.number(),
  problems: z.readonly(z.array(z.object({ code: z.string(), message: localized }))),
  /** How many elements each selector finds; -1: the browser does not know the selector. */
  counts: z.exactOptional(
    z.object({
      recognise: z.readonly(z.array(z.number())),
      root: z.number(),
      rows: z.exactOptional(z.number()),
      anchor: z.exactOptional(z.number()),
      facts: z.readonly(z.array(z.object({ item: z.string(), text: z.string().check(z.maxLength(4_000)) }))),
    }),
  ),
});

const box = z.object({
  left: z.number(),
  top: z.number(),
  width: z.number(),
  height: z.number(),
  /** What it shows; `hover`: what a click would choose now. */
  kind: z.union([pointTarget, z.literal("hover")]),
});
export type Box = z.infer<typeof box>;

/** What a document of the page says to the wizard. Values of patients stay in memory there, and go nowhere else. */
export const pageAnswer = z.discriminatedUnion("said", [
  z.object({
    said: z.literal("hello"),
    token: z.string().check(z.regex(/^[a-z]{20}$/)),
    attribute: z.string().check(z.regex(/^[a-z]{12}$/)),
    origin: text,
    path: z.string().check(z.maxLength(LONGEST_PATH)),
    nested: z.boolean(),
    /** Origins of frames in this document that the extension may not have been let into. */
    frames: z.readonly(z.array(text)),
  }),
  z.object({
    said: z.literal("draft"),
    id: z.number(),
    list: z.exactOptional(pageDraft),
    patient: z.exactOptional(pageDraft),
    where: z.object({ path: text, frame: z.enum(["top", "nested"]), hash: z.exactOptional(text) }),
  }),
  z.object({ said: z.literal("look"), id: z.number(), look }),
  z.object({ said: z.literal("fixture"), id: z.number(), html: z.string() }),
  z.object({
    said: z.literal("pointed"),
    id: z.number(),
    state: z.enum(["placed", "outside", "ended"]),
    page: z.exactOptional(page),
    field: z.exactOptional(draftedField),
    questions: z.readonly(z.array(draftQuestion)),
    occupied: z.boolean(),
  }),
  /** Something went wrong in the page: there is no other answer to `id`. */
  z.object({ said: z.literal("failed"), id: z.number() }),
  z.object({ said: z.literal("boxes"), boxes: z.readonly(z.array(box).check(z.maxLength(64))) }),
  z.object({ said: z.literal("changed") }),
]);
export type PageAnswer = z.infer<typeof pageAnswer>;
/** The same as it is sent, before defaults are filled in. */
export type SentAnswer = z.input<typeof pageAnswer>;
export type Said<Kind extends PageAnswer["said"]> = Extract<PageAnswer, { said: Kind }>;
