import { bmiOf, VITALS } from "./bench-form.ts";
import type { Peer } from "./peer.ts";

/** Milliseconds since the form was given. */
export interface Opening {
  /** The first screen is painted, typing shows its effect, and no task longer than 50 ms holds the main thread after that. */
  readonly interactive: number;
  /** Every item is in the document, and that is painted. */
  readonly complete: number;
}

export interface Measured {
  open(items: number): Promise<Opening>;
  /** From each keystroke to the frame that shows its effect, in milliseconds. Fewer than asked for where each takes long. */
  keystrokes(count: number): Promise<readonly number[]>;
}

declare global {
  var formBench: Measured | undefined;
}

/** No peer is typed into for longer, in milliseconds. */
const PATIENCE = 10_000;
const HEAVY = VITALS.advice.above + 15;
const LIGHT = VITALS.advice.above - 15;

/** Behind the frame that is being made: posted in it, received when it is made. */
const behindFrame = (): Promise<void> =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });

/** Looks as each frame begins; done behind the first frame in which it holds, which then shows it. */
const painted = (holds: () => boolean): Promise<void> =>
  new Promise((resolve) => {
    const look = (): void => {
      if (holds()) void behindFrame().then(resolve);
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });

const type = (input: HTMLInputElement, text: string): void => {
  input.value = text;
  input.dispatchEvent(
    new InputEvent("input", { bubbles: true, composed: true, data: text.slice(-1), inputType: "insertText" }),
  );
};

/** Some write the decimal mark as a comma. */
const isShown = (peer: Peer, weight: number): boolean => {
  const { bmi, advice } = peer.shown();
  return bmi.replace(",", ".") === String(bmiOf(weight)) && advice === weight > VITALS.advice.above;
};

/** Ends of the tasks that held the main thread for more than 50 ms. */
const watchLongTasks = () => {
  const ends: number[] = [];
  const observer = new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) ends.push(startTime + duration);
  });
  observer.observe({ type: "longtask" });
  return {
    ends,
    stop: (): void => {
      for (const { startTime, duration } of observer.takeRecords()) ends.push(startTime + duration);
      observer.disconnect();
    },
  };
};

const open = async (peer: Peer, items: number): Promise<Opening> => {
  peer.prepare(items);
  const host = document.createElement("div");
  document.body.append(host);
  await painted(() => true);
  const tasks = watchLongTasks();
  const start = performance.now();
  peer.open(host);
  const typed = async (): Promise<number> => {
    await painted(() => peer.weight() !== undefined);
    const input = peer.weight();
    if (!input) throw new Error("the weight went away");
    input.focus();
    type(input, String(HEAVY));
    while (!peer.shown().advice) await behindFrame();
    return performance.now();
  };
  const completed = async (): Promise<number> => {
    await painted(() => peer.isComplete());
    return performance.now();
  };
  const [free, complete] = await Promise.all([typed(), completed()]);
  // A long task is reported in a task of its own, after it.
  await new Promise((resolve) => setTimeout(resolve, 100));
  tasks.stop();
  const held = tasks.ends.filter((end) => end > start && end <= complete);
  return { interactive: Math.max(free, ...held) - start, complete: complete - start };
};

/** Typed as a frame begins; the time ends behind the frame that shows the effect. */
const keystroke = async (peer: Peer, weight: number): Promise<number> => {
  const start = await new Promise<number>((resolve, reject) => {
    requestAnimationFrame(() => {
      const input = peer.weight();
      if (!input) return reject(new Error("the weight went away"));
      resolve(performance.now());
      type(input, String(weight));
    });
  });
  await behindFrame();
  if (!isShown(peer, weight)) await painted(() => isShown(peer, weight));
  return performance.now() - start;
};

/** Offers the peer to the driver of the bench. */
export const serve = (peer: Peer): void => {
  globalThis.formBench = {
    open: (items) => open(peer, items),
    keystrokes: async (count) => {
      await painted(() => isShown(peer, HEAVY));
      const times: number[] = [];
      const end = performance.now() + PATIENCE;
      for (let index = 0; index < count && performance.now() < end; index++) {
        // Every one changes the calculated value and shows or hides the advice.
        times.push(await keystroke(peer, (index % 2 === 0 ? LIGHT : HEAVY) + (index % 10)));
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
      return times;
    },
  };
};
