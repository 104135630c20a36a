import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { pathToFileURL } from "node:url";
import { z } from "zod";
import { ROOT } from "../demo/child-service.ts";
import { startDemo } from "../demo/start-demo.ts";
import { createProgress } from "../progress.mjs";
import { Captioner } from "./caption.ts";
import type { TourContext } from "./tour-context.ts";
import { type StepRecord, TourRecorder } from "./tour-recorder.ts";

const TOUR = join(ROOT, "extension", "e2e", "tour", "tour.ts");
const FOLDER = join(ROOT, "tour");
const progress = createProgress();

const seconds = (milliseconds: number): string => `${(milliseconds / 1000).toFixed(1)} s`;

const tell = (record: StepRecord) => {
  const held = record.failure === undefined;
  progress.line(
    `${held ? "✓" : "✗"} ${record.title.vi} · ${record.title.en} (${seconds(record.milliseconds)})`,
  );
  for (const check of record.checks) progress.line(`    ✓ ${check}`);
  if (record.failure !== undefined) progress.line(`    ✗ ${record.failure}`);
  for (const picture of record.pictures) progress.line(`    ${relative(ROOT, join(FOLDER, picture))}`);
};

const tourModule = z.object({
  runTour: z.custom<(context: TourContext) => Promise<void>>((value) => typeof value === "function"),
});

const main = async (): Promise<boolean> => {
  if (!existsSync(TOUR)) {
    progress.line(`Chưa có kịch bản · there is no tour yet: ${relative(ROOT, TOUR)}`);
    return false;
  }
  const { runTour } = tourModule.parse(await import(pathToFileURL(TOUR).href));
  const workDir = await mkdtemp(join(tmpdir(), "cadre-care-tour-"));
  const endings: (() => Promise<void>)[] = [() => rm(workDir, { recursive: true, force: true })];
  try {
    const demo = await startDemo({ csp: "strict", step: progress.step });
    endings.push(demo.stop);
    const captioner = await Captioner.start();
    endings.push(() => captioner.stop());
    const recorder = await TourRecorder.start(
      FOLDER,
      (png, number, caption) => captioner.caption(png, number, caption),
      tell,
    );
    let failure: unknown;
    try {
      await runTour({ demo, workDir, step: (title, work) => recorder.step(title, work) });
    } catch (error) {
      failure = error;
      progress.line(error instanceof Error ? (error.stack ?? error.message) : String(error));
    }
    const spent = recorder.records.reduce((sum, record) => sum + record.milliseconds, 0);
    const held = recorder.records.filter((record) => record.failure === undefined).length;
    progress.line(
      `${held}/${recorder.records.length} bước đúng · steps held, ${seconds(spent)}; ảnh · pictures: ${relative(ROOT, FOLDER)}/`,
    );
    return failure === undefined && recorder.holds;
  } finally {
    for (const ending of endings.reverse()) await ending().catch(() => undefined);
  }
};

let holds = false;
try {
  holds = await main();
} catch (error) {
  progress.line(error instanceof Error ? error.message : String(error));
}
process.exit(holds ? 0 : 1);
