import { type BrowserSession, eventually } from "../e2e/harness/index.ts";

const workers = (session: BrowserSession) =>
  session.browser
    .targets()
    .filter(
      (target) => target.type() === "service_worker" && target.url().startsWith(session.extensionOrigin),
    );

/** Puts the extension's background to sleep, as Chromium does after half a minute without work. */
export const stopBackground = async (session: BrowserSession): Promise<void> => {
  const awake = workers(session);
  for (const target of awake) await (await target.worker())?.close();
  // An open page may have woken another one already.
  await eventually("the background sleeps", () => !workers(session).some((target) => awake.includes(target)));
};
