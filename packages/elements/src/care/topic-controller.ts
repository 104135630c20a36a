import type { CareService, CareTopic, CareTopics, Unsubscribe } from "@cadre-care/domain";
import type { ReactiveController, ReactiveControllerHost } from "lit";

/**
 * Follows one topic of the element's service while the element is connected. `value` is undefined until the service
 * has spoken, and again at once when another service takes its place. Lit calls `hostUpdate` after `willUpdate`: what an
 * element derives from a topic belongs into its `update`.
 */
export class TopicController<Topic extends CareTopic> implements ReactiveController {
  value: CareTopics[Topic] | undefined;
  readonly #host: ReactiveControllerHost;
  readonly #service: () => CareService | undefined;
  readonly #topic: Topic;
  #connected = false;
  #followed: CareService | undefined;
  #stop: Unsubscribe | undefined;

  constructor(host: ReactiveControllerHost, service: () => CareService | undefined, topic: Topic) {
    this.#host = host;
    this.#service = service;
    this.#topic = topic;
    host.addController(this);
  }

  hostConnected(): void {
    this.#connected = true;
    this.#host.requestUpdate();
  }

  hostUpdate(): void {
    // An element that is drawn once more after it left the page follows nothing: nobody would ever end that.
    const service = this.#connected ? this.#service() : undefined;
    if (service === this.#followed) return;
    this.#leave();
    this.#followed = service;
    if (service === undefined) return;
    this.#stop = service.subscribe(this.#topic, (value) => {
      if (this.#followed !== service) return;
      this.value = value;
      this.#host.requestUpdate();
    });
  }

  hostDisconnected(): void {
    this.#connected = false;
    this.#leave();
  }

  #leave(): void {
    this.#stop?.();
    this.#stop = undefined;
    this.#followed = undefined;
    this.value = undefined;
  }
}
