import { readFileSync } from "node:fs";

/** Width and height of a PNG in pixels, out of its header, so that a page does not jump while its pictures load. */
export const pictureSize = (file: string): { readonly width: number; readonly height: number } => {
  const header = readFileSync(file).subarray(0, 24);
  return { width: header.readUInt32BE(16), height: header.readUInt32BE(20) };
};
