import type { VisitStepRecord, VisitView } from "@cadre-care/domain";
import type { BoardState } from "./board-state.ts";

export interface Verdict {
  /** Accepted, and not at the board. */
  readonly lost: readonly string[];
  /** At the board more often than accepted. */
  readonly doubled: readonly string[];
  /** Of one patient, at the board in another order than accepted. */
  readonly disordered: readonly string[];
}

const stepKey = ({ step, room, at }: Pick<VisitStepRecord, "step" | "room" | "at">): string =>
  `${step} ${room ?? ""} ${Date.parse(at)}`;

/** What the screen has called saved, and what nobody can know because the browser was killed before it answered. */
export class Ledger {
  /** Entries that were answered "saved". */
  accepted = 0;
  readonly #visits = new Map<string, VisitView["visit"]>();
  readonly #steps = new Map<string, Map<string, number>>();
  readonly #views = new Map<string, { saved: number; doubt: number }>();
  /** Submitted forms, by entry. */
  readonly #forms = new Map<string, { readonly personId: string; readonly kind: "chronic" | "referral" }>();
  /** People about whose forms something is in doubt. */
  readonly #doubtfulForms = new Set<string>();
  /** People about whose visits something is in doubt. */
  readonly #doubtful = new Set<string>();

  sawView(personId: string): void {
    this.accepted += 1;
    this.#viewsOf(personId).saved += 1;
  }

  doubtsView(personId: string): void {
    this.#viewsOf(personId).doubt += 1;
  }

  /** A visit as the screen showed it: everything in it counts as saved from now on. */
  sawVisit({ visit }: VisitView): void {
    this.#visits.set(visit.id, visit);
    const known = this.#steps.get(visit.id) ?? new Map<string, number>();
    for (const step of visit.steps) if (!known.has(stepKey(step))) known.set(stepKey(step), known.size);
    this.#steps.set(visit.id, known);
  }

  sawForm(personId: string, kind: "chronic" | "referral", entry: string): void {
    this.accepted += 1;
    this.#forms.set(entry, { personId, kind });
  }

  doubtsForms(personId: string): void {
    this.#doubtfulForms.add(personId);
  }

  /** The list of the person's forms has told what became of it. */
  settledForms(personId: string): void {
    this.#doubtfulForms.delete(personId);
  }

  doubtsVisits(personId: string): void {
    this.#doubtful.add(personId);
  }

  /** A look at the person's visit has told what became of it. */
  settledVisits(personId: string): void {
    this.#doubtful.delete(personId);
  }

  get inDoubt(): readonly string[] {
    return [...this.#doubtful];
  }

  compare(board: BoardState): Verdict {
    const verdict = { lost: [] as string[], doubled: [] as string[], disordered: [] as string[] };
    const times = (what: string, found: number, wanted: number, atMost = wanted): void => {
      for (let missing = found; missing < wanted; missing += 1) verdict.lost.push(what);
      for (let extra = atMost; extra < found; extra += 1) verdict.doubled.push(what);
    };
    for (const visit of this.#visits.values()) {
      const encounters = board.encounters.filter(({ entry }) => entry === visit.id);
      times(`check-in ${visit.id}`, encounters.length, 1);
      const [encounter] = encounters;
      if (!encounter) continue;
      const target = `Encounter/${encounter.id}`;
      const cancelled = visit.status === "cancelled" ? 1 : 0;
      times(`provenance of check-in ${visit.id}`, board.provenances(target, "CREATE"), 1);
      times(`undo of ${visit.id}`, board.provenances(target, "NULLIFY"), cancelled);
      if (encounter.status !== visit.status) verdict.lost.push(`status ${visit.status} of ${visit.id}`);
      this.#compareSteps(visit, board, target, times, verdict.disordered);
    }
    for (const { entry, personId } of board.encounters)
      if (!this.#visits.has(entry) && !this.#doubtful.has(personId)) verdict.doubled.push(`visit ${entry}`);
    for (const [personId, { saved, doubt }] of this.#views)
      times(`view of ${personId}`, board.views(personId), saved, saved + doubt);
    this.#compareForms(board, times);
    return verdict;
  }

  /** Each form once, written by somebody, with each of its values once; a referral asks for its service once. */
  #compareForms(
    board: BoardState,
    times: (what: string, found: number, wanted: number, atMost?: number) => void,
  ): void {
    for (const [entry, { kind }] of this.#forms) {
      const found = board.forms.filter((form) => form.entry === entry);
      times(`form ${entry}`, found.length, 1);
      for (const { id, values, referrals } of found) {
        times(`provenance of form ${entry}`, board.provenances(`QuestionnaireResponse/${id}`, "CREATE"), 1);
        // A referral names itself, and the form before it that it goes with.
        times(`referral of form ${entry}`, referrals, kind === "referral" ? 1 : 0, 1);
        if (kind === "chronic" && values.length === 0) times(`values of form ${entry}`, 0, 1);
        times(`a value of form ${entry}`, values.length, new Set(values).size);
      }
    }
    for (const { entry, personId } of board.forms)
      if (!this.#forms.has(entry) && !this.#doubtfulForms.has(personId)) times(`form ${entry}`, 1, 0);
  }

  #compareSteps(
    visit: VisitView["visit"],
    board: BoardState,
    encounter: string,
    times: (what: string, found: number, wanted: number, atMost?: number) => void,
    disordered: string[],
  ): void {
    const accepted = this.#steps.get(visit.id) ?? new Map<string, number>();
    const tasks = board.tasks.filter((task) => task.encounter === encounter);
    for (const key of accepted.keys()) {
      const found = tasks.filter((task) => stepKey(task) === key);
      times(`step ${key} of ${visit.id}`, found.length, 1);
      for (const { id } of found)
        times(`provenance of step ${key} of ${visit.id}`, board.provenances(`Task/${id}`, "CREATE"), 1);
    }
    if (!this.#doubtful.has(visit.personId))
      for (const task of tasks) if (!accepted.has(stepKey(task))) times(`step ${stepKey(task)}`, 1, 0);
    const arrived = tasks.toSorted((one, other) => one.storedAt - other.storedAt);
    for (const [index, task] of arrived.entries()) {
      const before = arrived[index - 1];
      const places = [before, task].map((one) => one && accepted.get(stepKey(one)));
      const inverted = before && before.storedAt < task.storedAt && Number(places[0]) > Number(places[1]);
      if (inverted) disordered.push(`step ${stepKey(task)} of ${visit.id}`);
    }
  }

  #viewsOf(personId: string): { saved: number; doubt: number } {
    const views = this.#views.get(personId) ?? { saved: 0, doubt: 0 };
    this.#views.set(personId, views);
    return views;
  }
}
