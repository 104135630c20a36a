import { browser } from "../browser.ts";
import { siteBuild } from "../site-build.ts";

/** The panel of one tab. The address names the tab and nothing about a patient. */
const panelPath = (tabId: number): string => `panel/panel.html?tab=${tabId}`;

interface ChromiumSidePanel {
  setOptions(options: { tabId: number; path: string; enabled: boolean }): Promise<void>;
  open(options: { tabId: number }): Promise<void>;
}

declare const chrome: { readonly sidePanel?: ChromiumSidePanel };

/** Chromium's own API, unknown to the polyfill. */
const chromiumSidePanel = (): ChromiumSidePanel | undefined => {
  if (siteBuild.browser !== "chromium") return undefined;
  return chrome.sidePanel;
};

/** Binds this tab's side panel or sidebar to the tab, so that it opens on the right page. */
export const offerPanel = async (tabId: number): Promise<void> => {
  try {
    if (siteBuild.browser === "chromium")
      await chromiumSidePanel()?.setOptions({ tabId, path: panelPath(tabId), enabled: true });
    else await browser.sidebarAction.setPanel({ tabId, panel: panelPath(tabId) });
  } catch {
    // The tab was closed meanwhile.
  }
};

const PANEL_WIDTH = 420;
const PANEL_HEIGHT = 760;
const windows = new Map<number, number>();

const openWindow = async (tabId: number): Promise<void> => {
  const known = windows.get(tabId);
  if (known !== undefined) {
    try {
      await browser.windows.update(known, { focused: true });
      return;
    } catch {
      windows.delete(tabId);
    }
  }
  const opened = await browser.windows.create({
    url: browser.runtime.getURL(panelPath(tabId)),
    type: "popup",
    width: PANEL_WIDTH,
    height: PANEL_HEIGHT,
  });
  if (opened.id !== undefined) windows.set(tabId, opened.id);
};

/** Side panel where the browser opens one on a click in a page; Firefox does not, so an extension window there. */
export const openPanel = async (tabId: number): Promise<void> => {
  const panel = chromiumSidePanel();
  if (panel === undefined) return openWindow(tabId);
  try {
    // Also where no HIS page offered it; not awaited, for the user's gesture would be over.
    void offerPanel(tabId);
    await panel.open({ tabId });
  } catch {
    // Opened without a user's gesture (a keyboard shortcut of the page, an old browser): a window shows the same.
    await openWindow(tabId);
  }
};
