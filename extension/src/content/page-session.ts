import type { StatedIdentity } from "@cadre-care/domain";
import type { SiteProfile } from "@cadre-care/his";
import {
  type ListReading,
  type PageKind,
  type PageObserver,
  type PatientReading,
  type SiteFinding,
  watchPage,
} from "@cadre-care/his/page";
import type { PageMessage } from "../protocol/page-messages.ts";
import { BackgroundLink } from "./background-link.ts";
import { BannerStrip } from "./banner-strip.ts";
import { DockedStrip } from "./docked-strip.ts";
import { GutterStrip } from "./gutter-strip.ts";
import { randomLetters } from "./random-letters.ts";

/** Whatever the page shows: it fights our hosts. */
const gaveUp = (kind: PageKind): SiteFinding => ({
  code: "gave-up",
  page: "*",
  kind: kind === "list" || kind === "patient" ? kind : "none",
  place: "",
  off: true,
});

/** An identity as a message holds it. */
const mutable = (identity: StatedIdentity) => ({ ...identity, identifiers: [...identity.identifiers] });

const rowsMessage = (list: string, reading: ListReading): PageMessage => ({
  type: "rows",
  list,
  generation: reading.generation,
  rows: reading.rows.map(({ key, identity, urgency, top, height }) => ({
    key,
    identity: mutable(identity),
    urgency,
    top,
    height,
  })),
});

/** One document under one profile: what the watcher reads goes to the background, hosts follow where it says. */
export class PageSession implements PageObserver {
  readonly #attribute = randomLetters(12);
  readonly #lists = new Map<string, { strip: GutterStrip; reading: ListReading }>();
  #watching: AbortController | undefined;
  readonly #link: BackgroundLink;
  #gaveUp = false;
  #banner: BannerStrip | undefined;
  #docked: DockedStrip | undefined;
  #patient: PatientReading | undefined;
  /** Parts of an identity that another document's page joins, by page of the profile. */
  readonly #parts = new Map<string, PatientReading>();
  #page: { kind: PageKind; findings: readonly SiteFinding[] } | undefined;

  constructor(private readonly profile: SiteProfile) {
    this.#link = new BackgroundLink(
      () => this.#tellAll(),
      () => this.stop(),
      (off) => (off ? this.#rest() : this.#watch()),
    );
  }

  /** The page is not read before the background's first word: its profile may be switched off. */
  start(): void {
    this.#link.open();
  }

  stop(): void {
    this.#rest();
    this.#link.close();
  }

