import { z } from "zod/mini";

/** Where the page that the board returns to tells what address it was opened with. Same origin only. */
export const SIGN_IN_CHANNEL = "cadre-care/sign-in";

export const returned = z.strictObject({ kind: z.literal("returned"), url: z.url() });
export const received = z.strictObject({ kind: z.literal("received"), url: z.string() });

const SIZE = "popup,width=480,height=720";
const LOOK_EVERY_MS = 500;
/** Closed and in front again for this many looks: the user gave up. A window may look closed while it is on another site. */
const LOOKS = 4;

const stateOf = (url: string): string | null => new URL(url).searchParams.get("state");

/**
 * A window for the board's sign-in page. It must be opened in the user's own click, before anything is awaited, or the
 * browser blocks it; the address follows.
 */
export class SignInWindow {
  readonly #window: Window | null;

  constructor() {
    this.#window = window.open("", "", SIZE);
  }

  get blocked(): boolean {
    return this.#window === null;
  }

  close(): void {
    this.#window?.close();
  }

  /** Resolves with the address that the board returned to; undefined when the user closed the window. */
  authorise(url: string): Promise<string | undefined> {
    const opened = this.#window;
    if (opened === null) return Promise.resolve(undefined);
    const channel = new BroadcastChannel(SIGN_IN_CHANNEL);
    let looks = 0;
    return new Promise<string | undefined>((resolve) => {
      const timer = setInterval(() => {
        looks = opened.closed && document.hasFocus() ? looks + 1 : 0;
        if (looks >= LOOKS) end(undefined);
      }, LOOK_EVERY_MS);
      const end = (back: string | undefined): void => {
        clearInterval(timer);
        channel.close();
        resolve(back);
      };
      channel.addEventListener("message", (event: MessageEvent<unknown>) => {
        const parsed = returned.safeParse(event.data);
        // Another tab may be signing in at the same time: each answer belongs to the request with its state.
        if (!parsed.success || stateOf(parsed.data.url) !== stateOf(url)) return;
        channel.postMessage({ kind: "received", url: parsed.data.url });
        end(parsed.data.url);
      });
      opened.location.replace(url);
    });
  }
}
