import { readFileSync } from "node:fs";
import { join } from "node:path";
import { PAGES } from "../site/pages.ts";
import { type Guide, readGuide } from "./guide.ts";

/** Every file that the site shows. */
export const readGuides = (root: string): Guide[] => {
  const files = new Set(PAGES.flatMap(({ sources }) => Object.values(sources).map(({ file }) => file)));
  return [...files].map((file) => readGuide(file, readFileSync(join(root, file), "utf8")));
};
