import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { pictureName, TourError, TourRecorder } from "./tour-recorder.ts";

const title = { vi: "Đăng nhập", en: "Sign in" };
const png = new Uint8Array([1, 2, 3]);

describe("TourRecorder", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "tour-"));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const start = () => TourRecorder.start(folder, async (bytes, number) => new Uint8Array([...bytes, number]));

  it("holds when every step was checked", async () => {
    const recorder = await start();
    await recorder.step(title, ({ check }) => check("signed in", true));
    await recorder.step(title, ({ check }) => check("marked", Promise.resolve(true)));
    expect(recorder.holds).toBe(true);
    expect(recorder.records.map(({ checks }) => checks)).toEqual([["signed in"], ["marked"]]);
  });

  it("does not hold without steps, nor with a step that checked nothing", async () => {
    const recorder = await start();
    expect(recorder.holds).toBe(false);
    await recorder.step(title, async () => undefined);
    expect(recorder.holds).toBe(false);
    expect(recorder.records[0]?.failure).toContain("nothing was checked");
  });

  it("does not hold when a check fails, and the tour ends there", async () => {
    const recorder = await start();
    await expect(
      recorder.step(title, async ({ check }) => {
        await check("first", true);
        await check("second", Promise.resolve(false));
      }),
    ).rejects.toBeInstanceOf(TourError);
    expect(recorder.holds).toBe(false);
    expect(recorder.records[0]).toMatchObject({ checks: ["first"] });
  });

  it("numbers the captioned pictures and clears those of the last tour, and nothing else", async () => {
    writeFileSync(join(folder, "07-old.png"), "");
    writeFileSync(join(folder, "notes.txt"), "");
    const recorder = await start();
    await recorder.step(title, async ({ check, picture }) => {
      await picture(png);
      await picture(png, { vi: "Dải đánh dấu", en: "The marks' strip" });
      await check("seen", true);
    });
    expect(readdirSync(folder).sort()).toEqual(["01-sign-in.png", "02-the-marks-strip.png", "notes.txt"]);
    expect([...readFileSync(join(folder, "02-the-marks-strip.png"))]).toEqual([1, 2, 3, 2]);
  });

  it("names pictures so that they sort", () => {
    expect(pictureName(3, { vi: "x", en: "  Board away: “saved”, café! " })).toBe(
      "03-board-away-saved-cafe.png",
    );
  });
});
