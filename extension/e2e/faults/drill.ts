import { setTimeout as pause } from "node:timers/promises";
import { type RandomStream, randomStream } from "@cadre-care/domain/synthetic";
import { type BrowserKind, type BrowserSession, eventually } from "../harness/index.ts";
import { BoardReader } from "../support/board-reader.ts";
import { plantCanaries } from "../support/canaries.ts";
import { seesText, signInFirstTime } from "../support/receptionist.ts";
import { DOCTOR, OFFICER, ROSTER_READY } from "../support/workday.ts";
import { readBoard } from "./board-state.ts";
import { Desk } from "./desk.ts";
import { readableOnDisk } from "./disk.ts";
import { type Ground, prepareGround } from "./ground.ts";
import { Ledger, type Verdict } from "./ledger.ts";
import { momentsOf, planDay } from "./plan.ts";
import { PAGE_ROWS, rollCall } from "./roll-call-his.ts";
import { badWeather } from "./weather.ts";
import { DeskGone, PersonsWork } from "./work.ts";

/** People who are served at the same time, as at a reception with a few windows. */
const WINDOWS = 5;
/** "Send now" is pressed at most so often for a page of people; the rest is sent later. */
const PRESSES = 40;

export interface DrillOptions {
  readonly browser: BrowserKind;
  /** Entries to accept. */
  readonly entries: number;
  /** SIGKILLs of the browser; the board gets a quarter as many. */
  readonly kills: number;
  readonly seed: number;
  readonly say: (line: string) => void;
}

export interface DrillResult extends Verdict {
  readonly accepted: number;
  /** Still on the machine when everything was healed and sent. */
  readonly waiting: number;
  readonly browserKills: number;
  readonly boardKills: number;
  /** Requests that the proxy spoilt. */
  readonly faults: number;
  /** Texts of ours that were readable in the profile. */
  readonly readable: readonly string[];
}

/** One run: work under bad weather and kills, then calm, then what the board holds against what was called saved. */
class Drill {
  readonly #options: DrillOptions;
  readonly #ground: Ground;
  readonly #ledger = new Ledger();
  readonly #random: RandomStream;
  readonly #browserMoments: number[];
  readonly #boardMoments: number[];
  #session: BrowserSession | undefined;
  #desk: Desk | undefined;
  #dying: Promise<void> | undefined;
  #boardComesBack: Promise<void> = Promise.resolve();
  /** What the board had before, the drill did not send. */
  readonly #begun = Date.now();
  #underWeather = false;
  #browserKills = 0;
  #boardKills = 0;

  constructor(options: DrillOptions, ground: Ground) {
    const { entries, kills, seed } = options;
    this.#options = options;
    this.#ground = ground;
    this.#random = randomStream(seed, 5);
    this.#browserMoments = momentsOf(kills, entries, seed);
    this.#boardMoments = momentsOf(Math.ceil(kills / 4), entries, seed + 1);
  }

