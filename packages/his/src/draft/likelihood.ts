/** `typical`: values look like this role and like little else. `impossible`: whatever the header says, they are not it. */
export type Likelihood = "typical" | "possible" | "impossible";

/** How far values of one column may differ before a role is given up. */
export const MOST = 0.9;
export const HALF = 0.5;

/** Which part of the values, which must not be none, fits. */
export const share = (values: readonly string[], fits: (value: string) => boolean): number =>
  values.filter(fits).length / values.length;
