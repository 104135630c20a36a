import { inflateSync } from "node:zlib";
import type { Page } from "puppeteer-core";

/**
 * What a page puts on paper: the drawing instructions of its PDF, without dates and ids. Two pages that print alike
 * have equal ones.
 */
export const printed = async (page: Page): Promise<readonly string[]> => {
  const pdf = Buffer.from(await page.pdf());
  const drawings: string[] = [];
  for (let at = pdf.indexOf("stream\n"); at !== -1; at = pdf.indexOf("stream\n", at + 7)) {
    try {
      const text = inflateSync(pdf.subarray(at + 7)).toString("latin1");
      if (/\b(re|Do|Tj|TJ)\b/.test(text)) drawings.push(text);
    } catch {
      // The end of a stream, or one that is not packed.
    }
  }
  return drawings;
};
