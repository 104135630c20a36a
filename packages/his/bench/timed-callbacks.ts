const frames = window.requestAnimationFrame;
let spent = 0;

/** Milliseconds that timed callbacks took since this was last asked. */
export const takeSpent = (): number => {
  const taken = spent;
  spent = 0;
  return taken;
};

export const timed =
  <Arguments extends unknown[]>(callback: (...values: Arguments) => void) =>
  (...values: Arguments): void => {
    const start = performance.now();
    callback(...values);
    spent += performance.now() - start;
  };

/**
 * Times every way in which a program of this world can be called: frames, timers, observers, events. Meant for a world
 * that nobody else lives in, or for as long as only one program registers anything; the answer puts all of it back but
 * the frames, which that program asks for again and again.
 */
export const timeCallbacks = (): (() => void) => {
  const {
    setTimeout: timeout,
    setInterval: interval,
    MutationObserver: Mutations,
    ResizeObserver: Resizes,
  } = window;
  const listen = EventTarget.prototype.addEventListener;
  window.requestAnimationFrame = (callback) => frames.call(window, timed(callback));
  window.MutationObserver = class extends Mutations {
    constructor(callback: MutationCallback) {
      super(timed(callback));
    }
  };
  window.ResizeObserver = class extends Resizes {
    constructor(callback: ResizeObserverCallback) {
      super(timed(callback));
    }
  };
  Object.assign(window, {
    setTimeout: (callback: () => void, delay?: number) => timeout.call(window, timed(callback), delay),
    setInterval: (callback: () => void, delay?: number) => interval.call(window, timed(callback), delay),
  });
  EventTarget.prototype.addEventListener = function (
    this: EventTarget,
    type: string,
    callback: EventListenerOrEventListenerObject | null,
    options?: boolean | AddEventListenerOptions,
  ) {
    listen.call(this, type, typeof callback === "function" ? timed(callback) : callback, options);
  };
  return () => {
    window.MutationObserver = Mutations;
    window.ResizeObserver = Resizes;
    Object.assign(window, { setTimeout: timeout, setInterval: interval });
    EventTarget.prototype.addEventListener = listen;
  };
};
