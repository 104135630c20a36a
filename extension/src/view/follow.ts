import type { CareTopics } from "@cadre-care/domain";
import type { ReactiveController, ReactiveControllerHost } from "lit";
import type { ExtensionTopics } from "../protocol/extension-topics.ts";
import type { RemoteCareService } from "./remote-service.ts";

type Topics = CareTopics & ExtensionTopics;

/** Keeps the latest value of one topic for a page that lives as long as its document. */
export class Follow<Topic extends keyof Topics> implements ReactiveController {
  value: Topics[Topic] | undefined;

  constructor(host: ReactiveControllerHost, service: Pick<RemoteCareService, "subscribe">, topic: Topic) {
    host.addController(this);
    service.subscribe(topic, (value) => {
      this.value = value;
      host.requestUpdate();
    });
  }

  hostConnected(): void {
    // Followed from the start.
  }
}
