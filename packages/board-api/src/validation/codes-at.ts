import { z } from "zod";
import { valuesAt } from "../search/tokens.ts";

const coding = z.object({ system: z.string(), code: z.string() });
const concept = z.object({ coding: z.array(z.unknown()) });

/** Codes of one system at a path that holds Coding, CodeableConcept or lists of them. */
export const codesAt = (resource: unknown, path: string, system: string): readonly string[] =>
  valuesAt(resource, path)
    .flatMap((value) => concept.safeParse(value).data?.coding ?? [value])
    .flatMap((value) => {
      const parsed = coding.safeParse(value);
      return parsed.success && parsed.data.system === system ? [parsed.data.code] : [];
    });

export const firstText = (resource: unknown, path: string): string | undefined => {
  const value = valuesAt(resource, path)[0];
  return typeof value === "string" ? value : undefined;
};
