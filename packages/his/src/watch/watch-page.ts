import type { SiteProfile } from "../profile/site-profile.ts";
import { expectedPages } from "../read/recognise-pages.ts";
import { onShadowRoot } from "../read/shadow-roots.ts";
import { FrameClock } from "./frame-clock.ts";
import { observedAttributes, readsControls } from "./observed-attributes.ts";
import { ChangeCollector, type PageChange } from "./page-change.ts";
import type { PageObserver } from "./page-reading.ts";
import { ShownPages } from "./shown-pages.ts";
import { WatchedBoxes } from "./watched-boxes.ts";

/** What no event tells of is found within this time: addresses, style sheets. */
const POLL_MS = 2000;
/** Form controls that a script of another frame fills give no sign at all; the banner must be right within a second. */
const CONTROL_POLL_MS = 500;
/** After a user's action, form controls that the page fills by script are looked at this often. */
const ECHOES_MS = [100, 250, 500, 900];

/** A user's action, and what may fill form controls. `scroll` is apart: it moves rows without changing them. */
const ACTIONS = ["wheel", "touchmove", "pointerdown", "keydown"];
const CONTROL_EVENTS = ["focusin", "click", "input", "change", "keyup"];
const ADDRESS_EVENTS = ["popstate", "hashchange", "pageshow"];

class PageWatcher {
  readonly #document: Document;
  readonly #view: Window;
  readonly #profile: SiteProfile;
  readonly #signal: AbortSignal;
  readonly #clock: FrameClock;
  readonly #pages: ShownPages;
  readonly #mutations: MutationObserver;
  readonly #boxes: WatchedBoxes;
  readonly #changes = new ChangeCollector();
  readonly #observed: MutationObserverInit;
  #shadowRoots = new WeakSet<ShadowRoot>();
  #address = "";
  #expected = false;
  /** Whether a page of this address has fields in form controls; a list beside a form, in another frame, has none. */
  #controls = false;
  #again = true;
  #forced = true;
  #later: number | undefined;
  #echoes: number[] = [];

