import type { OpenedForm, PatientDetails, VisitView } from "@cadre-care/domain";
import type { Desk, Outcome } from "./desk.ts";
import { type DrilledKind, offeredForm, submitFilled, wordsFor } from "./form-work.ts";
import type { Ledger } from "./ledger.ts";
import type { Act, PlannedPerson } from "./plan.ts";
import type { RollPerson } from "./roll-call-his.ts";

type VisitAct = Exclude<Act, { do: "view" | "form" }>;

/** Says that the browser went away under an act; the rest of the day goes on in the next one. */
export class DeskGone extends Error {}

/** One person's day, as far as it has come. Survives the browser. */
export class PersonsWork {
  readonly person: RollPerson;
  readonly #acts: readonly Act[];
  readonly #ledger: Ledger;
  #done = 0;
  #visit: VisitView | undefined;
  #doubt = false;
  #formInDoubt = false;

  constructor({ person, acts }: PlannedPerson, ledger: Ledger) {
    this.person = person;
    this.#acts = acts;
    this.#ledger = ledger;
  }

  /** What was written by hand in this person's forms. */
  get typed(): readonly string[] {
    return this.#acts.flatMap((act) => (act.do === "form" ? [wordsFor(this.person.personId, act.kind)] : []));
  }

  get finished(): boolean {
    return this.#done >= this.#acts.length && !this.#doubt;
  }

  /** Does the next act. `token`: the person on the HIS's page. @throws DeskGone when the browser was killed meanwhile */
  async next(desk: Desk, token: string): Promise<void> {
    if (this.#doubt) await this.#look(desk, token);
    const act = this.#acts[this.#done];
    if (!act) return;
    if (act.do === "view") await this.#look(desk, token);
    else if (act.do === "form") await this.#fillIn(desk, token, act.kind);
    else await this.#change(desk, token, act);
    this.#done += 1;
  }

  /** A view, which also tells what became of an act that nobody heard the end of. */
  async #look(desk: Desk, token: string): Promise<void> {
    const { personId } = this.person;
    const seen = this.#settled(await desk.call<PatientDetails>("openDetails", token), () =>
      this.#ledger.doubtsView(personId),
    );
    this.#ledger.sawView(personId);
    if (seen.visit) this.#see(seen.visit);
    if (!this.#doubt) return;
    this.#doubt = false;
    this.#ledger.settledVisits(personId);
    // What was in doubt is there or is not: the act is done again only where it is not.
    if (this.#isThere(this.#acts[this.#done])) this.#done += 1;
  }

  async #change(desk: Desk, token: string, act: VisitAct): Promise<void> {
    const stepsBefore = this.#visit?.visit.steps.length ?? 0;
    const answer = await this.#ask(desk, token, act);
    const visit = this.#settled(answer, () => {
      this.#doubt = true;
      this.#before = stepsBefore;
      this.#ledger.doubtsVisits(this.person.personId);
    });
    this.#ledger.accepted += 1;
    this.#see(visit);
  }

  /** A form that was submitted when the browser was killed is on the list as submitted, or is filled in again. */
  async #fillIn(desk: Desk, token: string, kind: DrilledKind): Promise<void> {
    const { personId } = this.person;
    const nothing = (): void => undefined;
    const offer = this.#settled(await offeredForm(desk, token, kind), nothing);
    const wasInDoubt = this.#formInDoubt;
    this.#formInDoubt = false;
    this.#ledger.settledForms(personId);
    if (wasInDoubt && offer.submitted) {
      this.#ledger.sawForm(personId, kind, offer.submitted.entry);
      return;
    }
    const opened = this.#settled(await desk.call<OpenedForm>("openForm", token, offer.questionnaire), () =>
      this.#ledger.doubtsView(personId),
    );
    this.#ledger.sawView(personId);
    const { entry } = this.#settled(await submitFilled(desk, opened, wordsFor(personId, kind)), () => {
      this.#formInDoubt = true;
      this.#ledger.doubtsForms(personId);
    });
    this.#ledger.sawForm(personId, kind, entry);
  }

  #before = 0;

  #ask(desk: Desk, token: string, act: VisitAct): Promise<Outcome<VisitView>> {
    const visit = this.#visit?.visit.id ?? "";
    if (act.do === "check-in") return desk.call("checkIn", token, true);
    if (act.do === "undo") return desk.call("undoCheckIn", visit);
    return act.room === undefined
      ? desk.call("recordStep", visit, act.step)
      : desk.call("recordStep", visit, act.step, act.room);
  }

  #see(visit: VisitView): void {
    this.#visit = visit;
    this.#ledger.sawVisit(visit);
  }

  #isThere(act: Act | undefined): boolean {
    const visit = this.#visit?.visit;
    if (!visit || !act || act.do === "form") return false;
    if (act.do === "check-in") return visit.status !== "cancelled";
    if (act.do === "undo") return visit.status === "cancelled";
    return visit.steps.length > this.#before;
  }

  #settled<Value>(outcome: Outcome<Value>, doubt: () => void): Value {
    if (outcome.kind === "saved") return outcome.value;
    if (outcome.kind === "doubt") {
      doubt();
      throw new DeskGone();
    }
    throw new Error(`refused: ${outcome.code}`);
  }
}
