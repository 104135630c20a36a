import { describe } from "vitest";
import { browsersUnderTest } from "../support/browsers.ts";
import { startPanelPlace } from "./panel-place.ts";
import { sameWork } from "./same-work.ts";

// In portals: scripts/portals/portals.e2e.test.ts.
describe.each(browsersUnderTest())("the same work in the panel beside a HIS, %s", (kind) => {
  sameWork(() => startPanelPlace(kind));
});