  constructor(
    document: Document,
    view: Window,
    profile: SiteProfile,
    observer: PageObserver,
    signal: AbortSignal,
  ) {
    this.#document = document;
    this.#view = view;
    this.#profile = profile;
    this.#signal = signal;
    this.#mutations = new MutationObserver((records) => this.#mutated(records));
    this.#boxes = new WatchedBoxes(
      () => {
        this.#again = true;
        this.#clock.laidOut();
      },
      () => this.#clock.expectFrame(),
    );
    // Created after the boxes, so that it is told after them: then one read serves both.
    this.#clock = new FrameClock(view, {
      read: () => this.#read(),
      overrun: () => this.#pages.takeBack(),
      frameBegins: () => this.#boxes.frameBegins(),
      unexpected: () => this.#boxes.pause(),
      sentinels: () => observer.sentinels(),
    });
    this.#pages = new ShownPages(document, profile, observer, view, this.#boxes);
    this.#observed = {
      subtree: true,
      childList: true,
      characterData: true,
      attributes: true,
      attributeFilter: observedAttributes(profile),
    };
    onShadowRoot((root) => this.#watchShadowRoot(root), signal);
    this.#listen();
    const poll = view.setInterval(() => this.#poll(), POLL_MS);
    const controlPoll = view.setInterval(() => {
      if (this.#controls && this.#expected && !this.#hidden) this.#pages.readControls();
    }, CONTROL_POLL_MS);
    signal.addEventListener("abort", () => {
      view.clearInterval(poll);
      view.clearInterval(controlPoll);
      this.#stop();
    });
    this.#readAll();
  }

  #stop(): void {
    this.#view.clearTimeout(this.#later);
    for (const echo of this.#echoes) this.#view.clearTimeout(echo);
    this.#mutations.disconnect();
    this.#boxes.stop();
    this.#clock.stop();
    this.#pages.stop();
  }

  /** Adding a listener twice adds it once; a page that calls `document.open()` removes them all. */
  #listen(): void {
    const options = { capture: true, passive: true, signal: this.#signal };
    for (const type of ACTIONS) this.#view.addEventListener(type, this.#acted, options);
    for (const type of CONTROL_EVENTS) this.#view.addEventListener(type, this.#controlled, options);
    for (const type of ADDRESS_EVENTS) this.#view.addEventListener(type, this.#navigated, options);
    this.#view.addEventListener("scroll", this.#scrolled, options);
    this.#view.addEventListener("resize", this.#navigated, options);
    if ("navigation" in this.#view && this.#view.navigation instanceof EventTarget)
      this.#view.navigation.addEventListener("currententrychange", this.#navigated, { signal: this.#signal });
  }

  readonly #acted = (event: Event): void => {
    if (!event.isTrusted) return;
    this.#pages.userActed();
    if (this.#expected) this.#clock.soon();
  };

  readonly #scrolled = (): void => this.#clock.soon();

  readonly #navigated = (): void => {
    this.#again = true;
    this.#clock.soon();
  };

  readonly #controlled = (): void => {
    if (!this.#controls || !this.#expected) return;
    this.#navigated();
    for (const echo of this.#echoes) this.#view.clearTimeout(echo);
    this.#echoes = ECHOES_MS.map((delay) => this.#view.setTimeout(() => this.#timed(), delay));
  };

  #timed(): void {
    this.#again = true;
    this.#clock.soon();
  }

  get #hidden(): boolean {
    return this.#document.visibilityState === "hidden";
  }

  #poll(): void {
    if (this.#hidden) return;
    this.#listen();
    this.#forced = true;
    this.#again = true;
    this.#pages.forget();
    this.#clock.soon();
  }

  #mutated(records: readonly MutationRecord[]): void {
    this.#changes.add(records);
    const change: PageChange = { records, huge: false };
    if (this.#clock.pressed && this.#pages.touchedBy(change)) this.#clock.changed();
    else this.#clock.soon();
  }

  /** A new address is looked at before anything else is read; where the profile expects nothing, nothing is watched. */
  #lookAtAddress(): void {
    const { href } = this.#view.location;
    if (href === this.#address) return;
    this.#address = href;
    this.#forced = true;
    const pages = expectedPages(this.#document, this.#profile);
    const expected = pages.length > 0;
    this.#controls = readsControls(pages);
    if (expected === this.#expected) return;
    this.#expected = expected;
    this.#shadowRoots = new WeakSet();
    if (expected) this.#mutations.observe(this.#document, this.#observed);
    else this.#mutations.disconnect();
  }

  /** Neither mutations nor scrolls and changes of controls inside a shadow root are heard outside it. */
  #watchShadowRoot(root: ShadowRoot): void {
    if (root.ownerDocument !== this.#document || !this.#expected || this.#shadowRoots.has(root)) return;
    this.#shadowRoots.add(root);
    this.#mutations.observe(root, this.#observed);
    const options = { capture: true, passive: true, signal: this.#signal };
    root.addEventListener("scroll", this.#scrolled, options);
    root.addEventListener("change", this.#controlled, options);
  }

  /** Nothing was said yet that could be wrong, so the first frame is early enough; a page that is not drawn has none. */
  #readAll(): void {
    this.#changes.addEverything();
    if (this.#hidden) this.#read();
    else this.#clock.soon();
  }

  #read(): void {
    this.#changes.add(this.#mutations.takeRecords());
    const change = this.#changes.take();
    const again = this.#again || this.#boxes.paused;
    this.#again = false;
    this.#lookAtAddress();
    const wait = this.#pages.recognise(change, this.#forced);
    this.#forced = false;
    if (wait > 0 && this.#later === undefined)
      this.#later = this.#view.setTimeout(() => {
        this.#later = undefined;
        this.#forced = true;
        this.#clock.soon();
      }, wait);
    this.#pages.read(change, again);
  }
}

/**
 * Watches one document for the pages of a profile until `signal` aborts, and tells `observer` what is on screen.
 * Only listens: nothing is written into the page, no event is stopped, no page object is touched. Meant to run in the
 * content script of every frame; where the address is none of the profile's, only the address is looked at.
 */
export const watchPage = ({
  document,
  profile,
  observer,
  signal,
}: {
  readonly document: Document;
  readonly profile: SiteProfile;
  readonly observer: PageObserver;
  readonly signal: AbortSignal;
}): void => {
  const view = document.defaultView;
  if (view !== null && !signal.aborted) new PageWatcher(document, view, profile, observer, signal);
};
