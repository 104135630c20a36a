import { z } from "zod";
import { siteProfileSchema } from "./site-profile.ts";

/** `.example` is reserved (RFC 2606): the address names the schema and leads nowhere. */
const ID = "https://cadre-care.example/schemas/site-profile-1.schema.json";

/**
 * What a profile file may hold, as JSON Schema (draft 2020-12), published as `site-profile.schema.json`. It knows
 * the shape; what refers from one part to another, or needs a pattern to be compiled, is checked when the profile is read.
 */
export const siteProfileJsonSchema = (): unknown => ({
  $id: ID,
  title: "Cadre Care site profile, format 1 (hồ sơ trang, định dạng 1)",
  ...z.toJSONSchema(siteProfileSchema, { io: "input", target: "draft-2020-12" }),
});
