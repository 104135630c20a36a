/**
 * puppeteer's Firefox driver starts to fetch its own helper script in a frame and drops the promise when the frame goes
 * away meanwhile (BidiFrameRealm.puppeteerUtil). Nobody can catch that rejection; no test of ours has a part in it.
 *
 * @param {{ name?: string, message?: string, stack?: string }} error as vitest reports it
 * @returns {boolean} whether it is that rejection and nothing else
 */
export const isDroppedDriverCall = ({ name, message = "", stack = "" }) =>
  name === "ProtocolError" &&
  /^Protocol error \(script\.callFunction\): no such frame\b/.test(message) &&
  stack.includes("BidiFrameRealm.evaluateHandle") &&
  !stack.includes("/extension/");
