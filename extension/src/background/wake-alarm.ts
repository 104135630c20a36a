import { browser } from "../browser.ts";

/** Name of the one alarm. `create` with a name that exists resets its timer, so it is looked up first. */
const ALARM = "vault-wake";
const HEARTBEAT_MINUTES = 1;
const SHORTEST_MINUTES = 0.5;

/**
 * Keeps the background coming back: a heartbeat that is verified at every start, since Firefox forgets alarms at a
 * restart and an update clears them in both browsers; and an earlier wake-up when the vault asks for one.
 */
export const verifyHeartbeat = async (): Promise<void> => {
  if ((await browser.alarms.get(ALARM)) === undefined)
    browser.alarms.create(ALARM, { periodInMinutes: HEARTBEAT_MINUTES });
};

let timer: ReturnType<typeof setTimeout> | undefined;

/** `at`: epoch milliseconds, or null for "nothing waits". */
export const wakeAt = (at: number | null, wake: () => void): void => {
  clearTimeout(timer);
  timer = undefined;
  if (at === null) return;
  const delay = Math.max(0, at - Date.now());
  // While awake a timer is exact; the alarm covers the case that we are put to sleep first.
  if (delay < SHORTEST_MINUTES * 60_000) timer = setTimeout(wake, delay);
  else browser.alarms.create(`${ALARM}-next`, { when: at });
};
