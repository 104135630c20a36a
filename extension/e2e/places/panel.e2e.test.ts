import { describe } from "vitest";
import { browsersUnderTest } from "../support/browsers.ts";
import { startPanelPlace } from "./panel-place.ts";
import { sameWork } from "./same-work.ts";

// Portals do the same work in both browsers (scripts/portals); the panel's own tests do more of it in each.
describe.each(browsersUnderTest().slice(0, 1))("the same work in the panel beside a HIS, %s", (kind) => {
  sameWork(() => startPanelPlace(kind));
});
