import type { SiteProfile } from "@cadre-care/his/page";

/** How the audit finds out, apart from the profile, who stands where: every patient has a ticket number of its own. */
export interface AuditConfig {
  /** By page of the profile. `rows` is relative to the document, `ticket` to a row; `>>>` looks into a shadow root. */
  readonly lists: Readonly<Record<string, { readonly rows: string; readonly ticket: string }>>;
  /** By page of the profile: where it shows its ticket number, as a text or as a control's value. */
  readonly patients: Readonly<Record<string, string>>;
}

export interface ReaderConfig {
  readonly profile: SiteProfile;
  readonly audit: AuditConfig;
}

/** A row on screen and what the reader says of the place where it stands (JSON); "": nothing. */
export interface AuditedRow {
  readonly ticket: number;
  readonly said: string;
}

/** Ticket 0: the page shows nobody. */
export interface AuditedPatient extends AuditedRow {
  readonly settled: boolean;
}

/** What one frame of a tab said, and what stood there. */
export interface AuditReport {
  readonly kind: string;
  readonly rows: readonly AuditedRow[];
  readonly patients: readonly AuditedPatient[];
  readonly problems: readonly string[];
  /** Every row and statement that ever stood together, with the longest run of animation frames. */
  readonly seen: readonly (AuditedRow & { readonly frames: number })[];
  /** The same for patient pages: the patient shown, and what was said meanwhile. */
  readonly seenPatients: readonly (AuditedRow & { readonly frames: number })[];
  /** Longest run of frames in which something was said of a place on screen where no row stands. */
  readonly ghosts: number;
}
