import { JOIN_KEYS } from "@cadre-care/domain";
import { z } from "zod";

/** What a page says of pages beside it, however wrong the rest of it may be. */
const spread = z.looseObject({
  id: z.string(),
  kind: z.literal("patient"),
  banner: z.unknown().optional(),
  joins: z.looseObject({ pages: z.array(z.string()), key: z.string() }).optional(),
  fields: z.looseObject({ identifiers: z.array(z.looseObject({ kind: z.string() })).default([]) }),
});

/** An address that no document has. */
const NOWHERE = { path: "/.invalid/nowhere" };

const stub = (id: string, key: string, more: object): object => ({
  id,
  kind: "patient",
  where: NOWHERE,
  recognise: [{ selector: "html" }],
  root: "html",
  fields: { identifiers: [{ kind: key, parts: [{ from: "text", selector: "html" }] }] },
  ...more,
});

/**
 * Stands for the pages that a page is joined with, where it is checked by itself: a part of a patient alone says nothing, and
 * a page that joins parts needs them. None of them is ever shown.
 */
export const companionsOf = (page: unknown): readonly object[] => {
  const read = spread.safeParse(page);
  if (!read.success) return [];
  const { id, banner, joins, fields } = read.data;
  if (banner === undefined) {
    const key = JOIN_KEYS.find((one) => fields.identifiers.some(({ kind }) => kind === one));
    const whole = { banner: { anchor: "html", position: "before" } };
    return key === undefined
      ? []
      : [stub(`${id}-whole`.slice(-64), key, { ...whole, joins: { pages: [id], key } })];
  }
  return (joins?.pages ?? []).map((part) => stub(part, joins?.key ?? "", {}));
};
