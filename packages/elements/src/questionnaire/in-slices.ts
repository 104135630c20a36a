/** Longest work of one slice, in milliseconds; a key that is waiting ends it where the browser tells. */
const SLICE = 40;
/** Without being told of keys: short enough that one is drawn in the next frame. */
const BLIND_SLICE = 12;

/** Chromium's word on keys and clicks that wait, which the DOM's types do not know yet. */
interface Scheduling {
  readonly isInputPending: () => boolean;
}
const isScheduling = (value: unknown): value is Scheduling =>
  typeof value === "object" && value !== null && "isInputPending" in value;

const scheduling = (): Scheduling | undefined => {
  if (typeof navigator === "undefined" || !("scheduling" in navigator)) return undefined;
  return isScheduling(navigator.scheduling) ? navigator.scheduling : undefined;
};

/** The next turn of the event loop, after input that waits. */
const nextTurn = (act: () => void): void => {
  const channel = new MessageChannel();
  channel.port1.onmessage = () => {
    channel.port1.close();
    act();
  };
  channel.port2.postMessage(undefined);
};

/** Work that is done piece by piece, between the user's keys. */
export interface Slices {
  readonly pending: boolean;
  /** Does the rest now. */
  finish(): void;
  /** Forgets the rest. */
  stop(): void;
}

/**
 * Takes pieces from `work` until it is done: as many as `first` at once, the rest in slices of a few milliseconds.
 * `done` is called once, when all was taken.
 */
export const inSlices = (work: Iterator<unknown>, first: number, done: () => void): Slices => {
  let pending = true;
  const take = (): void => {
    if (!pending || work.next().done !== true) return;
    pending = false;
    done();
  };
  const slice = (): void => {
    const input = scheduling();
    const end = performance.now() + (input === undefined ? BLIND_SLICE : SLICE);
    while (pending && performance.now() < end && input?.isInputPending() !== true) take();
    if (pending) nextTurn(slice);
  };
  for (let piece = 0; pending && piece < first; piece += 1) take();
  if (pending) nextTurn(slice);
  return {
    get pending() {
      return pending;
    },
    finish() {
      while (pending) take();
    },
    stop() {
      pending = false;
    },
  };
};
