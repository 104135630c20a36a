const seconds = (from) => `${((Date.now() - from) / 1000).toFixed(1)} s`;

/**
 * Tells people what a script is doing: a line that counts the seconds on a terminal, one plain line per event elsewhere.
 * @param {{ isTTY?: boolean, write(text: string): unknown }} out
 */
export const createProgress = (out = process.stdout) => {
  const live = Boolean(out.isTTY) && !process.env.CI;

  /**
   * Runs one step and says when it began, when it ended and how long it took.
   * @template T
   * @param {string} title
   * @param {(note: (text: string) => void) => Promise<T>} work
   * @returns {Promise<T>}
   */
  const step = async (title, work) => {
    const from = Date.now();
    let note = "";
    const draw = () =>
      out.write(`\r\u001b[2K… ${title} (${seconds(from)})${note ? ` ${note}` : ""}`.slice(0, 160));
    let timer;
    if (live) {
      draw();
      timer = setInterval(draw, 500);
    } else out.write(`… ${title}\n`);
    const end = (mark) => {
      if (timer) clearInterval(timer);
      out.write(`${live ? "\r\u001b[2K" : ""}${mark} ${title} (${seconds(from)})\n`);
    };
    try {
      const result = await work((text) => {
        note = text.replace(/\s+/g, " ").trim().slice(0, 80);
      });
      end("✓");
      return result;
    } catch (error) {
      end("✗");
      throw error;
    }
  };

  return { step, line: (text = "") => out.write(`${text}\n`), live };
};
