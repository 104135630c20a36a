import { readFileSync } from "node:fs";
import { PackError } from "./pack-error.ts";

/** @throws PackError naming the file */
export const readJson = (file: string): unknown => {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new PackError(`Không đọc được tệp ${file}: ${reason}`, `Cannot read ${file}: ${reason}`);
  }
};
