import type { Problem, Result } from "@cadre-care/domain";
import type { ReactiveController, ReactiveControllerHost } from "lit";
import { goneProblem } from "./gone-problem.ts";

/**
 * One action at a time: who is busy, and what went wrong with the last one. A service that went away is a problem that
 * a person can act on, like any other. After `reset` (another patient) the answer to an earlier action is ignored.
 */
export class ActionController implements ReactiveController {
  busy: string | undefined;
  problem: Problem | undefined;
  #turn = 0;
  readonly #host: ReactiveControllerHost;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.reset();
  }

  reset(): void {
    this.#turn += 1;
    this.busy = undefined;
    this.problem = undefined;
  }

  /**
   * Runs an action unless one is under way. Gives its value when it succeeded and is still wanted. `late` hears of a
   * failure that nobody waits for any more, so that it is not taken for a success.
   */
  async run<Value>(
    name: string,
    action: () => Promise<Result<Value>>,
    late?: (problem: Problem) => void,
  ): Promise<Value | undefined> {
    if (this.busy !== undefined) return undefined;
    this.#turn += 1;
    const turn = this.#turn;
    this.busy = name;
    this.problem = undefined;
    this.#host.requestUpdate();
    const result = await action().catch((): Result<Value> => ({ ok: false, problem: goneProblem }));
    if (turn !== this.#turn) {
      if (!result.ok) late?.(result.problem);
      return undefined;
    }
    this.busy = undefined;
    if (!result.ok) this.problem = result.problem;
    this.#host.requestUpdate();
    return result.ok ? result.value : undefined;
  }
}
