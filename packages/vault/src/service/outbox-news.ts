import type { OutboxView } from "@cadre-care/domain";
import type { BoardLinks } from "../links/board-links.ts";
import type { Outbox } from "../outbox/outbox.ts";
import { inBackground } from "./in-background.ts";
import { Topic } from "./topic.ts";

/** The queue as everybody sees it. */
export class OutboxNews {
  readonly view = new Topic<OutboxView>({ waiting: 0, parked: 0, draining: false, entries: [] });
  #showing: Promise<void> | undefined;
  #again = false;

  constructor(
    private readonly outbox: Outbox,
    private readonly boardLinks: BoardLinks,
  ) {
    outbox.subscribe(() => inBackground(this.show()));
  }

  /** One view at a time; what changes meanwhile is shown by the next. @throws StorageError */
  show(): Promise<void> {
    this.#again = true;
    this.#showing ??= (async () => {
      while (this.#again) {
        this.#again = false;
        this.view.set(await this.outbox.view());
        this.#endRefusedLinks();
      }
    })().finally(() => {
      this.#showing = undefined;
    });
    return this.#showing;
  }

  /** Of shares that the board refused, since it has their codes for others, no mark stays. */
  #endRefusedLinks(): void {
    const refused = this.view.value.entries.filter(
      ({ kind, problem }) => kind === "site-link" && problem?.code === "his-code-linked",
    );
    if (refused.length === 0) return;
    inBackground(this.boardLinks.refused(new Set(refused.map(({ id }) => id))));
  }
}
