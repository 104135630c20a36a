import type { OutboxView, SessionView } from "@cadre-care/domain";
import type { Vault } from "@cadre-care/vault";
import { browser } from "../browser.ts";
import { type NewsKind, QueueNews } from "./queue-news.ts";
import { buttonFace, newsWords } from "./queue-words.ts";

const TOLD = "told-of";

const memory = {
  read: async (): Promise<unknown> => (await browser.storage.local.get(TOLD))[TOLD],
  write: (told: readonly string[]) => browser.storage.local.set({ [TOLD]: told }),
};

const notify = async (kind: NewsKind, language: SessionView["language"]): Promise<void> => {
  const iconUrl = browser.runtime.getURL("icons/128.png");
  await browser.notifications.create(kind, { type: "basic", iconUrl, ...newsWords(kind, language) });
};

/**
 * The queue on the toolbar button, and a notification where a person must do something. Counts, never names. The answer
 * looks at the clocks again, for a wake-up that changed nothing else.
 */
export const showQueueOnButton = (vault: Vault): (() => Promise<void>) => {
  let view: OutboxView | undefined;
  const language = (): SessionView["language"] => vault.session.view().language;
  const news = new QueueNews(memory, (kind) => notify(kind, language()), Date.now);
  const look = async (): Promise<void> => {
    if (view !== undefined) await news.look(view);
  };
  const show = (): void => {
    if (view === undefined) return;
    const { text, colour, title } = buttonFace(view, language());
    void browser.action.setBadgeText({ text });
    void browser.action.setBadgeBackgroundColor({ color: colour });
    void browser.action.setTitle({ title });
  };
  vault.scope("button").subscribe("outbox", (changed) => {
    view = changed;
    show();
    void look();
  });
  vault.session.subscribe(show);
  return look;
};

/** A click on a notification shows the queue. */
export const openQueueOnClick = (): void =>
  browser.notifications.onClicked.addListener((id) => {
    void browser.notifications.clear(id);
    void browser.runtime.openOptionsPage();
  });
