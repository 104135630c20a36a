/** Phân loại sức khỏe, I (rất khỏe) to V (rất yếu): QĐ 1613/BYT-QĐ 1997 (DOMAIN 3.2). Best first. */
export const HEALTH_CLASSES = ["I", "II", "III", "IV", "V"] as const;
export type HealthClass = (typeof HEALTH_CLASSES)[number];

export const isHealthClass = (code: string): code is HealthClass =>
  HEALTH_CLASSES.some((known) => known === code);

/** One specialty (or organ system) of an exam, as the form has it. */
export interface SpecialtyClass {
  readonly class?: HealthClass | undefined;
  /** The form asks for it of this person: not hidden, and not declined where it may be. */
  readonly required: boolean;
}

/**
 * Overall class: the worst of all. None while a required specialty has none, since no class may be given before all
 * contents of the form are examined (TT 32/2023; fines in NĐ 90/2026 Đ46; DOMAIN 3.1).
 */
export const overallClass = (specialties: readonly SpecialtyClass[]): HealthClass | undefined => {
  if (specialties.some((one) => one.required && one.class === undefined)) return undefined;
  const given = new Set(specialties.map((one) => one.class));
  return HEALTH_CLASSES.findLast((known) => given.has(known));
};
