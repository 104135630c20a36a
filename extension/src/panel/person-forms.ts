import { type FormOffer, type FormsView, type Problem, ServiceGoneError } from "@cadre-care/domain";
import type { ReactiveControllerHost } from "lit";
import type { RemoteCareService } from "../view/remote-service.ts";

/** The forms that there are for one person: asked for when the person, a draft or a delivery changes. */
export class PersonForms {
  /** Whom `offers` are for. */
  subject: string | undefined;
  offers: readonly FormOffer[] = [];
  problem: Problem | undefined;
  #asked = "";

  constructor(
    private readonly host: Pick<ReactiveControllerHost, "requestUpdate">,
    private readonly service: Pick<RemoteCareService, "listForms">,
  ) {}

  /** `news`: anything that changes when a form was submitted, its entry moved on, or the board's forms arrived. */
  follow(subject: string | undefined, forms: FormsView | undefined, news: string): void {
    const drafts = (forms?.drafts ?? []).map(({ form, savedAt }) => `${form} ${savedAt}`);
    const asked = subject === undefined ? "" : JSON.stringify([subject, drafts, forms?.bound.length, news]);
    if (asked === this.#asked) return;
    this.#asked = asked;
    if (subject !== this.subject) {
      this.subject = subject;
      this.offers = [];
      this.problem = undefined;
    }
    if (subject !== undefined) void this.#ask(subject, asked);
  }

  async #ask(subject: string, asked: string): Promise<void> {
    const answer = await this.service.listForms(subject).catch((cause: unknown) => {
      if (cause instanceof ServiceGoneError) return { ok: false as const, problem: cause.problem };
      throw cause;
    });
    if (asked !== this.#asked) return;
    this.offers = answer.ok ? answer.value : [];
    this.problem = answer.ok ? undefined : answer.problem;
    this.host.requestUpdate();
  }
}
