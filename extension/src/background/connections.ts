import type { Vault } from "@cadre-care/vault";
import type { Runtime } from "webextension-polyfill";
import { browser } from "../browser.ts";
import { type FramePortName, type OwnPagePortName, readPortName } from "../protocol/port-names.ts";
import { dockedCommands, type ExtensionCommands } from "../protocol/view-contexts.ts";
import { siteBuild } from "../site-build.ts";
import type { Dock } from "./dock.ts";
import { PagePort } from "./page-port.ts";
import type { PageScopes, TabPage } from "./page-scopes.ts";
import { offerPanel, openPanel } from "./panel.ts";
import type { WatchedSettings } from "./profile-off.ts";
import { selectionOf } from "./selection.ts";
import { pageSender, viewSender } from "./sender.ts";
import { type ViewBinding, ViewPort } from "./view-port.ts";

/** A port that came in, with what it said before the vault was open. */
export interface EarlyPort {
  readonly port: Runtime.Port;
  /** Hands every message, early ones first, to the receiver. */
  attach(receive: (message: unknown) => void): void;
  readonly signal: AbortSignal;
}

const activeTab = async (): Promise<number | undefined> => {
  const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
  return tab?.id;
};

const commandsFor = (tabId: number | undefined, dock?: Dock): ExtensionCommands => ({
  openPanel: async () => {
    dock?.show(false);
    if (tabId !== undefined) await openPanel(tabId);
  },
  closeDock: async () => dock?.show(false),
  showPerson: async (subject) => selectionOf(tabId).choose(subject),
  buildInformation: async () => ({
    version: siteBuild.version,
    board: siteBuild.board,
    sites: siteBuild.profiles.map((profile) => profile.name.vi),
  }),
});

/** Decides what each incoming port is, and refuses what is not ours (DESIGN 6). */
export const admit = async (
  early: EarlyPort,
  vault: Vault,
  scopes: PageScopes,
  settings: WatchedSettings,
): Promise<void> => {
  const { port, signal } = early;
  // It went while the vault was opened: nobody would ever tell of its end.
  if (signal.aborted) return;
  const name = readPortName(port.name);
  if (name?.context === "page") {
    const sender = pageSender(port.sender);
    if (sender === undefined) {
      port.disconnect();
      return;
    }
    void offerPanel(sender.tabId);
    const page = new PagePort(port, sender, scopes, vault, settings);
    early.attach((message) => page.receive(message));
    return;
  }
  const binding = await bind(early, name, vault, scopes);
  if (binding === undefined) {
    port.disconnect();
    return;
  }
  if (signal.aborted) return;
  const view = new ViewPort(port, binding, vault);
  early.attach((message) => view.receive(message));
};

const bind = async (
  early: EarlyPort,
  name: FramePortName | OwnPagePortName | undefined,
  vault: Vault,
  scopes: PageScopes,
): Promise<ViewBinding | undefined> => {
  if (name === undefined) return undefined;
  return "token" in name ? bindFrame(early, name, scopes) : bindOwnPage(early, name, vault, scopes);
};

const bindFrame = async (
  { port, signal }: EarlyPort,
  name: FramePortName,
  scopes: PageScopes,
): Promise<ViewBinding | undefined> => {
  const sender = viewSender(port.sender);
  if (sender?.tabId === undefined || !sender.framed) return undefined;
  const page = await scopes.host(sender.tabId, name.token, name.context, signal);
  const host = page?.hosts.get(name.token);
  if (page === undefined || host === undefined) return undefined;
  const { dock } = host;
  const shared = {
    scope: page.scope,
    commands: commandsFor(sender.tabId, dock),
    selection: selectionOf(sender.tabId),
    ...(dock === undefined ? {} : { dock }),
  };
  if (name.context === "marks") return { ...shared, context: "marks", list: name.token };
  const speaksForPatient = () => page.patient.document === host.document;
  if (name.context === "docked")
    return {
      ...shared,
      context: "docked",
      allowed: dockedCommands(siteBuild.browser === "chromium"),
      speaksForPatient,
    };
  return { ...shared, context: "banner", commands: bannerCommands(page), speaksForPatient };
};

/**
 * A click in the banner: the docked frame where the site's profile wants it, else the browser's own panel. It is about
 * whom the banner shows, not about whoever was chosen from a list before.
 */
const bannerCommands = (page: TabPage): ExtensionCommands => {
  const commands = commandsFor(page.tabId);
  return {
    ...commands,
    openPanel: async () => {
      selectionOf(page.tabId).choose(null);
      if (page.dock === undefined) await commands.openPanel();
      else page.dock.show(true);
    },
  };
};

const bindOwnPage = async (
  { port, signal }: EarlyPort,
  name: OwnPagePortName,
  vault: Vault,
  scopes: PageScopes,
): Promise<ViewBinding | undefined> => {
  const sender = viewSender(port.sender);
  if (sender === undefined || sender.framed) return undefined;
  const tabId = name.tab ?? (await activeTab());
  if (signal.aborted) return undefined;
  const scope = tabId === undefined ? vault.scope("no-tab") : scopes.attend(tabId, signal);
  return { context: name.context, scope, commands: commandsFor(tabId), selection: selectionOf(tabId) };
};
