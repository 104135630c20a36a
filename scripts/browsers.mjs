import { existsSync } from "node:fs";

const places = {
  chromium: [
    "/usr/bin/chromium",
    "/usr/bin/chromium-browser",
    "/usr/bin/google-chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
  ],
  firefox: ["/usr/bin/firefox-esr", "/usr/bin/firefox", "/Applications/Firefox.app/Contents/MacOS/firefox"],
};

const find = (name, override) => [override, ...places[name]].find((path) => path && existsSync(path));

/** @returns {string | undefined} path of a Chromium on this machine; CHROME_PATH goes first */
export const findChromium = () => find("chromium", process.env.CHROME_PATH);

/** @returns {string | undefined} path of a Firefox on this machine; FIREFOX_PATH goes first */
export const findFirefox = () => find("firefox", process.env.FIREFOX_PATH);
