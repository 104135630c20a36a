import type { Demo } from "../demo/start-demo.ts";
import type { TourRecorder } from "./tour-recorder.ts";

/** What `runTour` of extension/e2e/tour/tour.ts is given. */
export interface TourContext {
  readonly demo: Demo;
  /** Runs and times one step; every step must `check` at least one outcome. */
  readonly step: TourRecorder["step"];
  /** Folder for browser profiles; removed afterwards. */
  readonly workDir: string;
}
