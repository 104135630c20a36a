import { type HospitalDay, hospitalDay, type Population } from "@cadre-care/example-his-common";

/** Draws the people of this hospital; the other demo hospital has another one. */
export const SEED = 8;

/** Who comes to this hospital today and what the extension must say about each. */
export const people = (population: Population = "day"): HospitalDay => hospitalDay(SEED, population);
