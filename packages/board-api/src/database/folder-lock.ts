import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Two processes on one PGlite folder would ruin it; PostgreSQL is for that. */
export class FolderInUseError extends Error {
  constructor(folder: string, processId: number) {
    super(
      `Thư mục dữ liệu ${folder} đang được tiến trình ${processId} dùng. Dừng tiến trình đó, hoặc đặt DATABASE_URL để nhiều tiến trình dùng chung PostgreSQL.\n` +
        `The data folder ${folder} is in use by process ${processId}. Stop that process, or set DATABASE_URL so that several processes share PostgreSQL.`,
    );
    this.name = "FolderInUseError";
  }
}

const isAlive = (processId: number): boolean => {
  try {
    process.kill(processId, 0);
    return true;
  } catch {
    return false;
  }
};

/** Marks the folder as ours; a mark left by a killed process does not count. Returns the function that frees it. */
export const lockFolder = (folder: string): (() => void) => {
  const path = join(folder, "board.lock");
  for (let attempt = 0; ; attempt += 1) {
    try {
      writeFileSync(path, String(process.pid), { flag: "wx" });
      return () => rmSync(path, { force: true });
    } catch (error) {
      const taken = error instanceof Error && "code" in error && error.code === "EEXIST";
      if (!taken || attempt > 2) throw error;
      const owner = Number.parseInt(readFileSync(path, "utf8"), 10);
      if (owner > 0 && isAlive(owner)) throw new FolderInUseError(folder, owner);
      rmSync(path, { force: true });
    }
  }
};
