import "./without-eval.ts";
import type { Vault } from "@cadre-care/vault";
import type { Runtime } from "webextension-polyfill";
import { browser } from "../browser.ts";
import { openQueueOnClick, showQueueOnButton } from "./badge.ts";
import { admit, type EarlyPort } from "./connections.ts";
import { theVault } from "./open-vault.ts";
import { PageScopes } from "./page-scopes.ts";
import { verifyHeartbeat } from "./wake-alarm.ts";
import { managed } from "./watch-managed.ts";

/** Without mouse or keyboard for this long, the operating system calls the machine idle. */
const IDLE_SECONDS = 60;

interface House {
  readonly vault: Vault;
  readonly scopes: PageScopes;
  /** Tells of what needs a person by now. */
  readonly lookAtQueue: () => Promise<void>;
}

let house: Promise<House> | undefined;

const openHouse = (): Promise<House> => {
  house ??= theVault().then(
    (vault) => {
      const lookAtQueue = showQueueOnButton(vault);
      // Until the first change of state nobody says whether the machine was locked while we slept.
      void browser.idle.queryState(IDLE_SECONDS).then((state) => vault.setIdleState(state));
      return { vault, scopes: new PageScopes(vault), lookAtQueue };
    },
    (error: unknown) => {
      house = undefined;
      throw error;
    },
  );
  return house;
};

/** Listens at once and keeps what arrives: messages sent before the vault is open must not be lost. */
const early = (port: Runtime.Port): EarlyPort => {
  const abort = new AbortController();
  const waiting: unknown[] = [];
  let receive: ((message: unknown) => void) | undefined;
  port.onMessage.addListener((message) => {
    if (receive === undefined) waiting.push(message);
    else receive(message);
  });
  port.onDisconnect.addListener(() => abort.abort());
  return {
    port,
    signal: abort.signal,
    attach(receiver) {
      receive = receiver;
      for (const message of waiting.splice(0)) receiver(message);
    },
  };
};

// Listeners stand in the first turn of the script: a service worker that wakes finds them or loses the event.
browser.runtime.onConnect.addListener((port) => {
  const kept = early(port);
  openHouse()
    .then(({ vault, scopes }) => admit(kept, vault, scopes, managed))
    .catch(() => port.disconnect());
});

browser.tabs.onRemoved.addListener((tabId) => {
  void house?.then(({ scopes }) => scopes.forget(tabId));
});

const wake = async (): Promise<void> => {
  await verifyHeartbeat();
  await managed.read();
  const { vault, lookAtQueue } = await openHouse();
  await vault.wake();
  await lookAtQueue();
};

browser.storage.onChanged.addListener((_, area) => {
  if (area === "managed") void managed.read();
});
browser.alarms.onAlarm.addListener(() => void wake());
browser.runtime.onStartup.addListener(() => void wake());
browser.runtime.onInstalled.addListener(() => void wake());
browser.idle.onStateChanged.addListener((state) => {
  void openHouse().then(({ vault }) => vault.setIdleState(state));
});
openQueueOnClick();
void wake();
