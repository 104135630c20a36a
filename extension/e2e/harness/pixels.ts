import { PNG } from "pngjs";

export interface Colour {
  readonly red: number;
  readonly green: number;
  readonly blue: number;
}

/** A rectangle in pixels of the picture (CSS pixels when the device pixel ratio is 1). */
export interface Rect {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export interface Picture {
  readonly width: number;
  readonly height: number;
  /** RGBA, row by row. */
  readonly data: Uint8Array;
}

/** Reads a screenshot. @throws Error when it is no PNG. */
export const readPicture = (png: Uint8Array): Picture => {
  const { width, height, data } = PNG.sync.read(Buffer.from(png));
  return { width, height, data };
};

const within = (picture: Picture, rect: Rect) => ({
  left: Math.max(0, Math.round(rect.left)),
  top: Math.max(0, Math.round(rect.top)),
  right: Math.min(picture.width, Math.round(rect.left + rect.width)),
  bottom: Math.min(picture.height, Math.round(rect.top + rect.height)),
});

/** The colour of one pixel, or undefined outside the picture. */
export const colourAt = (picture: Picture, left: number, top: number): Colour | undefined => {
  if (left < 0 || top < 0 || left >= picture.width || top >= picture.height) return undefined;
  const offset = (Math.floor(top) * picture.width + Math.floor(left)) * 4;
  const [red = 0, green = 0, blue = 0] = picture.data.subarray(offset, offset + 3);
  return { red, green, blue };
};

/** Greatest difference in one channel, 0 to 255. */
const distance = (a: Colour, b: Colour): number =>
  Math.max(Math.abs(a.red - b.red), Math.abs(a.green - b.green), Math.abs(a.blue - b.blue));

/** How many pixels of the rectangle have the colour, give or take `tolerance` in each channel. */
export const countColour = (picture: Picture, rect: Rect, wanted: Colour, tolerance = 12): number => {
  const { left, top, right, bottom } = within(picture, rect);
  let count = 0;
  for (let y = top; y < bottom; y += 1)
    for (let x = left; x < right; x += 1) {
      const colour = colourAt(picture, x, y);
      if (colour && distance(colour, wanted) <= tolerance) count += 1;
    }
  return count;
};

/** Colours of the rectangle, most common first; to find out what was drawn when a test fails. */
export const coloursIn = (picture: Picture, rect: Rect): { colour: Colour; pixels: number }[] => {
  const { left, top, right, bottom } = within(picture, rect);
  const counts = new Map<string, { colour: Colour; pixels: number }>();
  for (let y = top; y < bottom; y += 1)
    for (let x = left; x < right; x += 1) {
      const colour = colourAt(picture, x, y);
      if (colour === undefined) continue;
      const key = `${colour.red},${colour.green},${colour.blue}`;
      counts.set(key, { colour, pixels: (counts.get(key)?.pixels ?? 0) + 1 });
    }
  return [...counts.values()].sort((a, b) => b.pixels - a.pixels);
};

/**
 * Which rows carry a mark, read from the picture alone: for each row, the name of the first kind of mark of whose colour
 * at least `minimum` pixels stand at the row's rectangle, or undefined.
 */
export const marksOfRows = <Kind extends string>(
  picture: Picture,
  rows: readonly Rect[],
  kinds: Readonly<Record<Kind, Colour>>,
  minimum = 12,
): (Kind | undefined)[] => {
  const names = Object.keys(kinds).filter((name): name is Kind => name in kinds);
  return rows.map((row) => names.find((name) => countColour(picture, row, kinds[name]) >= minimum));
};

/** Number of pixels that differ between two pictures of one size. */
export const differingPixels = (a: Picture, b: Picture, tolerance = 0): number => {
  if (a.width !== b.width || a.height !== b.height) return Math.max(a.width * a.height, b.width * b.height);
  let count = 0;
  for (let offset = 0; offset < a.data.length; offset += 4) {
    const differs = [0, 1, 2].some(
      (channel) => Math.abs((a.data[offset + channel] ?? 0) - (b.data[offset + channel] ?? 0)) > tolerance,
    );
    if (differs) count += 1;
  }
  return count;
};