  #watch(): void {
    if (this.#watching !== undefined) return;
    this.#watching = new AbortController();
    watchPage({ document, profile: this.profile, observer: this, signal: this.#watching.signal });
  }

  /** Nothing is read, and nothing of ours stands in the page. The link stays, to hear when that ends. */
  #rest(): void {
    this.#watching?.abort();
    this.#watching = undefined;
    for (const list of [...this.#lists.keys()]) this.listGone(list);
    for (const page of [...this.#parts.keys()]) this.patientGone(page);
    this.patientGone(this.#patient?.page ?? "");
    this.#docked?.remove();
    this.#undock();
    this.#page = undefined;
    this.#gaveUp = false;
  }

  list(reading: ListReading): void {
    const known = this.#lists.get(reading.page);
    const strip = known?.strip ?? new GutterStrip(this.#attribute, () => this.#giveUp());
    this.#lists.set(reading.page, { strip, reading });
    if (known === undefined) this.#link.send({ type: "host", role: "marks", token: strip.token });
    if (strip.stopped) return;
    strip.show(reading);
    this.#link.send(rowsMessage(strip.token, reading));
  }

  listGone(page: string): void {
    const known = this.#lists.get(page);
    if (known === undefined) return;
    known.strip.remove();
    this.#lists.delete(page);
    this.#link.send({ type: "host-gone", token: known.strip.token });
  }

  patient(reading: PatientReading): void {
    const { anchor, generation } = reading;
    if (anchor === undefined) {
      this.#parts.set(reading.page, reading);
      this.#tellPart(reading);
      return;
    }
    this.#patient = reading;
    if (this.#banner === undefined) {
      this.#banner = new BannerStrip(this.#attribute, () => this.#giveUp());
      this.#link.send({ type: "host", role: "banner", token: this.#banner.token });
    }
    if (!this.#banner.stopped) this.#banner.show(anchor, generation);
    this.#dock(anchor.element);
    this.#tellPatient(reading);
  }

  patientGone(page: string): void {
    if (this.#parts.delete(page)) {
      this.#link.send({ type: "part-gone", page });
      return;
    }
    this.#patient = undefined;
    if (this.#banner === undefined) return;
    this.#link.send({ type: "patient-gone" });
    this.#link.send({ type: "host-gone", token: this.#banner.token });
    this.#banner.remove();
    this.#banner = undefined;
  }

  page(kind: PageKind, findings: readonly SiteFinding[]): void {
    // Having given up holds until the page is loaded anew; what the reader says later does not take it back.
    this.#page = { kind, findings: this.#gaveUp ? [gaveUp(kind)] : findings };
    this.#tellPage();
    if (kind === "patient") this.#docked?.stay();
    else if (this.#patient === undefined) this.#docked?.leaveSoon();
  }

  sentinels(): readonly (readonly Element[])[] {
    const strips = [...[...this.#lists.values()].map(({ strip }) => strip), this.#banner, this.#docked];
    return strips.flatMap((strip) => (strip === undefined ? [] : [strip.sentinel]));
  }

  #dock(anchor: Element): void {
    if (this.profile.panel !== "docked") return;
    if (this.#docked === undefined) {
      this.#docked = new DockedStrip(
        this.#attribute,
        () => this.#giveUp(),
        () => this.#undock(),
      );
      this.#link.send({ type: "host", role: "docked", token: this.#docked.token });
    }
    this.#docked.show(anchor);
  }

  #undock(): void {
    if (this.#docked !== undefined) this.#link.send({ type: "host-gone", token: this.#docked.token });
    this.#docked = undefined;
  }

  #giveUp(): void {
    this.#gaveUp = true;
    this.page(this.#page?.kind ?? "none", []);
  }

  /** Everything that the background must know, in order, after each (re)connection. */
  #tellAll(): void {
    this.#link.send({ type: "hello", profile: this.profile.id, attribute: this.#attribute });
    this.#tellPage();
    for (const { strip, reading } of this.#lists.values()) {
      this.#link.send({ type: "host", role: "marks", token: strip.token });
      this.#link.send(rowsMessage(strip.token, reading));
    }
    if (this.#banner !== undefined)
      this.#link.send({ type: "host", role: "banner", token: this.#banner.token });
    if (this.#docked !== undefined)
      this.#link.send({ type: "host", role: "docked", token: this.#docked.token });
    if (this.#patient !== undefined) this.#tellPatient(this.#patient);
    for (const part of this.#parts.values()) this.#tellPart(part);
  }

  #tellPage(): void {
    if (this.#page === undefined) return;
    const { kind, findings } = this.#page;
    this.#link.send({ type: "page", kind, findings: findings.slice(0, 10) });
  }

  #tellPart({ page, settled, identity, urgency, faults }: PatientReading): void {
    this.#link.send({
      type: "part",
      page,
      settled,
      identity: identity && mutable(identity),
      urgency,
      faults: faults.slice(0, 10),
    });
  }

  #tellPatient({ page, generation, settled, identity, urgency, faults, facts }: PatientReading): void {
    this.#link.send({
      type: "patient",
      page,
      generation,
      settled,
      identity: identity && mutable(identity),
      urgency,
      faults: faults.slice(0, 10),
      facts: facts.map(({ item, text }) => ({ item, text })),
    });
  }
}
