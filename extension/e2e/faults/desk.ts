import type { OutboxView, PageView, Result, SessionView } from "@cadre-care/domain";
import type { Page } from "puppeteer-core";
import { type BrowserSession, eventually } from "../harness/index.ts";
import { signIn } from "../harness/sign-in.ts";
import { SECRET } from "../support/receptionist.ts";
import { DOCTOR } from "../support/workday.ts";
import { type Answer, installDesk } from "./desk-script.ts";

const TOPICS = ["session", "page", "outbox", "roster"];

/** What became of something that the desk asked for. `doubt`: the browser was killed before it answered. */
export type Outcome<Value> =
  | { readonly kind: "saved"; readonly value: Value }
  | { readonly kind: "refused"; readonly code: string }
  | { readonly kind: "doubt" };

/** Number of the tab at that address. */
const tabAt = (own: Page, address: string): Promise<number> =>
  eventually("the HIS's tab", () =>
    own.evaluate(async (wanted) => {
      const api = Reflect.get(globalThis, "browser") ?? Reflect.get(globalThis, "chrome");
      const tabs: readonly { id?: number; url?: string }[] = await api.tabs.query({});
      return tabs.find(({ url }) => url?.startsWith(wanted))?.id;
    }, address),
  );

/** A desk with the HIS in one tab and a page of the extension that acts for its person in another. */
export class Desk {
  #address: string;

  private constructor(
    private readonly own: Page,
    private readonly his: Page,
    address: string,
  ) {
    this.#address = address;
  }

  static async open(session: BrowserSession, address: string): Promise<Desk> {
    const own = await session.extensionPage("options/options.html");
    const his = await session.open(address);
    await his.bringToFront();
    const tab = await tabAt(own, new URL(address).origin);
    // tsx wraps named functions in a helper, which does not exist in the page.
    await own.evaluate("globalThis.__name ??= (target) => target");
    await own.evaluate(installDesk, tab, TOPICS);
    return new Desk(own, his, address);
  }

  async turnTo(address: string): Promise<void> {
    if (this.#address === address) return;
    await this.his.goto(address, { waitUntil: "domcontentloaded" });
    this.#address = address;
  }

  async call<Value>(name: string, ...given: readonly unknown[]): Promise<Outcome<Value>> {
    let answer: Answer;
    try {
      answer = await this.own.evaluate((command, values) => window.__desk.call(command, values), name, [
        ...given,
      ]);
    } catch {
      return { kind: "doubt" };
    }
    if (answer.kind === "gone") return { kind: "doubt" };
    if (answer.kind === "failed") throw new Error(`${name}: ${answer.text}`);
    // The background is the only sender, and it answers what CareService says.
    const result = answer.value as Result<Value>;
    return result.ok
      ? { kind: "saved", value: result.value }
      : { kind: "refused", code: result.problem.code };
  }

  async topic<Value>(name: string): Promise<Value | undefined> {
    return (await this.own.evaluate((wanted) => window.__desk.topic(wanted), name)) as Value | undefined;
  }

  /** The tokens of the people on the HIS's page, by name and birth date, once all of them are known. */
  people(count: number): Promise<ReadonlyMap<string, string>> {
    let looks = 0;
    return eventually("everybody on the page is recognised", async () => {
      looks += 1;
      // A panel that was open when its tab went to another page of the HIS is bound to the page that left.
      if (looks % 40 === 0) await this.own.evaluate(() => window.__desk.reopen());
      const page = await this.topic<PageView>("page");
      const known = (page?.people ?? []).filter(({ kind }) => kind === "managed");
      if (known.length !== count) return undefined;
      return new Map(known.map(({ name, birthDate, subject }) => [`${name} ${birthDate}`, subject]));
    });
  }

  async outbox(): Promise<OutboxView | undefined> {
    return this.topic<OutboxView>("outbox");
  }

  /**
   * A browser killed between the renewal of a sign-in and its storing has shown the board a used token, and the board
   * ends the sign-in: entries then wait, paused, until a person signs in again.
   */
  async asksForSignIn(): Promise<boolean> {
    const outbox = await this.outbox();
    return outbox?.entries.some(({ state }) => state === "paused") ?? false;
  }

  /** @throws Error naming the problem's code when the vault refuses before the board's page shows, or after it. */
  async signInAgain(session: BrowserSession, board: string): Promise<void> {
    const answered = this.call("signIn");
    const refusedEarly = answered.then((outcome) => {
      if (outcome.kind !== "saved") throw new Error(`signing in again: ${JSON.stringify(outcome)}`);
    });
    await Promise.race([refusedEarly, signIn(session, board, DOCTOR)]);
    await refusedEarly;
    await this.his.bringToFront();
  }

  /** How many rows each store of this extension has: tells a store that is gone from one that was not read. */
  #rowsOnDisk(): Promise<string> {
    return this.own.evaluate(async () => {
      const settled = <Value>(request: IDBRequest<Value>): Promise<Value> =>
        new Promise((resolve, reject) => {
          request.onsuccess = () => resolve(request.result);
          request.onerror = () => reject(request.error);
        });
      const rows: string[] = [];
      for (const { name = "" } of await indexedDB.databases()) {
        const database = await settled(indexedDB.open(name));
        for (const store of database.objectStoreNames)
          rows.push(`${store} ${await settled(database.transaction(store).objectStore(store).count())}`);
        database.close();
      }
      return rows.join(", ") || "nothing";
    });
  }

  /** After a start of the browser: everything is locked until the secret is given. */
  async unlock(): Promise<void> {
    await eventually("unlocked", async () => {
      const session = await this.topic<SessionView>("session");
      if (session?.state === "open") return true;
      const answer = session?.state === "locked" ? await this.call("unlock", SECRET) : undefined;
      const said = `${session?.state ?? "no word of the session"}: ${JSON.stringify(answer)}`;
      throw new Error(`${said}; on the disk: ${await this.#rowsOnDisk()}`);
    });
  }
}
