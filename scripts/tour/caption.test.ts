import { PNG } from "pngjs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Captioner, pngSize } from "./caption.ts";

const red = (width: number, height: number): Uint8Array => {
  const png = new PNG({ width, height });
  for (let index = 0; index < png.data.length; index += 4) png.data.set([255, 0, 0, 255], index);
  return PNG.sync.write(png);
};

const pixel = (png: PNG, x: number, y: number): number[] => [
  ...png.data.subarray((y * png.width + x) * 4).subarray(0, 3),
];

describe("Captioner", () => {
  let captioner: Captioner;
  beforeAll(async () => {
    captioner = await Captioner.start();
  }, 60_000);
  afterAll(() => captioner.stop());

  it("keeps the picture as it is and adds a bar with text below it", async () => {
    const source = red(900, 300);
    const made = await captioner.caption(source, 4, { vi: "Đã tiếp nhận <an toàn>", en: "Checked in" });
    const size = pngSize(made);
    expect(size.width).toBe(900);
    expect(size.height).toBeGreaterThan(350);
    const drawn = PNG.sync.read(Buffer.from(made));
    expect(pixel(drawn, 450, 150)).toEqual([255, 0, 0]);
    expect(pixel(drawn, 890, size.height - 4)).toEqual([18, 52, 77]);
    const bar = Array.from({ length: size.height - 300 }, (_, y) =>
      Array.from({ length: 500 }, (_, x) => pixel(drawn, x, 300 + y)),
    ).flat();
    expect(bar.filter(([r = 0, g = 0, b = 0]) => r > 200 && g > 200 && b > 200).length).toBeGreaterThan(100);
  }, 60_000);

  it("refuses what is no PNG", () => {
    expect(() => pngSize(new Uint8Array([1, 2, 3]))).toThrow("not a PNG");
  });
});
