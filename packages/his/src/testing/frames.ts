/** Resolves right before the paint of the next frame, after every frame callback that was asked for before. */
export const beforePaint = (view: Window = window): Promise<void> =>
  new Promise((resolve) => {
    view.requestAnimationFrame(() => resolve());
  });

/** Resolves after `count` frames have been painted. */
export const painted = async (count = 1, view: Window = window): Promise<void> => {
  for (let frame = 0; frame < count; frame += 1) {
    await beforePaint(view);
    await new Promise<void>((resolve) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        port1.close();
        resolve();
      };
      port2.postMessage(null);
    });
  }
};

/** Waits, frame by frame, until something holds. Fails by the test's own limit, not by a clock here. */
export const until = async (holds: () => boolean, view: Window = window): Promise<void> => {
  while (!holds()) await painted(1, view);
};
