import type { Coding, Quantity } from "../questionnaire/data-types.ts";

/** A number in a unit of the form; without one it is the number alone. */
export const quantityOf = (value: number, unit: Coding | undefined): Quantity => ({
  value,
  ...(unit?.display !== undefined && { unit: unit.display }),
  ...(unit?.system !== undefined && { system: unit.system }),
  ...(unit?.code !== undefined && { code: unit.code }),
});
