import "./without-eval.ts";
import type { Vault } from "@cadre-care/vault";
import type { Runtime } from "webextension-polyfill";
import { browser } from "../browser.ts";
import { showQueueOnButton } from "./badge.ts";
import { admit, type EarlyPort } from "./connections.ts";
import { theVault } from "./open-vault.ts";
import { PageScopes } from "./page-scopes.ts";
import { verifyHeartbeat } from "./wake-alarm.ts";

/** Without mouse or keyboard for this long, the operating system calls the machine idle. */
const IDLE_SECONDS = 60;

let house: Promise<{ vault: Vault; scopes: PageScopes }> | undefined;

const openHouse = (): Promise<{ vault: Vault; scopes: PageScopes }> => {
  house ??= theVault().then(
    (vault) => {
      showQueueOnButton(vault);
      // Until the first change of state nobody says whether the machine was locked while we slept.
      void browser.idle.queryState(IDLE_SECONDS).then((state) => vault.setIdleState(state));
      return { vault, scopes: new PageScopes(vault) };
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
    .then(({ vault, scopes }) => admit(kept, vault, scopes))
    .catch(() => port.disconnect());
});

browser.tabs.onRemoved.addListener((tabId) => {
  void house?.then(({ scopes }) => scopes.forget(tabId));
});

const wake = async (): Promise<void> => {
  await verifyHeartbeat();
  const { vault } = await openHouse();
  await vault.wake();
};

browser.alarms.onAlarm.addListener(() => void wake());
browser.runtime.onStartup.addListener(() => void wake());
browser.runtime.onInstalled.addListener(() => void wake());
browser.idle.onStateChanged.addListener((state) => {
  void openHouse().then(({ vault }) => vault.setIdleState(state));
});
void wake();
