import { browser } from "../browser.ts";
import { TOOLBAR_CLICK } from "./toolbar-click.ts";

/** Chromium's side panel and Firefox's sidebar; the polyfill knows the second only. */
interface SidePanel {
  open(where: { readonly windowId: number }): Promise<void>;
}
const isSidePanel = (api: unknown): api is SidePanel =>
  typeof api === "object" && api !== null && "open" in api && typeof api.open === "function";

browser.action.onClicked.addListener((tab) => {
  const panel: unknown = Reflect.get(browser, "sidePanel");
  // Both open only in the very turn of the click.
  const opened = isSidePanel(panel)
    ? panel.open({ windowId: tab.windowId ?? browser.windows.WINDOW_ID_CURRENT })
    : browser.sidebarAction.open();
  void opened.catch(() => undefined);
  browser.runtime.sendMessage(TOOLBAR_CLICK).catch(() => undefined);
});
