import "./without-eval.ts";
import { received, SIGN_IN_CHANNEL } from "./sign-in-window.ts";

const WORDS = "Đã đăng nhập. Bạn có thể đóng cửa sổ này. / Signed in. You can close this window.";
const LOST =
  "Không tìm thấy trang đã mở cửa sổ này. Đóng cửa sổ và đăng nhập lại. / The page that opened this window is gone. Close it and sign in again.";
const ANSWER_MS = 3_000;

/**
 * All that the portal's redirect page does: hands its address to the tab that asked, takes it out of the history, and
 * closes. The page is of the portal's origin, needs no content of its own, and must be among the board's redirect URIs.
 */
const returnFromSignIn = (): void => {
  const url = location.href;
  history.replaceState(null, "", location.pathname);
  const channel = new BroadcastChannel(SIGN_IN_CHANNEL);
  const say = (words: string): void => {
    document.body.textContent = words;
  };
  const lost = setTimeout(() => say(LOST), ANSWER_MS);
  channel.addEventListener("message", (event: MessageEvent<unknown>) => {
    const parsed = received.safeParse(event.data);
    if (!parsed.success || parsed.data.url !== url) return;
    clearTimeout(lost);
    say(WORDS);
    window.close();
  });
  channel.postMessage({ kind: "returned", url });
};

returnFromSignIn();
