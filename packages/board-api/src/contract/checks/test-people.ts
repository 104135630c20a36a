import { randomInt } from "node:crypto";
import { generateProvince } from "@cadre-care/domain/synthetic";
import { type RosterResources, rosterResources } from "@cadre-care/fhir";

const SEEDS = 2 ** 31;

export interface TestPerson {
  readonly personId: string;
  /** Id of the managing Organization at the board; by name alone where it is not known. */
  readonly unit: string | undefined;
  readonly tier: string;
}

/** What puts a made-up person on a roster: CCCD of province 003, which was never issued. */
export const rosterOf = ({ personId, unit, tier }: TestPerson): RosterResources => {
  const [made] = generateProvince({ people: 1, seed: randomInt(SEEDS), referenceDate: "2026-01-01" });
  if (!made) throw new RangeError("no synthetic person");
  const reference =
    unit === undefined
      ? { type: "Organization", display: "contract" }
      : { reference: `Organization/${unit}` };
  return rosterResources({ ...made, personId, tier, alerts: [] }, { unit: reference });
};
