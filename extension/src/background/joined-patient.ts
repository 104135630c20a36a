import {
  type JoinKey,
  joinIdentities,
  type PageFact,
  type Problem,
  type StatedIdentity,
  type StatedUrgency,
} from "@cadre-care/domain";
import type { PageScope } from "@cadre-care/vault";
import { PatientSpeaker } from "./patient-speaker.ts";

/** What a document states of a part of an identity, or of all of it. */
export interface StatedPart {
  readonly settled: boolean;
  readonly identity: StatedIdentity | null;
  readonly urgency: StatedUrgency;
  readonly problems: readonly Problem[];
}

/** The statement of the page that has the banner. `generation` counts that document's readings. */
export interface StatedPatient extends StatedPart {
  readonly generation: number;
  /** Names this reading of that document, however often it is told. */
  readonly reading: string;
  readonly facts: readonly PageFact[];
}

/** Names of the parts that a page joins, and the identifier that must be equal. */
export interface Joins {
  readonly parts: readonly string[];
  readonly key: JoinKey;
}

/** What all documents say together. */
interface Joined extends StatedPart {
  readonly contradictory: boolean;
  readonly teaches: boolean;
}

interface Spoken {
  readonly document: object;
  readonly joins: Joins | undefined;
  readonly patient: StatedPatient;
}

const NOBODY_URGENT: StatedUrgency = { emergency: false };

const FRAMES_DIFFER: Problem = {
  code: "frames-differ",
  message: {
    vi: "Các khung của trang không nói về cùng một bệnh nhân, nên chỉ dùng thông tin ở khung này. Hãy mở lại bệnh nhân.",
    en: "The frames of this page do not speak of one patient, so only this frame counts. Open the patient again.",
  },
};

/**
 * The patient of one tab: what the document with the banner states, and the parts that other documents of the tab state
 * of the same patient. Nothing is kept beyond what each document says now: whenever one of them changes, the identity is
 * joined anew from the statements that stand, or is not (domain `joinIdentities`). Where a frame lags behind the one with
 * the banner, that one counts alone, and teaches nothing; where two frames contradict each other in one and the same
 * patient, nobody is flagged (DESIGN rule 10). A part that is being redrawn makes the whole "reading"; one that is stated
 * in two documents at once counts as absent.
 */
export class JoinedPatient {
  readonly #speaker = new PatientSpeaker();
  readonly #parts = new Map<object, Map<string, StatedPart>>();
  #spoken: Spoken | undefined;
  #told = "";

  constructor(private readonly scope: Pick<PageScope, "statePatient">) {}

  /** The document whose patient is the tab's. */
  get document(): object | undefined {
    return this.#speaker.document;
  }

  speak(document: object, joins: Joins | undefined, patient: StatedPatient): void {
    this.#spoken = { document, joins, patient };
    this.#tell(this.#spoken);
  }

  /** A document shows nobody any more. One that did not speak changes nothing. */
  silence(document: object): void {
    const generation = this.#speaker.silence(document);
    if (generation === undefined) return;
    this.#spoken = undefined;
    void this.scope.statePatient(null, NOBODY_URGENT, { settled: true, generation });
  }

  statePart(document: object, name: string, part: StatedPart): void {
    const parts = this.#parts.get(document) ?? new Map<string, StatedPart>();
    this.#parts.set(document, parts.set(name, part));
    this.#partChanged(name);
  }

  forgetPart(document: object, name: string): void {
    if (this.#parts.get(document)?.delete(name)) this.#partChanged(name);
  }

  /** The document is gone with all that it said. */
  leave(document: object): void {
    const names = [...(this.#parts.get(document)?.keys() ?? [])];
    this.#parts.delete(document);
    this.silence(document);
    for (const name of names) this.#partChanged(name);
  }

  #partChanged(name: string): void {
    const spoken = this.#spoken;
    if (!spoken?.joins?.parts.includes(name)) return;
    if (JSON.stringify(this.#joined(spoken)) !== this.#told) this.#tell(spoken);
  }

  /** The one that states this part now. */
  #part(name: string): StatedPart | undefined {
    const found = [...this.#parts.values()].flatMap((parts) => parts.get(name) ?? []);
    return found.length === 1 ? found[0] : undefined;
  }

  #joined({ joins, patient }: Spoken): Joined {
    let { identity, settled, problems } = patient;
    let { emergency } = patient.urgency;
    let differ = false;
    let contradictory = false;
    for (const name of joins?.parts ?? []) {
      const part = this.#part(name);
      if (joins === undefined || part === undefined || identity === null) continue;
      settled &&= part.settled;
      const joined = part.identity && joinIdentities(identity, part.identity, joins.key);
      differ ||= joined?.state === "different";
      contradictory ||= joined?.state === "contradictory";
      // Also where it contradicts: it is the same patient, and urgency comes first (DESIGN rule 1).
      if (joined?.state === "joined" || joined?.state === "contradictory")
        emergency ||= part.urgency.emergency;
      if (joined?.state !== "joined") continue;
      identity = joined.identity;
      problems = [...problems, ...part.problems];
    }
    if (differ) problems = [FRAMES_DIFFER, ...problems];
    const teaches = !differ && !contradictory;
    const urgency = { emergency };
    return { identity, settled, urgency, problems: problems.slice(0, 10), contradictory, teaches };
  }

  #tell(spoken: Spoken): void {
    const joined = this.#joined(spoken);
    this.#told = JSON.stringify(joined);
    const { identity, urgency, settled, problems, contradictory, teaches } = joined;
    void this.scope.statePatient(identity, urgency, {
      settled,
      generation: this.#speaker.generation(spoken.document, spoken.patient.generation),
      reading: spoken.patient.reading,
      problems,
      contradictory,
      teaches,
      facts: settled && !contradictory ? spoken.patient.facts : [],
    });
  }
}