  async run(): Promise<DrillResult> {
    const { entries, seed, say } = this.#options;
    const { demo, proxy } = this.#ground;
    this.#session = await this.#ground.launch();
    await plantCanaries(this.#session, this.#ground.profileDir, demo.hisUrls.react);
    const popup = await signInFirstTime(this.#session, demo.boardUrl, DOCTOR);
    await seesText(popup, ROSTER_READY);
    await popup.close();
    say("signed in, the roster is here");
    badWeather(proxy, seed);
    this.#underWeather = true;
    const work = planDay(rollCall(), entries, seed).map((planned) => new PersonsWork(planned, this.#ledger));
    for (let from = 0; from < work.length; from += PAGE_ROWS) {
      await this.#serve(work.slice(from, from + PAGE_ROWS), `${this.#ground.list}?trang=${from / PAGE_ROWS}`);
      say(
        `${this.#ledger.accepted} of ${entries} accepted, ${this.#browserKills} browser kills, ${this.#boardKills} board kills`,
      );
    }
    await this.#boardComesBack;
    this.#underWeather = false;
    proxy.heal();
    say(`the network is well again, ${proxy.traffic.length} requests so far`);
    const waiting = await this.#sendEverything();
    say("sent");
    const officer = await BoardReader.signIn(demo.boardUrl, this.#redirectUri(), OFFICER);
    const verdict = this.#ledger.compare(await readBoard(officer, this.#begun));
    say("read the board");
    // A kill locks everything: the keys are in memory only.
    await this.#session?.kill();
    this.#session = undefined;
    const people = new Set(work.map(({ person }) => person.personId));
    const readable = await readableOnDisk(
      this.#ground.profileDir,
      people,
      work.flatMap(({ typed }) => typed),
    );
    return {
      ...verdict,
      accepted: this.#ledger.accepted,
      waiting,
      browserKills: this.#browserKills,
      boardKills: this.#boardKills,
      faults: proxy.traffic.filter(({ fault }) => fault !== "none").length,
      readable,
    };
  }

  async end(): Promise<void> {
    await this.#boardComesBack.catch(() => undefined);
    await this.#session?.close();
  }

  /** Everybody on one page of the HIS, a few at a time, through as many browsers as it takes. */
  async #serve(page: readonly PersonsWork[], address: string): Promise<void> {
    while (page.some(({ finished }) => !finished)) {
      const desk = await this.#deskAt(address);
      const tokens = await desk.people(await this.#rowsAt(address));
      const queue = page.filter(({ finished }) => !finished);
      await Promise.all(Array.from({ length: WINDOWS }, () => this.#window(queue, desk, tokens)));
      await this.#dying;
    }
    await this.#sendThroughWeather(address);
  }

  /** Between two pages of the HIS there is time to send, in whatever weather there is. */
  async #sendThroughWeather(address: string): Promise<void> {
    await this.#boardComesBack;
    const desk = await this.#deskAt(address);
    for (let press = 0; press < PRESSES; press += 1) {
      await desk.call("sendNow");
      const outbox = await desk.outbox();
      if (outbox?.waiting === 0) return;
    }
  }

  async #rowsAt(address: string): Promise<number> {
    const at = Number(new URL(address).searchParams.get("trang")) * PAGE_ROWS;
    return rollCall().slice(at, at + PAGE_ROWS).length;
  }

  async #window(queue: PersonsWork[], desk: Desk, tokens: ReadonlyMap<string, string>): Promise<void> {
    for (let work = queue.shift(); work !== undefined; work = queue.shift()) {
      const token = tokens.get(`${work.person.name} ${work.person.birthDate}`);
      if (token === undefined) throw new Error("somebody of the page has no token");
      try {
        while (!work.finished) {
          await work.next(desk, token);
          // Somebody presses "send now" often: what the weather has put off comes back into it at once.
          if (this.#random.chance(0.2)) void desk.call("sendNow").catch(() => undefined);
          this.#strike();
        }
      } catch (error) {
        if (error instanceof DeskGone && this.#dying !== undefined) return;
        throw error;
      }
    }
  }

  /** Kills what is due. The others keep working until they notice. */
  #strike(): void {
    const { accepted } = this.#ledger;
    if (accepted >= (this.#boardMoments[0] ?? Number.POSITIVE_INFINITY)) {
      this.#boardMoments.shift();
      this.#boardComesBack = this.#boardComesBack.then(() => this.#killBoard());
    }
    if (this.#dying !== undefined || accepted < (this.#browserMoments[0] ?? Number.POSITIVE_INFINITY)) return;
    this.#browserMoments.shift();
    this.#dying = this.#killBrowser(this.#random.below(60));
  }

  async #killBoard(): Promise<void> {
    await pause(this.#random.below(100));
    await this.#ground.demo.board.kill();
    this.#boardKills += 1;
    await pause(this.#random.below(1_500));
    await this.#ground.demo.board.start();
  }

  async #killBrowser(afterMilliseconds: number): Promise<void> {
    await pause(afterMilliseconds);
    await this.#session?.kill();
    this.#browserKills += 1;
    this.#session = undefined;
    this.#desk = undefined;
  }

  async #living(): Promise<BrowserSession> {
    this.#session ??= await this.#ground.launch();
    return this.#session;
  }

  async #deskAt(address: string): Promise<Desk> {
    await this.#dying;
    this.#dying = undefined;
    this.#desk ??= await Desk.open(await this.#living(), address);
    await this.#desk.unlock();
    await this.#signInAgainIfAsked(this.#desk);
    await this.#desk.turnTo(address);
    return this.#desk;
  }

  /** A person signs in when the network lets the board's page through: the board is up, and the weather holds off. */
  async #signInAgainIfAsked(desk: Desk): Promise<void> {
    if (!(await desk.asksForSignIn())) return;
    await this.#boardComesBack;
    const { proxy, demo } = this.#ground;
    proxy.heal();
    await desk.signInAgain(await this.#living(), demo.boardUrl);
    if (this.#underWeather) badWeather(proxy, this.#options.seed);
    this.#options.say("signed in again: the board had ended the sign-in");
  }

  /** The network is well again: sends until nothing waits, or until only what needs a person is left. */
  async #sendEverything(): Promise<number> {
    const desk = await this.#deskAt(`${this.#ground.list}?trang=0`);
    await eventually(
      "everything is sent",
      async () => {
        await this.#signInAgainIfAsked(desk);
        await desk.call("sendNow");
        const outbox = await desk.outbox();
        return outbox !== undefined && !outbox.draining && outbox.waiting <= outbox.parked;
      },
      30_000 + this.#options.entries * 200,
    ).catch((error: unknown) => this.#options.say(String(error)));
    const outbox = await desk.outbox();
    for (const { kind, state, problem } of outbox?.entries.slice(0, 10) ?? [])
      this.#options.say(`still here: ${kind} ${state} ${problem?.code ?? ""}`);
    return outbox?.waiting ?? 0;
  }

  #redirectUri(): string {
    const { redirectUris } = this.#ground.demo;
    return redirectUris.find((uri) => uri.includes("chromiumapp")) ?? "";
  }
}

/** Runs the drill in one browser. Everything that it started is stopped again. */
export const runDrill = async (options: DrillOptions): Promise<DrillResult> => {
  const ground = await prepareGround(options.browser);
  const drill = new Drill(options, ground);
  try {
    return await drill.run();
  } finally {
    await drill.end();
    await ground.end();
  }
};
