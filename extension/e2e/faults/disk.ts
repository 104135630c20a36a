import { demoDirectory } from "@cadre-care/example-his-common";
import { searchDisk } from "../harness/disk-search.ts";
import { CANARIES } from "../support/canaries.ts";
import { SECRET } from "../support/receptionist.ts";
import { rosterTexts } from "../support/secrets-of-the-day.ts";
import { DOCTOR } from "../support/workday.ts";

/** Names and numbers of everybody who was entered, and what was typed. */
const sought = (personIds: ReadonlySet<string>, typed: readonly string[]): readonly string[] => [
  ...rosterTexts(demoDirectory().filter(({ personId }) => personIds.has(personId))),
  ...typed,
  SECRET,
  DOCTOR.password,
];

/** Session files are replaced at each start; what lies in a database stays. */
const LASTING: readonly string[] = [CANARIES.database, CANARIES.localStorage];

/**
 * Texts of ours, `typed` words among them, that are readable in the profile of a killed browser. The canaries were planted before the drill
 * (`plantCanaries`): a search that does not find them proves nothing.
 * @throws Error when it does not
 */
export const readableOnDisk = async (
  profileDir: string,
  personIds: ReadonlySet<string>,
  typed: readonly string[],
): Promise<readonly string[]> => {
  const { findings } = await searchDisk(profileDir, [
    ...sought(personIds, typed),
    ...Object.values(CANARIES),
  ]);
  const found = [...new Set(findings.map(({ text }) => text))];
  if (!LASTING.every((canary) => found.includes(canary)))
    throw new Error("the search does not find what was planted for it");
  const canaries: readonly string[] = Object.values(CANARIES);
  return found.filter((text) => !canaries.includes(text));
};
