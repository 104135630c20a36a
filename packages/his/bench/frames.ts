const frames = window.requestAnimationFrame;

/** After the next frame is painted. Uses the browser's own frames, which nobody times. */
export const plainFrame = (): Promise<void> =>
  new Promise((resolve) => {
    frames.call(window, () => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        port1.close();
        resolve();
      };
      port2.postMessage(null);
    });
  });

/** The lower quartile: other programs on the machine only ever add time. */
export const typical = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[values.length >> 2] ?? 0;
