import { z } from "zod";

/** A BCP 47 tag as it is kept: what a user chose, be it a language that only the portal's own code knows. */
export const languageTag = z
  .string()
  .max(35)
  .transform((tag) => tag.toLowerCase())
  .refine((tag) => /^[a-z]{2,8}(-[a-z0-9]{1,8})*$/.test(tag));
