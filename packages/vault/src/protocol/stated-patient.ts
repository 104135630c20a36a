import { IDENTIFIER_KINDS } from "@cadre-care/domain";
import { z } from "zod";

const shortText = z.string().max(200);

/** What a page says about a patient. Every field is bounded: the page may be anybody's. */
export const statedIdentity = z.strictObject({
  identifiers: z.array(z.strictObject({ kind: z.enum(IDENTIFIER_KINDS), value: shortText })).max(12),
  name: shortText.exactOptional(),
  birthDate: z
    .strictObject({
      year: z.number().int().min(1000).max(9999),
      month: z.number().int().min(1).max(12).exactOptional(),
      day: z.number().int().min(1).max(31).exactOptional(),
    })
    .exactOptional(),
  sex: z.enum(["male", "female"]).exactOptional(),
});

export const statedUrgency = z.strictObject({ emergency: z.boolean() });
