import { mkdir, readdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { LocalizedText } from "@cadre-care/domain";

/** What a step of the tour can do beside its own work. */
export interface TourStep {
  /** Notes that an outcome was looked at. @throws TourError when it does not hold */
  check(what: string, holds: boolean | PromiseLike<boolean>): Promise<void>;
  /** Keeps a screenshot (PNG) under the step's caption, or under one of its own. */
  picture(png: Uint8Array, caption?: LocalizedText): Promise<void>;
}

export interface StepRecord {
  readonly title: LocalizedText;
  readonly milliseconds: number;
  readonly checks: readonly string[];
  readonly pictures: readonly string[];
  /** Why the step failed. A step that checked nothing has failed. */
  readonly failure?: string;
}

/** An outcome of the tour that does not hold. */
export class TourError extends Error {
  constructor(what: string) {
    super(`không đúng · does not hold: ${what}`);
    this.name = "TourError";
  }
}

export type Caption = (png: Uint8Array, number: number, caption: LocalizedText) => Promise<Uint8Array>;

/** File name of a picture: "03-mo-ho-so-benh-nhan.png". */
export const pictureName = (number: number, caption: LocalizedText): string => {
  const words = caption.en
    .toLowerCase()
    .normalize("NFD")
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-+|-+$/g, "");
  return `${String(number).padStart(2, "0")}-${words.split("-").slice(0, 8).join("-")}.png`;
};

/** Runs the steps of the tour, times them, keeps their pictures, and knows whether every step was checked. */
export class TourRecorder {
  readonly #folder: string;
  readonly #caption: Caption;
  readonly #onStep: (record: StepRecord) => void;
  readonly #records: StepRecord[] = [];
  #pictures = 0;

  private constructor(folder: string, caption: Caption, onStep: (record: StepRecord) => void) {
    this.#folder = folder;
    this.#caption = caption;
    this.#onStep = onStep;
  }

  /** Makes the folder and removes the pictures of an earlier tour from it. */
  static async start(
    folder: string,
    caption: Caption,
    onStep: (record: StepRecord) => void = () => undefined,
  ): Promise<TourRecorder> {
    await mkdir(folder, { recursive: true });
    for (const name of await readdir(folder)) {
      if (/^\d\d-.*\.png$/.test(name)) await rm(join(folder, name));
    }
    return new TourRecorder(folder, caption, onStep);
  }

  get records(): readonly StepRecord[] {
    return this.#records;
  }

  /** Whether there was a step, and every one was checked and held. */
  get holds(): boolean {
    return this.#records.length > 0 && this.#records.every((record) => record.failure === undefined);
  }

  /** @throws whatever the work throws, after it was recorded */
  async step(title: LocalizedText, work: (step: TourStep) => Promise<void>): Promise<void> {
    const from = performance.now();
    const checks: string[] = [];
    const pictures: string[] = [];
    const record = (failure?: string) => {
      const entry: StepRecord = {
        title,
        milliseconds: performance.now() - from,
        checks,
        pictures,
        ...(failure === undefined ? {} : { failure }),
      };
      this.#records.push(entry);
      this.#onStep(entry);
    };
    try {
      await work({
        check: async (what, holds) => {
          if (!(await holds)) throw new TourError(what);
          checks.push(what);
        },
        picture: async (png, caption = title) => {
          this.#pictures += 1;
          const name = pictureName(this.#pictures, caption);
          await writeFile(join(this.#folder, name), await this.#caption(png, this.#pictures, caption));
          pictures.push(name);
        },
      });
    } catch (error) {
      record(error instanceof Error ? error.message : String(error));
      throw error;
    }
    record(
      checks.length === 0 ? "bước này chưa được kiểm tra · nothing was checked in this step" : undefined,
    );
  }
}
