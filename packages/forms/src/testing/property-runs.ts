/** `PROPERTY_RUNS` multiplies how often each property is tried: the long property runs set it. */
const times = Number(process.env.PROPERTY_RUNS ?? 1);

export const propertyRuns = (numRuns: number): { readonly numRuns: number } => ({
  numRuns: Number.isInteger(times) && times > 0 ? numRuns * times : numRuns,
});
