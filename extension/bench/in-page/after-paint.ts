/**
 * Calls `look` once a frame, in the task that follows the frame's rendering: what the document holds then has just been
 * painted. `at` is in milliseconds of the machine's clock, so that documents of different processes can be compared.
 */
export const afterEachPaint = (look: (at: number) => void): void => {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => look(performance.timeOrigin + performance.now());
  const frame = () => {
    port2.postMessage(null);
    requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
};
