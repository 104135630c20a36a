import { browser } from "../../browser.ts";
import { TOOLBAR_CLICK } from "../toolbar-click.ts";
import { originOf, permissionFor } from "./origins.ts";
import type { TabState } from "./tab-state.ts";

const stated = (): number | undefined => {
  const tab = Number(new URLSearchParams(location.search).get("tab"));
  return Number.isInteger(tab) && tab > 0 ? tab : undefined;
};

/** Follows the active tab of the wizard's window, or the one tab that the wizard's address names. */
export class FollowedTab {
  id: number | undefined;
  state: TabState = { kind: "unknown" };
  readonly #changed: () => void;
  readonly #fixed = stated();

  constructor(changed: () => void) {
    this.#changed = changed;
    browser.tabs.onActivated.addListener(() => void this.look());
    browser.tabs.onUpdated.addListener((id, change) => {
      if (id === this.id && (change.status !== undefined || change.url !== undefined)) void this.look();
    });
    browser.permissions.onAdded.addListener(() => void this.look());
    browser.permissions.onRemoved.addListener(() => void this.look());
    browser.runtime.onMessage.addListener((message: unknown) => {
      if (message === TOOLBAR_CLICK) void this.look();
      return undefined;
    });
  }

  async look(): Promise<void> {
    const id = this.#fixed ?? (await browser.tabs.query({ active: true, currentWindow: true }))[0]?.id;
    this.state = await this.#stateOf(id);
    this.id = id;
    this.#changed();
  }

  async #stateOf(id: number | undefined): Promise<TabState> {
    if (id === undefined) return { kind: "unknown" };
    const { url } = await browser.tabs.get(id).catch(() => ({ url: undefined }));
    if (url === undefined || url === "") return { kind: "unknown" };
    const origin = originOf(url);
    if (origin === undefined) return { kind: "unreadable" };
    const allowed = await browser.permissions.contains(permissionFor(origin));
    return { kind: allowed ? "ready" : "ask", origin };
  }
}
