import "../define/care-provider.ts";
import "@cadre-care/elements/define/priority-banner";
import "@cadre-care/elements/define/session";
import { define } from "@cadre-care/elements/define/define";
import { expectAccessible, ScriptedService, settled, textOf } from "@cadre-care/elements/testing";
import { fixture, html } from "@open-wc/testing";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { englishTexts } from "../language/english-texts.ts";
import { registerLanguage } from "../language/register-language.ts";
import { CadreCareProvider } from "./care-provider.ts";

const BOARD = "https://board.example";
let keys = "";
beforeAll(async () => {
  const pair = await crypto.subtle.generateKey({ name: "ECDSA", namedCurve: "P-256" }, true, [
    "sign",
    "verify",
  ]);
  const { kty, crv, x, y } = await crypto.subtle.exportKey("jwk", pair.publicKey);
  keys = JSON.stringify({ keys: [{ kty, crv, x, y, kid: "board-1", alg: "ES256", use: "sig" }] });
});

/** Resolves with the next event of that name, which passes every shadow root. */
const heard = <Name extends keyof HTMLElementEventMap>(name: Name): Promise<HTMLElementEventMap[Name]> =>
  new Promise((resolve) =>
    document.body.addEventListener(name, (event: HTMLElementEventMap[Name]) => resolve(event), {
      once: true,
    }),
  );

const ask = async (element: Element | null): Promise<string> => {
  if (!(element instanceof HTMLElement && "updateComplete" in element)) throw new Error("no element of ours");
  await settled({ updateComplete: Promise.resolve(true) });
  return textOf(element);
};

describe("a portal's own service", () => {
  const withOwn = async () => {
    const service = new ScriptedService();
    const provider = await fixture<CadreCareProvider>(html`
      <cadre-care-provider .service=${service}>
        <div><cadre-priority-banner></cadre-priority-banner></div>
      </cadre-care-provider>
    `);
    await settled(provider);
    return { service, provider };
  };

  it("reaches what is below from the start and what is put there later, in the language of the session", async () => {
    const { service, provider } = await withOwn();
    const later = document.createElement("cadre-session");
    provider.append(later);
    await settled(later);
    expect(provider.care).toBe(service);
    expect(textOf(later)).not.toBe("");
    expect(await ask(provider.querySelector("cadre-priority-banner"))).toContain("Chưa chọn người bệnh");
    await service.setLanguage("en");
    await settled(later);
    expect(provider.lang).toBe("en");
    expect(await ask(provider.querySelector("cadre-priority-banner"))).not.toContain("Chưa chọn người bệnh");
  });

  it("reaches what was defined and asked before the provider was there", async () => {
    const parent = await fixture<HTMLElement>(
      html`<div><cadre-care-later><cadre-session></cadre-session></cadre-care-later></div>`,
    );
    const session = parent.querySelector("cadre-session");
    if (session === null) throw new Error("no session");
    await settled(session);
    expect(session.service).toBeUndefined();
    class Later extends CadreCareProvider {
      constructor() {
        super();
        this.service = new ScriptedService();
      }
    }
    customElements.define("cadre-care-later", Later);
    await settled(session);
    expect(session.service).toBeInstanceOf(ScriptedService);
    const provider = parent.firstElementChild;
    provider?.remove();
    await settled(session);
    expect(session.service).toBeUndefined();
  });

  it("is followed on while the provider is moved, and left when it is taken out", async () => {
    const { service, provider } = await withOwn();
    const followed = service.followed;
    const home = provider.parentElement;
    const other = await fixture<HTMLElement>(html`<div></div>`);
    other.append(provider);
    await settled(provider);
    expect(service.followed).toBe(followed);
    provider.remove();
    await settled(provider);
    expect(service.followed).toBe(0);
    home?.append(provider);
    await settled(provider);
    expect(service.followed).toBe(followed);
  });

  it("is replaced by another, also below", async () => {
    const { service, provider } = await withOwn();
    const next = new ScriptedService();
    next.topics.subject = { ...next.topics.subject, about: { state: "locked" } };
    provider.service = next;
    await settled(provider);
    expect(service.followed).toBe(0);
    expect(await ask(provider.querySelector("cadre-priority-banner"))).toContain("Chưa đánh dấu");
  });

  it("is gone from below with the connection: nothing of before stays to be read", async () => {
    const { provider } = await withOwn();
    const banner = provider.querySelector("cadre-priority-banner");
    expect(await ask(banner)).not.toContain("Đang đọc trang");
    provider.service = undefined;
    await vi.waitFor(() => expect(provider.problem?.code).toBe("provider-board"));
    expect(await ask(banner)).toContain("Đang đọc trang");
  });

  it("is not given to another provider within, nor to what is below that one", async () => {
    const [outer, inner] = [new ScriptedService(), new ScriptedService()];
    const provider = await fixture<CadreCareProvider>(html`
      <cadre-care-provider .service=${outer}>
        <cadre-care-provider id="inner"><cadre-session></cadre-session></cadre-care-provider>
      </cadre-care-provider>
    `);
    await settled(provider);
    const within = provider.querySelector("#inner");
    if (!(within instanceof CadreCareProvider)) throw new Error("no provider");
    await vi.waitFor(() => expect(within.problem?.code).toBe("provider-board"));
    expect(within.care).toBeUndefined();
    expect(within.service).toBeUndefined();
    within.service = inner;
    await settled(within);
    expect(within.care).toBe(inner);
    provider.service = new ScriptedService();
    await settled(provider);
    expect(within.care).toBe(inner);
  });

  it("takes no space, and a second definition of the tag does not throw", async () => {
    const { provider } = await withOwn();
    expect(getComputedStyle(provider).display).toBe("contents");
    expect(() => define("cadre-care-provider", class extends HTMLElement {})).not.toThrow();
    await expectAccessible(provider);
  });
});

