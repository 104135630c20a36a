import "@cadre-care/elements/define/outbox-status";
import type { OutboxView } from "@cadre-care/domain";
import { html, nothing, type TemplateResult } from "lit";

/** While nobody is at work: what waits stays visible, without names, and an empty queue is no news. */
export const waitingOnly = (
  outbox: OutboxView | undefined,
  title: string,
  mode: "full" | "compact" = "full",
): TemplateResult | typeof nothing =>
  outbox === undefined || outbox.waiting + outbox.parked === 0
    ? nothing
    : html`<section><h2>${title}</h2><cadre-outbox-status mode=${mode}></cadre-outbox-status></section>`;
