import { join } from "node:path";
import { createInterface } from "node:readline";
import { createProgress } from "../progress.mjs";
import { openBrowser } from "./browser-window.ts";
import { ROOT, type Service } from "./child-service.ts";
import { introduction } from "./introduction.ts";
import { portOrFree } from "./ports.ts";
import { startDemo } from "./start-demo.ts";
import { untilStopped } from "./until-stopped.ts";

const WANTED = { board: 8087, jqgrid: 8091, react: 8092 } as const;
const progress = createProgress();

const choosePorts = async () => {
  const ports = {
    board: await portOrFree(WANTED.board),
    jqgrid: await portOrFree(WANTED.jqgrid),
    react: await portOrFree(WANTED.react),
  };
  for (const name of ["board", "jqgrid", "react"] as const) {
    if (ports[name] !== WANTED[name])
      progress.line(
        `Cổng ${WANTED[name]} đang bận, dùng ${ports[name]} · port ${WANTED[name]} is taken, using ${ports[name]}`,
      );
  }
  return ports;
};

/** "b" and Enter takes the board away and brings it back, as a network would. */
const listenForBoardKey = (board: Service) => {
  if (!process.stdin.isTTY) return;
  createInterface({ input: process.stdin }).on("line", async (line) => {
    if (line.trim().toLowerCase() !== "b") return;
    if (board.running) {
      await board.stop();
      progress.line("Máy chủ đã tắt, gõ b để bật lại · the board is away, b brings it back");
      return;
    }
    try {
      await progress.step("Bật lại máy chủ · the board comes back", () => board.start());
    } catch (error) {
      progress.line(error instanceof Error ? error.message : String(error));
    }
  });
};

try {
  const stopped = untilStopped();
  const demo = await startDemo({
    ports: await choosePorts(),
    dataDir: join(ROOT, ".data", "board"),
    outDir: join(ROOT, "dist", "site"),
    step: progress.step,
  });
  const browser = process.argv.includes("--no-browser")
    ? undefined
    : openBrowser(demo.extensionDirs, [demo.hisUrls.jqgrid, demo.hisUrls.react]);
  progress.line(introduction(demo, browser !== undefined));
  listenForBoardKey(demo.board);
  await stopped;
  progress.line("\nĐang dừng · stopping…");
  browser?.kill();
  await demo.stop();
  process.exit(0);
} catch (error) {
  progress.line(error instanceof Error ? error.message : String(error));
  process.exit(1);
}
