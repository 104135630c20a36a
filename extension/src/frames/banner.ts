import "../view/without-eval.ts";
import "@cadre-care/elements/define/priority-banner";
import type { SubjectView } from "@cadre-care/domain";
import { BANNER_HEIGHT, BANNER_LANES } from "../protocol/banner-lanes.ts";
import { RemoteCareService } from "../view/remote-service.ts";
import { ScanButton } from "./scan-button.ts";
import { ScanMode } from "./scan-mode.ts";

const service = new RemoteCareService(`banner:${location.hash.slice(1)}`);
customElements.define("scan-button", ScanButton);
const scanMode = new ScanMode(service);

/** One banner a lane. A lane that no answer belongs to says "reading": that is all an outrun answer can be. */
const lanes = Array.from({ length: BANNER_LANES }, (_, index) => {
  const lane = document.createElement("div");
  const banner = document.createElement("cadre-priority-banner");
  lane.className = "lane";
  lane.style.setProperty("top", `${index * BANNER_HEIGHT}px`);
  banner.mode = "strip";
  banner.requireTrusted = true;
  banner.addEventListener("cadre-open-panel", () => {
    scanMode.forget();
    void service.openPanel();
  });
  scanMode.equip({ lane, banner });
  lane.append(banner);
  document.body.append(lane);
  return { lane, banner };
});

const readingOf = (view: SubjectView): SubjectView => ({
  emergency: false,
  about: { state: "reading" },
  warnings: [],
  roster: view.roster,
  connection: view.connection,
});

service.subscribe("subject", (view) => {
  scanMode.patient(view);
  const current = (view.generation ?? 0) % BANNER_LANES;
  lanes.forEach(({ lane, banner }, index) => {
    banner.view = index === current ? view : readingOf(view);
    // Only the lane that can be on screen is there for keyboard and screen readers.
    lane.inert = index !== current;
  });
});
service.subscribe("session", ({ state, language }) => {
  document.documentElement.lang = language;
  for (const { banner } of lanes) banner.language = language;
  scanMode.session(state === "open", language);
});
service.open();
