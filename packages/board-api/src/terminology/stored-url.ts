import { VALUE_SETS } from "@cadre-care/fhir";

/** Value sets that follow from the policy: none is stored there. */
const OF_POLICY: ReadonlySet<string> = new Set([VALUE_SETS.receivingHospital, VALUE_SETS.cadreClass]);

/** Whether a value set may be stored under this URL. */
export const isStoredUrl = (url: unknown): boolean =>
  typeof url === "string" && /^[^|\s]+$/.test(url) && !OF_POLICY.has(url);
