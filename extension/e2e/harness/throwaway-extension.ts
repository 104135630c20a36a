import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { BrowserKind } from "./browser-session.ts";

/** Colour that the test draws inside the frame; the pixels test looks for it. */
export const DRAWN = { red: 200, green: 30, blue: 90 } as const;

const background = `
const open = () => new Promise((resolve, reject) => {
  const request = indexedDB.open("throwaway", 1);
  request.onupgradeneeded = () => request.result.createObjectStore("kept");
  request.onsuccess = () => resolve(request.result);
  request.onerror = () => reject(request.error);
});
const put = async (key, value) => {
  const database = await open();
  await new Promise((resolve, reject) => {
    const transaction = database.transaction("kept", "readwrite", { durability: "strict" });
    transaction.objectStore("kept").put(value, key);
    transaction.oncomplete = resolve;
    transaction.onerror = () => reject(transaction.error);
  });
  database.close();
};
const get = async (key) => {
  const database = await open();
  const value = await new Promise((resolve, reject) => {
    const request = database.transaction("kept").objectStore("kept").get(key);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  database.close();
  return value;
};
const api = globalThis.browser ?? globalThis.chrome;
const signIn = async (issuer) => {
  const back = api.identity.getRedirectURL();
  const address = issuer + "?redirect_uri=" + encodeURIComponent(back);
  const landed = await api.identity.launchWebAuthFlow({ url: address, interactive: true });
  return new URL(landed).searchParams.get("code");
};
api.runtime.onMessage.addListener((message, sender, reply) => {
  const work = message.signIn
    ? signIn(message.signIn)
    : message.put
    ? put(message.put, message.value).then(() => "kept")
    : message.local
      ? api.storage.local.set({ canary: message.local }).then(() => "kept")
      : get(message.get);
  work.then((value) => reply({ value: value ?? null }), (error) => reply({ error: String(error) }));
  return true;
});
`;

const content = `
const api = globalThis.browser ?? globalThis.chrome;
const host = document.createElement("div");
host.style.cssText = "position:fixed;left:0;top:100px;width:120px;height:80px";
const frame = document.createElement("iframe");
frame.style.cssText = "border:0;width:120px;height:80px";
frame.src = api.runtime.getURL("frame.html");
host.attachShadow({ mode: "closed" }).append(frame);
document.documentElement.append(host);
`;

const frame = `
const api = globalThis.browser ?? globalThis.chrome;
document.querySelector("button").addEventListener("click", async (event) => {
  const answer = await api.runtime.sendMessage({ put: "clicked", value: event.isTrusted });
  document.body.dataset.state = answer.value ?? answer.error;
});
`;

/**
 * Writes a tiny extension that keeps things in IndexedDB in its background and shows a frame in every page.
 * It proves the harness; it is no part of the product.
 */
export const writeThrowawayExtension = (folder: string, kind: BrowserKind, matches: string): void => {
  mkdirSync(folder, { recursive: true });
  const manifest = {
    manifest_version: 3,
    name: "Harness",
    version: "1.0",
    permissions: ["storage", "identity"],
    background: kind === "chromium" ? { service_worker: "background.js" } : { scripts: ["background.js"] },
    content_scripts: [{ matches: [matches], js: ["content.js"], all_frames: true }],
    web_accessible_resources: [{ resources: ["frame.html"], matches: [matches] }],
    ...(kind === "firefox"
      ? { browser_specific_settings: { gecko: { id: "harness@cadre-care.example" } } }
      : {}),
  };
  const colour = `rgb(${DRAWN.red}, ${DRAWN.green}, ${DRAWN.blue})`;
  const files = {
    "manifest.json": JSON.stringify(manifest),
    "background.js": background,
    "content.js": content,
    "frame.html": `<!doctype html><meta charset="utf-8"><style>body{margin:0;background:#fff}div{height:20px;background:${colour}}</style><body><div></div><button>Bấm</button><script src="frame.js"></script></body>`,
    "frame.js": frame,
    "page.html": `<!doctype html><meta charset="utf-8"><title>page</title><p>Trang</p>`,
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
};
