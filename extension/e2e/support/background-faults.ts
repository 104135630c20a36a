import type { Page } from "puppeteer-core";
import { type BrowserSession, eventually } from "../harness/browser-session.ts";

/** What goes wrong with the machine that the extension's background runs on. */
export type BackgroundFault =
  /** Every write to IndexedDB is refused for want of space, until `disk-free`. */
  | { readonly kind: "disk-full" }
  | { readonly kind: "disk-free" }
  /** The machine's clock is that much ahead; 0 sets it right. */
  | { readonly kind: "clock"; readonly milliseconds: number };

/** Runs in the service worker itself, or in a page of ours beside the background page. Sent to the browser as text. */
const inject = async (fault: BackgroundFault): Promise<boolean> => {
  const background: object | null =
    "document" in globalThis
      ? await Reflect.get(globalThis, "browser").runtime.getBackgroundPage()
      : globalThis;
  if (background === null) return false;
  const real = Reflect.get(background, "realMachine") ?? {
    put: Reflect.get(background, "IDBObjectStore").prototype.put,
    add: Reflect.get(background, "IDBObjectStore").prototype.add,
    now: Reflect.get(background, "Date").now,
  };
  Reflect.set(background, "realMachine", real);
  const store = Reflect.get(background, "IDBObjectStore").prototype;
  if (fault.kind === "clock") {
    const { milliseconds } = fault;
    Reflect.get(background, "Date").now = () => real.now() + milliseconds;
  } else if (fault.kind === "disk-free") {
    store.put = real.put;
    store.add = real.add;
  } else {
    const Refusal = Reflect.get(background, "DOMException");
    store.put = () => {
      throw new Refusal("no space left", "QuotaExceededError");
    };
    store.add = store.put;
  }
  return true;
};

/** `ours`: a page of the extension that stays open as long as the fault lasts. */
export const faultInBackground = async (
  session: BrowserSession,
  ours: Page,
  fault: BackgroundFault,
): Promise<void> => {
  if (session.kind === "firefox") {
    await eventually("the background page is awake", () => ours.evaluate(inject, fault));
    return;
  }
  const target = await session.browser.waitForTarget(
    (candidate) =>
      candidate.type() === "service_worker" && candidate.url().startsWith(session.extensionOrigin),
  );
  const worker = await target.worker();
  if (worker === null) throw new Error("the background's worker is gone");
  await worker.evaluate(inject, fault);
};
