import { type BrowserSession, eventually } from "../e2e/harness/index.ts";

const workers = (session: BrowserSession) =>
  session.browser
    .targets()
    .filter(
      (target) => target.type() === "service_worker" && target.url().startsWith(session.extensionOrigin),
    );

/** Puts the extension's background to sleep, as Chromium does after half a minute without work. No HIS page is open. */
export const stopBackground = async (session: BrowserSession): Promise<void> => {
  for (const target of workers(session)) await (await target.worker())?.close();
  await eventually("the background sleeps", () => workers(session).length === 0);
};
