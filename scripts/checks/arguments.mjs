export const PARTS = ["unit", "components", "board", "extension"];
/** Parts that run only when they are asked for. */
const LONG_PARTS = ["long"];
const BROWSERS = ["chromium", "firefox"];

/** What was asked for on the command line cannot be done; the message is for a person. */
export class UsageError extends Error {
  constructor(message) {
    super(
      `${message}\nDùng · usage: node scripts/test.mjs [${[...PARTS, ...LONG_PARTS].join("|")}] [-- --browser ${BROWSERS.join("|")}]`,
    );
    this.name = "UsageError";
  }
}

/**
 * @param {readonly string[]} args after `node scripts/test.mjs`
 * @returns {{ parts: string[], everything: boolean, browsers: string[] }}
 * @throws {UsageError}
 */
export const parseArguments = (args) => {
  const parts = [];
  const browsers = [];
  const rest = args.filter((arg) => arg !== "--");
  while (rest.length > 0) {
    const arg = rest.shift();
    const [flag, inline] = arg.split("=");
    if (flag === "--browser") {
      const browser = inline ?? rest.shift();
      if (!BROWSERS.includes(browser))
        throw new UsageError(`Không có trình duyệt · no such browser: ${browser ?? ""}`);
      browsers.push(browser);
    } else if (PARTS.includes(arg) || LONG_PARTS.includes(arg)) parts.push(arg);
    else throw new UsageError(`Không hiểu · not understood: ${arg}`);
  }
  if (browsers.length > 0 && !parts.includes("extension"))
    throw new UsageError("--browser chỉ dùng với phần extension · goes with the part extension");
  return {
    parts: parts.length > 0 ? parts : [...PARTS],
    everything: parts.length === 0,
    browsers: browsers.length > 0 ? browsers : [...BROWSERS],
  };
};

/** The components of the machine that these parts need. @param {{ parts: readonly string[], browsers: readonly string[] }} asked */
export const componentsFor = ({ parts, browsers }) => {
  const needed = new Set();
  // The unit part draws the captions of the tour, in Chromium.
  if (parts.includes("unit") || parts.includes("components")) needed.add("chromium");
  if (parts.includes("board")) needed.add("postgres");
  if (parts.includes("extension")) {
    for (const browser of browsers) needed.add(browser);
    // Chromium's writes are watched at the system call.
    if (browsers.includes("chromium")) needed.add("strace");
  }
  return [...needed];
};
