import type { Language, SubjectView } from "@cadre-care/domain";
import { isEmergency } from "@cadre-care/elements";
import type { RemoteCareService } from "../view/remote-service.ts";
import { ScanButton } from "./scan-button.ts";
import type { ScanStrip } from "./scan-strip.ts";

export type ScanModeService = Pick<RemoteCareService, "lookUpScan" | "forgetScan" | "openPanel">;

/** One lane of the banner's frame. */
export interface BannerLane {
  readonly lane: HTMLElement;
  readonly banner: HTMLElement;
}

/**
 * Scanning in the banner, in the lane of the patient for whom it began: the lane leaves the screen with that patient, and
 * the answer with it (DESIGN rule 10). The page gets to know nothing: the frame stays as it is.
 */
export class ScanMode {
  readonly #service: ScanModeService;
  readonly #buttons = new Map<BannerLane, ScanButton>();
  #view: SubjectView | undefined;
  #language: Language = "vi";
  #open = false;
  #at: BannerLane | undefined;
  #generation: number | undefined;
  #strip: ScanStrip | undefined;
  #lookUps = 0;
  /** Somebody was scanned here, and is not yet looked after in the panel. */
  #pending = false;
  /** Somebody was scanned here, and the panel may show them. */
  #scanned = false;

  readonly #load: () => Promise<{ readonly ScanStrip: typeof ScanStrip }>;

  /** `load`: brings the strip, which few pages need. */
  constructor(
    service: ScanModeService,
    load: () => Promise<{ readonly ScanStrip: typeof ScanStrip }> = () => import("./scan-strip.ts"),
  ) {
    this.#service = service;
    this.#load = load;
  }

  /** Gives the lane its button. */
  equip(at: BannerLane): void {
    const button = new ScanButton(() => void this.#begin(at));
    button.slot = "action";
    button.hidden = true;
    at.banner.append(button);
    this.#buttons.set(at, button);
  }

  /** The page's patient, or what is known of them, changed. */
  patient(view: SubjectView): void {
    this.#view = view;
    if (this.#at !== undefined && (view.generation !== this.#generation || isEmergency(view))) this.#end();
  }

  session(open: boolean, language: Language): void {
    this.#open = open;
    this.#language = language;
    for (const button of this.#buttons.values()) {
      button.hidden = !open;
      button.language = language;
    }
    if (this.#strip !== undefined) this.#strip.language = language;
    if (!open) this.#end();
  }

  /** The page's patient is asked for: nobody is scanned any more. */
  forget(): void {
    if (this.#scanned) void this.#service.forgetScan();
    this.#scanned = false;
    this.#pending = false;
  }

  async #begin(at: BannerLane): Promise<void> {
    const view = this.#view;
    if (this.#at !== undefined || !this.#open || (view !== undefined && isEmergency(view))) return;
    this.#at = at;
    this.#generation = view?.generation;
    const loaded = await this.#load().catch(() => undefined);
    // The patient changed meanwhile.
    if (this.#at !== at) return;
    if (loaded === undefined) {
      // The next press of the button tries again.
      this.#end();
      return;
    }
    const { ScanStrip } = loaded;
    if (customElements.get("scan-strip") === undefined) customElements.define("scan-strip", ScanStrip);
    const strip = new ScanStrip(
      { lookUpScan: (text) => this.#lookUp(text) },
      { left: () => this.#leave(), openWanted: () => this.#openPanel() },
    );
    strip.language = this.#language;
    this.#strip = strip;
    at.banner.hidden = true;
    at.lane.append(strip);
  }

  async #lookUp(text: string): ReturnType<ScanModeService["lookUpScan"]> {
    const asking = this.#strip;
    this.#lookUps += 1;
    const turn = this.#lookUps;
    this.#pending = true;
    this.#scanned = true;
    const result = await this.#service.lookUpScan(text);
    // An answer that came after the end would stand in the panel, unless a later one took its place.
    if (this.#strip !== asking && turn === this.#lookUps) void this.#service.forgetScan();
    return result;
  }

  #openPanel(): void {
    this.#pending = false;
    void this.#service.openPanel();
  }

  #leave(): void {
    const at = this.#at;
    this.#end();
    if (at !== undefined) this.#buttons.get(at)?.focus();
  }

  #end(): void {
    this.#strip?.remove();
    if (this.#at !== undefined) this.#at.banner.hidden = false;
    this.#strip = undefined;
    this.#at = undefined;
    if (this.#pending) this.forget();
  }
}
