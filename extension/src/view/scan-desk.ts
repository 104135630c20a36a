import "@cadre-care/elements/define/scan-input";
import { type Problem, type ScanAnswer, ServiceGoneError } from "@cadre-care/domain";
import { type CadreScanEvent, CadreScanInput } from "@cadre-care/elements";
import { html, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from "lit";
import type { RemoteCareService } from "./remote-service.ts";

type Host = ReactiveControllerHost & { readonly renderRoot: HTMLElement | DocumentFragment };

/** Whom a scan is looked up at. `showPerson`: only where a person of the page's list can be shown instead. */
export type ScanService = Pick<RemoteCareService, "lookUpScan"> &
  Partial<Pick<RemoteCareService, "showPerson">>;

/** The scan field of popup, panel and banner: has the focus from the start, and keeps what could not be looked up. */
export class ScanDesk implements ReactiveController {
  /** The answer to the last scan that could be read. */
  answer: ScanAnswer | undefined;
  /** Why the last scan led nowhere. */
  problem: Problem | undefined;
  #turn = 0;
  #focused = false;

  constructor(
    private readonly host: Host,
    private readonly service: ScanService,
    private readonly found: (answer: ScanAnswer) => unknown = () => undefined,
  ) {
    host.addController(this);
  }

  hostUpdated(): void {
    const field = this.host.renderRoot.querySelector("cadre-scan-input");
    if (field === null) this.#focused = false;
    if (field === null || this.#focused) return;
    this.#focused = true;
    void field.updateComplete.then(() => {
      // Who has begun elsewhere is not interrupted.
      if (document.activeElement === null || document.activeElement === document.body) field.focus();
    });
  }

  field(): TemplateResult {
    return html`<cadre-scan-input require-trusted .problem=${this.problem} @cadre-scan=${this.take}></cadre-scan-input>`;
  }

  /** Locked, or somebody else's turn: nothing of the last scan stays. */
  reset(): void {
    this.#turn += 1;
    this.answer = undefined;
    this.problem = undefined;
  }

  readonly take = async (event: CadreScanEvent): Promise<void> => {
    const field = event.target;
    this.reset();
    const turn = this.#turn;
    this.host.requestUpdate();
    const result = await this.#lookUp(event.text);
    if (turn !== this.#turn) return;
    if (result.ok) {
      this.answer = result.value;
      if (field instanceof CadreScanInput) field.clear(event.text);
      this.found(result.value);
    } else this.problem = result.problem;
    this.host.requestUpdate();
  };

  async #lookUp(text: string): ReturnType<RemoteCareService["lookUpScan"]> {
    try {
      const [result] = await Promise.all([this.service.lookUpScan(text), this.service.showPerson?.(null)]);
      return result;
    } catch (error) {
      if (error instanceof ServiceGoneError) return { ok: false, problem: error.problem };
      throw error;
    }
  }
}
