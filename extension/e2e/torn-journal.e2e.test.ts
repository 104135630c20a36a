import { appendFileSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "vitest";
import { Desk } from "./faults/desk.ts";
import { type Ground, prepareGround } from "./faults/ground.ts";
import { browsersUnderTest } from "./support/browsers.ts";
import { openPopup, seesText, signInFirstTime } from "./support/receptionist.ts";
import { DOCTOR, ROSTER_READY } from "./support/workday.ts";

/** Of a record of 100 bytes only the head came to the disk: checksum, length, "whole". */
const HALF_A_RECORD = Buffer.from([1, 2, 3, 4, 100, 0, 1]);

const databaseFolders = ({ profileDir }: Ground): readonly string[] => {
  const databases = join(profileDir, "Default", "IndexedDB");
  return readdirSync(databases)
    .filter((folder) => folder.endsWith(".indexeddb.leveldb"))
    .map((folder) => join(databases, folder));
};

/** What a browser leaves that dies between the two writes that make a record in its journal. */
const tearJournal = (ground: Ground): void => {
  for (const folder of databaseFolders(ground)) {
    const [newest] = readdirSync(folder)
      .filter((file) => file.endsWith(".log"))
      .sort()
      .reverse();
    if (newest === undefined) throw new Error("no journal");
    appendFileSync(join(folder, newest), HALF_A_RECORD);
  }
};

describe.each(browsersUnderTest().filter((kind) => kind === "chromium"))("%s", (kind) => {
  it("keeps everything when it dies while it writes, and once more after that; what is gone is said to be", async () => {
    const ground = await prepareGround(kind);
    let session = await ground.launch();
    try {
      const popup = await signInFirstTime(session, ground.demo.boardUrl, DOCTOR);
      await seesText(popup, ROSTER_READY);
      await popup.close();
      for (let death = 0; death < 3; death += 1) {
        await session.kill();
        tearJournal(ground);
        session = await ground.launch();
        const desk = await Desk.open(session, `${ground.list}?trang=0`);
        await desk.unlock();
      }
      await session.kill();
      for (const folder of databaseFolders(ground)) rmSync(folder, { recursive: true });
      session = await ground.launch();
      await seesText(await openPopup(session), "Dữ liệu trước đây trên máy này không còn");
    } finally {
      await session.close();
      await ground.end();
    }
  });
});
