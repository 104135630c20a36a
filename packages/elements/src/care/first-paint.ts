/** Longest wait for a frame, in milliseconds: a document that nobody looks at draws none. */
const NO_FRAME = 100;

/** Resolves when what was put into the document before is painted. */
export const firstPaint = (): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, NO_FRAME);
    requestAnimationFrame(() => {
      clearTimeout(timer);
      setTimeout(resolve);
    });
  });
