import type { Runtime } from "webextension-polyfill";
import { browser } from "../browser.ts";
import { profilesAt } from "../site-build.ts";

export interface PageSender {
  readonly tabId: number;
  readonly frameId: number;
  readonly origin: string;
}

const ownOrigin = new URL(browser.runtime.getURL("")).origin;

/** Chromium names the origin of a frame; Firefox only its address. */
const originOf = (sender: Runtime.MessageSender): string | undefined => {
  const stated = "origin" in sender && typeof sender.origin === "string" ? sender.origin : undefined;
  if (stated !== undefined) return stated;
  return sender.url === undefined ? undefined : new URL(sender.url).origin;
};

/** A content script of ours in a document that a packed profile covers, or undefined. */
export const pageSender = (sender: Runtime.MessageSender | undefined): PageSender | undefined => {
  if (sender?.id !== browser.runtime.id || sender.tab?.id === undefined || sender.frameId === undefined)
    return undefined;
  const origin = originOf(sender);
  if (origin === undefined || profilesAt(origin).length === 0) return undefined;
  return { tabId: sender.tab.id, frameId: sender.frameId, origin };
};

/**
 * A document of the extension itself. `tabId` is present for frames inside a page and for pages opened in a tab;
 * `framed` tells those apart.
 */
export const viewSender = (
  sender: Runtime.MessageSender | undefined,
): { readonly tabId: number | undefined; readonly framed: boolean } | undefined => {
  if (sender === undefined || sender.id !== browser.runtime.id || originOf(sender) !== ownOrigin)
    return undefined;
  return { tabId: sender.tab?.id, framed: (sender.frameId ?? 0) !== 0 };
};
