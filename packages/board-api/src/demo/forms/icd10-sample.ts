import { readFileSync } from "node:fs";
import { CODE_SYSTEMS, VALUE_SETS, type ValueSet } from "@cadre-care/fhir";
import { z } from "zod";

const sampleSchema = z
  .array(z.tuple([z.string().regex(/^[A-Z]\d{2}(\.\d{1,2})?$/), z.string().min(1)]))
  .min(1);

/**
 * A sample extract of ICD-10: well-known codes with their usual Vietnamese names, to try the search with. A board
 * replaces it by the list that is in force (TT 06/2026/TT-BYT), under the same URL.
 */
export const icd10Sample = (): ValueSet => {
  const json: unknown = JSON.parse(
    readFileSync(new URL("../../../demo/icd-10-sample.json", import.meta.url), "utf8"),
  );
  return {
    resourceType: "ValueSet",
    id: "icd-10",
    url: VALUE_SETS.icd10,
    version: "mau.1",
    name: "Icd10Sample",
    title: "ICD-10 (trích mẫu, không đầy đủ)",
    status: "active",
    experimental: true,
    compose: {
      include: [
        {
          system: CODE_SYSTEMS.icd10,
          concept: sampleSchema.parse(json).map(([code, display]) => ({ code, display })),
        },
      ],
    },
  };
};
