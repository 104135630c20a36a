import { createHash } from "node:crypto";

/** A UUID (version 8) that depends on its name alone, for seeded resources. */
export const stableId = (...name: readonly (string | number)[]): string => {
  const hex = createHash("sha256").update(name.join("\n")).digest("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
};
