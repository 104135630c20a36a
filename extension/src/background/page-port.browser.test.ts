import type { SiteProfileOff } from "@cadre-care/domain";
import { MemoryKeyStore, openVault, type Vault } from "@cadre-care/vault";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { Runtime } from "webextension-polyfill";
import { admit, type EarlyPort } from "./connections.ts";
import { ManagedStore } from "./managed-store.ts";
import { PagePort } from "./page-port.ts";
import { PageScopes } from "./page-scopes.ts";

vi.mock("../browser.ts", () => ({
  browser: {
    runtime: { id: "ours", getURL: () => "https://extension.example/" },
    scripting: { insertCSS: async () => undefined, removeCSS: async () => undefined },
    sidebarAction: { setPanel: async () => undefined },
  },
}));
vi.mock("../site-build.ts", () => {
  const profile = { id: "his-a", version: "1", site: "bv-tinh", panel: "browser", pages: [] };
  return { siteBuild: { browser: "firefox" }, profilesAt: () => [profile] };
});

const TAB = 7;
const ORIGIN = "https://his.example";
const OFF: readonly SiteProfileOff[] = [{ profile: "his-a", reason: { vi: "Đọc nhầm", en: "Reads wrong" } }];
const HELLO = { type: "hello", profile: "his-a", attribute: "abcdefghijkl" };
const sender = { tabId: TAB, frameId: 0, origin: ORIGIN };

/** A document's port; a dead one throws at what is sent, as the browser's do, and nobody is told of its end any more. */
const portOf = (state: { dead: boolean }) => {
  const sent: unknown[] = [];
  const nothing = { addListener: () => undefined, removeListener: () => undefined, hasListener: () => false };
  const port: Runtime.Port = {
    name: "page",
    sender: { id: "ours", frameId: 0, url: `${ORIGIN}/list`, tab: tabOf(TAB) },
    disconnect: () => undefined,
    onDisconnect: nothing,
    onMessage: nothing,
    postMessage: (message) => {
      if (state.dead) throw new Error("Attempting to use a disconnected port object");
      sent.push(message);
    },
  };
  return { port, sent };
};
const tabOf = (id: number) => ({
  id,
  index: 0,
  highlighted: false,
  active: true,
  pinned: false,
  incognito: false,
});

let opened: Vault;
let vault: Vault;
/** The policy in force, as the vault tells of it. */
let policy: { listeners: Set<(off: readonly SiteProfileOff[]) => void> };

/** The settings of this machine. */
let stored: unknown;
let managed: ManagedStore;

beforeEach(async () => {
  stored = {};
  const build = { board: "https://board.example", site: "bv-tinh", profiles: ["his-a"], required: false };
  managed = new ManagedStore(async () => stored, build);
  await managed.read();
  opened = await openVault({
    databaseName: `page-port-${crypto.randomUUID()}`,
    board: "https://board.example",
    boardKeys: [],
    clientId: "test",
    redirectUri: "https://extension.example/back",
    authorise: () => Promise.reject(new Error("nobody signs in")),
    site: "bv-tinh",
    openKeys: new MemoryKeyStore(),
    fetch: () => Promise.reject(new TypeError("no network")),
    now: () => Date.now(),
    random: () => 0,
    locks: navigator.locks,
    online: () => false,
  });
  policy = { listeners: new Set() };
  vault = {
    ...opened,
    switchedOff: (listener) => {
      policy.listeners.add(listener);
      listener([]);
      return () => policy.listeners.delete(listener);
    },
  };
});
afterEach(() => opened.close());

const page = (scopes: PageScopes, dead = false) => {
  const state = { dead };
  const { port, sent } = portOf(state);
  return { state, sent, page: new PagePort(port, sender, scopes, vault, managed) };
};

it("tells every page that its profile is off, though a page before it died unheard", () => {
  const scopes = new PageScopes(vault);
  const [dying, living] = [page(scopes), page(scopes)];
  dying.page.receive(HELLO);
  living.page.receive(HELLO);
  dying.state.dead = true;
  for (const tell of [...policy.listeners]) tell(OFF);
  expect(living.sent).toEqual(["on", "off"]);
  expect(policy.listeners.size).toBe(1);
  expect(scopes.find(TAB)?.documents).toBe(1);
});

it("tells a page that this machine's settings switch its profile off, and on, whatever the policy says", async () => {
  const scopes = new PageScopes(vault);
  const { page: spoken, sent } = page(scopes);
  spoken.receive(HELLO);
  const { scope } = scopes.find(TAB) ?? scopes.enter(TAB);
  const stated = vi.spyOn(scope, "statePage");
  const said = () => stated.mock.lastCall?.[2]?.code;
  stored = { settings: '{"siteProfilesOff":"all"}' };
  await managed.read();
  expect([sent, said()]).toEqual([["on", "off"], "machine-off"]);
  for (const tell of [...policy.listeners]) tell(OFF);
  expect([sent.at(-1), said()]).toEqual(["off", "machine-off"]);
  stored = { settings: '{"siteProfileOff":"all"}' };
  await managed.read();
  expect([sent.at(-1), said()]).toEqual(["off", "managed-unknown-key"]);
  stored = {};
  await managed.read();
  expect([sent.at(-1), said()]).toEqual(["off", "profile-off"]);
  for (const tell of [...policy.listeners]) tell([]);
  expect(sent.at(-1)).toBe("on");
});

