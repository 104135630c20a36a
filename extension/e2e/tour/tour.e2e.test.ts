import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { startDemo } from "../../../scripts/demo/start-demo.ts";
import { TourRecorder } from "../../../scripts/tour/tour-recorder.ts";
import { runTour } from "./tour.ts";

/** What `npm start -- --tour` shows; without captions, which need a browser of their own. */
it("does the main job from the first sign-in to the board, every step checked", async () => {
  const workDir = await mkdtemp(join(tmpdir(), "cadre-care-tour-"));
  const pictures = join(workDir, "pictures");
  const demo = await startDemo({ csp: "strict" });
  try {
    const recorder = await TourRecorder.start(pictures, async (png) => png);
    await runTour({ demo, workDir, step: (title, work) => recorder.step(title, work) });
    expect(recorder.records.flatMap(({ failure }) => failure ?? [])).toEqual([]);
    expect(recorder.holds).toBe(true);
    expect(recorder.records.length).toBeGreaterThanOrEqual(8);
    expect((await readdir(pictures)).length).toBeGreaterThanOrEqual(8);
  } finally {
    await demo.stop();
    await rm(workDir, { recursive: true, force: true, maxRetries: 5 });
  }
});
