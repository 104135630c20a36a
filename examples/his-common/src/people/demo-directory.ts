import type { DirectoryEntry } from "@cadre-care/domain";
import { generateProvince } from "@cadre-care/domain/synthetic";

/**
 * The synthetic province of every demo and end-to-end test. The board is filled with the same options, so that the
 * people whom it manages are the ones who come to the demo hospitals.
 */
export const DEMO_PROVINCE = { people: 1_500, seed: 1, referenceDate: "2026-11-22" } as const;

let directory: readonly DirectoryEntry[] | undefined;

export const demoDirectory = (): readonly DirectoryEntry[] => {
  directory ??= generateProvince(DEMO_PROVINCE);
  return directory;
};