it("takes no rows, no patient and no host of a page that is off, whatever it goes on to say", () => {
  const scopes = new PageScopes(vault);
  const { page: spoken } = page(scopes);
  const { scope } = scopes.find(TAB) ?? scopes.enter(TAB);
  const heard = [vi.spyOn(scope, "stateRows"), vi.spyOn(scope, "statePatient")];
  const counts = () => heard.map((spy) => spy.mock.calls.length);
  const token = "abcdefghijklmnopqrst";
  const urgency = { emergency: false };
  const identity = { identifiers: [{ kind: "cccd", value: "003061000001" }] };
  const rows = (generation: number) => ({
    type: "rows",
    list: token,
    generation,
    rows: [{ key: "row-1", identity, urgency, top: 0, height: 24 }],
  });
  const all = (generation: number) => {
    spoken.receive({ type: "host", role: "marks", token });
    spoken.receive(rows(generation));
    spoken.receive({
      type: "patient",
      page: "patient",
      generation,
      settled: true,
      identity,
      urgency,
      faults: [],
      facts: [],
    });
  };
  spoken.receive(HELLO);
  all(1);
  expect(counts()).toEqual([1, 1]);
  for (const tell of [...policy.listeners]) tell(OFF);
  // The patient who was stated is taken back.
  expect(counts()).toEqual([1, 2]);
  all(2);
  expect(counts()).toEqual([1, 2]);
  expect(scopes.find(TAB)?.hosts.size).toBe(0);
  for (const tell of [...policy.listeners]) tell([]);
  all(3);
  expect(counts()).toEqual([2, 3]);
});

it("has the words for what a page finds, and takes none from it", () => {
  const scopes = new PageScopes(vault);
  const ended = vi.fn();
  const { port } = portOf({ dead: false });
  const spoken = new PagePort({ ...port, disconnect: ended }, sender, scopes, vault, managed);
  const { scope } = scopes.find(TAB) ?? scopes.enter(TAB);
  const stated = vi.spyOn(scope, "statePage");
  const patients = vi.spyOn(scope, "statePatient");
  spoken.receive(HELLO);
  const finding = { code: "gave-up", page: "*", kind: "list", place: "", off: true };
  spoken.receive({ type: "page", kind: "list", findings: [finding] });
  expect(stated.mock.lastCall?.[3]).toEqual([
    { ...finding, message: { vi: expect.stringContaining("Tải lại trang"), en: expect.any(String) } },
  ]);
  const patient = {
    type: "patient",
    page: "patient",
    generation: 1,
    settled: true,
    identity: null,
    urgency: { emergency: false },
    facts: [],
  };
  spoken.receive({ ...patient, faults: [{ code: "date-format-unknown", place: "fields.birthDate" }] });
  expect(patients.mock.lastCall?.[2].problems).toEqual([
    {
      code: "date-format-unknown",
      message: {
        vi: expect.stringContaining("«patient › fields.birthDate»: ngày sinh không theo định dạng"),
        en: expect.any(String),
      },
    },
  ]);
  expect(ended).not.toHaveBeenCalled();
  spoken.receive({
    type: "page",
    kind: "list",
    findings: [{ ...finding, message: { vi: "Gọi số này", en: "Call this number" } }],
  });
  expect(ended).toHaveBeenCalledOnce();
});

it("forgets a page that is found dead at its first word, and what it says after it", () => {
  const scopes = new PageScopes(vault);
  const { page: dead } = page(scopes, true);
  dead.receive(HELLO);
  dead.receive({ type: "host", role: "marks", token: "abcdefghijklmnopqrst" });
  expect(policy.listeners.size).toBe(0);
  expect(scopes.find(TAB)).toBeUndefined();
});

it.each([false, true])(
  "admits a port that waited for the vault only while it is there (gone: %s)",
  async (gone) => {
    const scopes = new PageScopes(vault);
    const abort = new AbortController();
    if (gone) abort.abort();
    const { port } = portOf({ dead: false });
    const early: EarlyPort = { port, signal: abort.signal, attach: (receive) => receive(HELLO) };
    await admit(early, vault, scopes, managed);
    expect(scopes.find(TAB)?.documents).toBe(gone ? undefined : 1);
    expect(policy.listeners.size).toBe(gone ? 0 : 1);
  },
);
