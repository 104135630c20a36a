import type { PageFact, StatedIdentity, StatedUrgency } from "@cadre-care/domain";
import type { SiteFinding } from "../health/site-finding.ts";
import type { PlacedFault } from "../read/reading-faults.ts";

/**
 * One visible row of a list. `key` is opaque and lives for one reading.
 * `top` and `height` are CSS pixels in the list's own content, so that native scrolling moves marks with their rows;
 * `top` counts from the strip's own top edge, which `GutterPlace.top` puts at the container's content edge.
 */
export interface RowReading {
  readonly key: string;
  readonly identity: StatedIdentity;
  readonly urgency: StatedUrgency;
  readonly top: number;
  readonly height: number;
}

/**
 * What is on screen in one list. `generation` grows whenever something that an earlier reading of this list said is no
 * longer true (other person at the same place, same person elsewhere); marks of an older generation must vanish at once.
 * A reading that only adds rows keeps its generation.
 */
export interface ListReading {
  readonly kind: "list";
  readonly page: string;
  readonly generation: number;
  readonly rows: readonly RowReading[];
  readonly place: GutterPlace;
  readonly faults: readonly PlacedFault[];
}

/** Where the strip of one list goes. The host is put into `container` (a scroller's content) as its first child. */
export interface GutterPlace {
  readonly container: Element;
  /** CSS pixels from the container's content edge to the strip's left and top edges, its width, and its whole height. */
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export interface BannerAnchor {
  readonly element: Element;
  readonly position: "before" | "after" | "first-child";
}

/**
 * The page's patient. `identity` null: the page shows nobody now. `settled` false: content is changing, say "reading".
 * `generation` grows at every change of identity. `facts`: what the page says for a form; none while it is not settled, and
 * none that may still be an earlier patient's.
 */
export interface PatientReading {
  readonly kind: "patient";
  readonly page: string;
  readonly generation: number;
  readonly settled: boolean;
  readonly identity: StatedIdentity | null;
  readonly urgency: StatedUrgency;
  /** Where the banner goes. Undefined: this is a part of the identity that another document's page joins. */
  readonly anchor: BannerAnchor | undefined;
  readonly faults: readonly PlacedFault[];
  readonly facts: readonly PageFact[];
}

export type PageKind = "list" | "patient" | "none" | "unrecognised";

export interface PageObserver {
  /** Called before the next paint after a change. */
  list(reading: ListReading): void;
  /** A list went away; its host must too. */
  listGone(page: string): void;
  patient(reading: PatientReading): void;
  patientGone(page: string): void;
  /**
   * Which pages of the profile this document shows now, and what has not fitted the profile for longer than a page takes
   * to be built. `unrecognised`: it should be one of the profile's pages and is none.
   */
  page(kind: PageKind, findings: readonly SiteFinding[]): void;
  /** Of each host that this observer put into the page, the boxes of a `createSentinel` in it. */
  sentinels(): Iterable<readonly Element[]>;
}
