import { CODE_SYSTEMS } from "@cadre-care/fhir";
import { z } from "zod";

const coding = z.object({ system: z.string().optional(), code: z.string() });

const attachment = z.object({ contentType: z.string().regex(/json/), data: z.string() });

/** JSON that travels inside a resource, such as what a desk hands over. */
const attached = (value: unknown): readonly unknown[] => {
  const parsed = attachment.safeParse(value);
  if (!parsed.success) return [];
  try {
    return [JSON.parse(Buffer.from(parsed.data.data, "base64").toString("utf8"))];
  } catch {
    return [];
  }
};

const folded = (code: string): string => code.trim().toLowerCase().replaceAll("_", "-");

/**
 * Whether any Coding anywhere in the JSON names a tier of persons who are dealt with elsewhere (DESIGN rule 6), also
 * in other case, in JSON that is attached, and also without a system: no other code system of ours has such codes.
 */
export const namesRefusedTier = (json: unknown, refused: readonly string[]): boolean => {
  const codes = new Set(refused.map(folded));
  const stack: unknown[] = [json];
  while (stack.length > 0) {
    const value = stack.pop();
    if (typeof value !== "object" || value === null) continue;
    const parsed = coding.safeParse(value);
    if (
      parsed.success &&
      codes.has(folded(parsed.data.code)) &&
      (parsed.data.system === undefined || parsed.data.system.trim() === CODE_SYSTEMS.tier)
    )
      return true;
    stack.push(...Object.values(value), ...attached(value));
  }
  return false;
};
