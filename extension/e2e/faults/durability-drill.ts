import { seesText, signInFirstTime } from "../support/receptionist.ts";
import { RECEPTIONIST, ROSTER_READY } from "../support/workday.ts";
import { Desk } from "./desk.ts";
import { type Durability, watchDurability } from "./durability.ts";
import { prepareGround } from "./ground.ts";
import { PAGE_ROWS, rollCall } from "./roll-call-his.ts";

/** Check-ins in a real Chromium with the board away, watched at the system call. Linux only. */
export const runDurabilityDrill = async (): Promise<Durability> => {
  const ground = await prepareGround("chromium");
  try {
    const session = await ground.launch();
    try {
      const popup = await signInFirstTime(session, ground.demo.boardUrl, RECEPTIONIST);
      await seesText(popup, ROSTER_READY);
      await popup.close();
      const desk = await Desk.open(session, ground.list);
      await desk.unlock();
      const people = await desk.people(PAGE_ROWS);
      await ground.demo.board.stop();
      const control = await session.open(ground.demo.hisUrls.react);
      return await watchDurability(session, control, async (turn) => {
        const person = rollCall()[turn];
        const token = people.get(`${person?.name} ${person?.birthDate}`);
        const outcome = await desk.call("checkIn", token, true);
        if (outcome.kind !== "saved") throw new Error(`not saved: ${JSON.stringify(outcome)}`);
      });
    } finally {
      await session.close();
    }
  } finally {
    await ground.end();
  }
};
