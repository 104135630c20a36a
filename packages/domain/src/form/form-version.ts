/** One issued version of a form: a Questionnaire's `url`, `version` and `effectivePeriod`. */
export interface FormVersion {
  readonly url: string;
  readonly version: string;
  /** First and last day (yyyy-MM-dd) of events that it is for; both belong to it. Open where absent. */
  readonly from?: string;
  readonly to?: string;
}

/** A form and its version as FHIR's canonical has them: `url|version`. */
export const canonicalOf = (form: Pick<FormVersion, "url" | "version">): string =>
  `${form.url}|${form.version}`;

/** The parts of `url|version`; a canonical without version has none. */
export const readCanonical = (canonical: string): { readonly url: string; readonly version?: string } => {
  const bar = canonical.lastIndexOf("|");
  return bar < 0 ? { url: canonical } : { url: canonical.slice(0, bar), version: canonical.slice(bar + 1) };
};

const isFor = (form: FormVersion, day: string): boolean =>
  (form.from === undefined || form.from <= day) && (form.to === undefined || day <= form.to);

/** Of two versions for the same day, the one that came into force later; then the greater version. */
const later = (one: FormVersion, other: FormVersion): number => {
  const [from, otherFrom] = [one.from ?? "", other.from ?? ""];
  if (from !== otherFrom) return from < otherFrom ? 1 : -1;
  return one.version < other.version ? 1 : -1;
};

/**
 * The version of each form that an event of this day (yyyy-MM-dd, in the hospital's time zone) is written on: by the
 * day of the event, never by the day of printing (TT 32/2023 and TT 25/2026; DOMAIN 3.1). In the order given.
 */
export const formsFor = <Form extends FormVersion>(forms: readonly Form[], day: string): readonly Form[] => {
  const chosen = new Map<string, Form>();
  for (const form of forms) {
    const known = chosen.get(form.url);
    if (isFor(form, day) && (known === undefined || later(form, known) < 0)) chosen.set(form.url, form);
  }
  return [...chosen.values()];
};
