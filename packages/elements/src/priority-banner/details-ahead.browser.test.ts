import "../define/priority-banner.ts";
import { fixture, html } from "@open-wc/testing";
import { expect, it } from "vitest";
import { managed, NOW, subjectView } from "../testing/sample-views.ts";
import type { CadrePriorityBanner } from "./priority-banner.ts";

performance.setResourceTimingBufferSize(10_000);
const isFetched = (): boolean =>
  performance.getEntriesByType("resource").some(({ name }) => name.includes("/banner-details.ts"));

it("fetches the details once the strip is painted, for the network may be away when they are wanted", async () => {
  await fixture<CadrePriorityBanner>(
    html`<cadre-priority-banner .view=${subjectView(managed())} .now=${() => NOW}></cadre-priority-banner>`,
  );
  expect(isFetched()).toBe(false);
  await expect.poll(isFetched).toBe(true);
});
