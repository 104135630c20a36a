/** Longest work of one slice, in milliseconds: shorter ones cost more frames than they win, and the last item comes late. */
const SLICE = 24;

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
 * Takes pieces from `work` until it is done: as many as `first` at once, the rest in slices of a few milliseconds, when
 * `painted` resolves: the user sees the first ones, and can use them, before others are worked on. `done` is called
 * once, when all was taken.
 */
export const inSlices = (
  work: Iterator<unknown>,
  first: number,
  painted: () => Promise<void>,
  done: () => void,
): Slices => {
  let pending = true;
  const take = (): void => {
    if (!pending || work.next().done !== true) return;
    pending = false;
    done();
  };
  const slice = (): void => {
    const end = performance.now() + SLICE;
    while (pending && performance.now() < end) take();
    if (pending) nextTurn(slice);
  };
  for (let piece = 0; pending && piece < first; piece += 1) take();
  if (pending) void painted().then(slice);
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