describe("attributes", () => {
  it.each([
    ["board", { board: "board.example" }],
    ["board", { board: `${BOARD}/` }],
    ["board", { board: "http://board.example" }],
    ["board-keys", { keys: "" }],
    ["board-keys", { keys: "{" }],
    ["board-keys", { keys: `{"keys":[]}` }],
    ["site", { site: " " }],
    ["redirect-uri", { redirect: "" }],
    ["redirect-uri", { redirect: "https://elsewhere.example/signed-in.html" }],
  ])("a wrong %s is said in both languages, and the page's own content stays: %o", async (name, wrong) => {
    const given = { board: BOARD, keys, site: "bv-tinh", redirect: "signed-in.html", ...wrong };
    const problem = heard("cadre-care-problem");
    const provider = await fixture<CadreCareProvider>(html`
      <cadre-care-provider board=${given.board} board-keys=${given.keys} site=${given.site} redirect-uri=${given.redirect}>
        <p>Trang của bệnh viện</p>
      </cadre-care-provider>
    `);
    expect((await problem).problem.code).toBe(`provider-${name}`);
    await settled(provider);
    for (const words of Object.values((await problem).problem.message))
      expect(textOf(provider)).toContain(words);
    expect(provider.textContent).toContain("Trang của bệnh viện");
    await expectAccessible(provider);
  });

  it("that are wrong are said anew in a language that is registered afterwards, and in both when the page leaves it", async () => {
    const page = await fixture<HTMLElement>(html`
      <div lang="km"><cadre-care-provider board="board.example" site="bv-tinh"></cadre-care-provider></div>
    `);
    const provider = page.querySelector<CadreCareProvider>("cadre-care-provider");
    if (provider === null) throw new Error("no provider");
    await vi.waitFor(() => expect(provider.problem?.code).toBe("provider-board"));
    await settled(provider);
    const said = () => [...provider.renderRoot.querySelectorAll("p")].map(({ lang }) => lang);
    expect(said()).toEqual(["vi", "en"]);
    registerLanguage({
      ...{ tag: "km", name: "ខ្មែរ", dataIn: "en" },
      texts: { ...englishTexts, provider: { ...englishTexts.provider, "provider-board": "អាសយដ្ឋាន" } },
    });
    await settled(provider);
    expect(said()).toEqual(["km"]);
    expect(textOf(provider)).toContain("អាសយដ្ឋាន");
    page.lang = "vi";
    await vi.waitFor(() => expect(said()).toEqual(["vi", "en"]));
  });

  it("connect the page to a real vault, which says that nobody has signed in", async () => {
    const connected = heard("cadre-care-connected");
    const provider = await fixture<CadreCareProvider>(html`
      <cadre-care-provider
        board=${BOARD} board-keys=${keys} site="bv-tinh" redirect-uri="signed-in.html"
        database-name=${`portal-${crypto.randomUUID()}`}
      ><cadre-session></cadre-session></cadre-care-provider>
    `);
    const { service } = await connected;
    expect(provider.care).toBe(service);
    const state = await new Promise((resolve) => service.subscribe("session", (view) => resolve(view.state)));
    expect(state).toBe("new");
    const session = provider.querySelector("cadre-session");
    if (session === null) throw new Error("no session");
    await settled(session);
    expect(textOf(session)).toContain("Đăng nhập");
    // Another site is another connection.
    const again = heard("cadre-care-problem");
    provider.site = "";
    expect((await again).problem.code).toBe("provider-site");
    expect(provider.care).toBeUndefined();
  });
});
