import { type Problem, type Result, type SessionView, success } from "@cadre-care/domain";
import { type DirectoryKeys, type OutboxKeys, openDirectoryKeys, openOutboxKeys } from "../keys/key-ring.ts";
import type { OpenKeyStore } from "../keys/open-key-store.ts";
import { type DeviceKeys, mintDeviceKeys } from "../keys/open-keys.ts";
import { nextTryAt } from "../keys/retry-delay.ts";
import { createSlot } from "../keys/slot.ts";
import { trySecret } from "../keys/slot-store.ts";
import { Topic } from "../service/topic.ts";
import type { VaultDatabase } from "../storage/database.ts";
import { StorageError } from "../storage/storage-error.ts";
import { idleLockAt, NOTE_EVERY_MS } from "./idle.ts";
import { CLOSED, type OpenSession, type PendingSignIn, readOpenSession, type Staff } from "./open-session.ts";
import { sessionView } from "./present-session.ts";
import { sessionProblems } from "./session-problems.ts";
import { type Device, SessionStore } from "./session-store.ts";

export const DEFAULT_SECRET_LENGTH = 6;
export const DEFAULT_IDLE_MINUTES = 15;

export interface SessionOptions {
  readonly database: VaultDatabase;
  readonly openKeys: OpenKeyStore;
  /** Shows the board's sign-in and reads who signed in. */
  readonly signIn: () => Promise<Result<PendingSignIn>>;
  /** Tells the board that a refresh token is no longer used; never fails. */
  readonly revoke: (refreshToken: string) => Promise<void>;
  readonly now: () => number;
  /** What the board's policy says, once it is known. */
  readonly rules: () =>
    | { readonly idleLockMinutes: number; readonly minimumSecretLength: number }
    | undefined;
}

/**
 * Who works on this machine, and which keys are open: new, needs-secret, locked, open (DESIGN 5). Every change goes
 * through one queue, so that two clicks never meet halfway.
 */
export class Session {
  readonly view: Topic<SessionView>;
  readonly device: Device;
  readonly #options: SessionOptions;
  readonly #store: SessionStore;
  #open: OpenSession;
  #slot: { readonly id: string; readonly signedIn: boolean } | undefined;
  #slots: ReadonlySet<string> = new Set();
  #retryAt = 0;
  #language: "vi" | "en" = "vi";
  #directory: DirectoryKeys | undefined;
  #outbox: OutboxKeys | undefined;
  #staff: Staff | undefined;
  #turn: Promise<unknown> = Promise.resolve();
  #notedAt = 0;

  private constructor(options: SessionOptions, store: SessionStore, device: Device, open: OpenSession) {
    this.#options = options;
    this.#store = store;
    this.device = device;
    this.#open = open;
    this.view = new Topic(this.#present());
  }

  /** Reads what was there. Open only when the browser has not been closed since it was unlocked. */
  static async start(options: SessionOptions): Promise<Session> {
    const store = new SessionStore(options.database);
    const open = readOpenSession(await options.openKeys.read());
    const session = new Session(options, store, await store.device(), open);
    await session.#restore();
    return session;
  }

  get directoryKeys(): DirectoryKeys | undefined {
    return this.#directory;
  }

  /** Open from unlocking until the browser closes, also while locked. */
  get outboxKeys(): OutboxKeys | undefined {
    return this.#outbox;
  }

  /** Who is signed in, as far as the keys let it be read. */
  get staff(): Staff | undefined {
    return this.#staff;
  }

  /** How often somebody signed in since this vault was opened: what waited for a sign-in can go. */
  signIns = 0;

  get signedIn(): boolean {
    return this.#slot?.signedIn === true;
  }

  async signIn(): Promise<Result<SessionView>> {
    // Outside the queue: somebody is typing into the board's page, and locking must not wait for that.
    const answer = await this.#options.signIn();
    if (!answer.ok) return answer;
    return this.#inTurn(async () => {
      const slot = await this.#store.slotId(this.device, answer.value.staff);
      if (!this.#slots.has(slot) && this.#slots.size > 0) {
        await this.#revoke(answer.value.refreshToken);
        return sessionProblems.refuse("other-user");
      }
      if (this.#outbox && this.#open.slot === slot) {
        await this.#store.keepSignIn(this.#outbox, { slot, ...answer.value });
        this.#slot = { id: slot, signedIn: true };
        this.#staff = answer.value.staff;
        this.signIns += 1;
      } else {
        await this.#remember({ ...CLOSED, slot, pending: answer.value, activeAt: this.#options.now() });
      }
      return success(null);
    });
  }

  createSecret(secret: string): Promise<Result<SessionView>> {
    return this.#inTurn(async () => {
      const { pending, slot } = this.#open;
      if (!pending || slot === undefined) return sessionProblems.refuse("sign-in-first");
      if (this.#slots.has(slot)) return sessionProblems.refuse("secret-exists");
      if ([...secret.normalize("NFC")].length < this.#minimumSecretLength())
        return sessionProblems.refuse("secret-too-short");
      const keys = mintDeviceKeys();
      const outbox = await openOutboxKeys(keys.outbox);
      await this.#store.keepSignIn(outbox, { slot, ...pending }, await createSlot(slot, secret, keys));
      this.#slots = new Set([...this.#slots, slot]);
      await this.#opened(slot, keys, pending.staff);
      return success(null);
    });
  }

  unlock(secret: string): Promise<Result<SessionView>> {
    return this.#inTurn(async () => {
      if (this.#directory) return success(null);
      const { pending } = this.#open;
      const slot = pending ? this.#open.slot : this.#slot?.signedIn ? this.#slot.id : undefined;
      if (slot === undefined) return sessionProblems.refuse("sign-in-first");
      const tried = await trySecret(this.#options.database, slot, secret, this.#options.now);
      if (tried.state === "no-slot") return sessionProblems.refuse("slot-damaged");
      this.#retryAt = tried.state === "opened" ? 0 : tried.retryAt;
      if (tried.state === "wrong") return sessionProblems.refuse("secret-wrong");
      if (tried.state === "wait") return sessionProblems.refuse("secret-wait");
      const outbox = await openOutboxKeys(tried.keys.outbox);
      if (pending) {
        await this.#store.keepSignIn(outbox, { slot, ...pending });
        this.signIns += 1;
      }
      await this.#opened(slot, tried.keys, pending?.staff ?? (await this.#store.staff(outbox)));
      return success(null);
    });
  }

  lock(): Promise<Result<SessionView>> {
    return this.#inTurn(async () => {
      await this.#close();
      return success(null);
    });
  }

  /** The queue stays, and is sent when this user has signed in again; so does the slot. */
  signOut(): Promise<Result<SessionView>> {
    return this.#inTurn(async () => {
      const slot = this.#slot?.id;
      const refresh = this.#outbox ? await this.#store.refreshToken(this.#outbox) : undefined;
      if (slot !== undefined) {
        await this.#store.forgetSignIn(slot);
        this.#slot = { id: slot, signedIn: false };
      }
      const pending = this.#open.pending?.refreshToken;
      this.#directory = undefined;
      this.#outbox = undefined;
      this.#staff = undefined;
      this.#open = CLOSED;
      await this.#options.openKeys.clear();
      await this.#revoke(refresh ?? pending);
      return success(null);
    });
  }

  setLanguage(language: "vi" | "en"): Promise<Result<SessionView>> {
    return this.#inTurn(async () => {
      await this.#store.setLanguage(language);
      this.#language = language;
      return success(null);
    });
  }

  /** The refresh token, while the outbox's keys are open and somebody is signed in. */
  async refreshToken(): Promise<string | undefined> {
    return this.#outbox && this.signedIn ? this.#store.refreshToken(this.#outbox) : undefined;
  }

  async replaceRefreshToken(token: string | undefined): Promise<void> {
    if (this.#outbox && this.signedIn) await this.#store.setRefreshToken(this.#outbox, token);
  }

  /** When the session locks by itself; null while it is not open, or while the machine is in use. */
  lockAt(): number | null {
    if (!this.#directory) return null;
    return idleLockAt(this.#open, this.#idleMinutes(), this.#options.now());
  }

  /** Locks when the time has come. To be called before anything is shown or done, as a timer may have been missed. */
  async lockIfIdle(): Promise<void> {
    const at = this.lockAt();
    if (at !== null && at <= this.#options.now()) await this.lock();
  }

  noteActivity(): void {
    const now = this.#options.now();
    const at = this.lockAt();
    if (!this.#directory || (at !== null && at <= now)) return;
    this.#open = { ...this.#open, activeAt: now };
    if (Math.abs(now - this.#notedAt) < NOTE_EVERY_MS) return;
    this.#notedAt = now;
    this.#writeDown();
  }

  setMachineState(machine: "active" | "idle" | "locked"): void {
    if (machine === "locked") {
      void this.lock();
      return;
    }
    if (this.#open.machine === machine) return;
    const activeAt = this.#open.machine === "active" ? this.#options.now() : this.#open.activeAt;
    this.#open = { ...this.#open, machine, activeAt };
    this.#writeDown();
  }

  /** The rules of the policy may have changed. */
  refresh(): void {
    this.view.set(this.#present());
  }

  async #restore(): Promise<void> {
    const record = await this.#store.record();
    if (record) this.#slot = { id: record.slot, signedIn: record.signedIn };
    const slots = await this.#store.slots();
    this.#slots = new Set(slots.map(({ id }) => id));
    const mine = slots.find(({ id }) => id === (this.#open.slot ?? record?.slot));
    this.#retryAt = mine ? nextTryAt(mine, this.#options.now()) : 0;
    this.#language = await this.#store.language();
    if (this.#open.outbox) {
      this.#outbox = await openOutboxKeys(this.#open.outbox);
      this.#staff = await this.#store.staff(this.#outbox);
    }
    if (this.#open.directory && this.signedIn)
      this.#directory = await openDirectoryKeys(this.#open.directory);
    this.refresh();
    await this.lockIfIdle();
  }

  async #opened(slot: string, keys: DeviceKeys, staff: Staff | undefined): Promise<void> {
    this.#slot = { id: slot, signedIn: true };
    this.#staff = staff;
    this.#outbox = await openOutboxKeys(keys.outbox);
    this.#directory = await openDirectoryKeys(keys.directory);
    await this.#remember({
      version: 1,
      slot,
      outbox: keys.outbox,
      directory: keys.directory,
      drafts: keys.drafts,
      activeAt: this.#options.now(),
      machine: this.#open.machine,
    });
  }

  async #close(): Promise<void> {
    this.#directory = undefined;
    const { directory: _, drafts: __, ...rest } = this.#open;
    await this.#remember(rest);
  }

  #writeDown(): void {
    void this.#inTurn(async () => {
      await this.#remember(this.#open);
      return success(null);
    });
  }

  async #remember(open: OpenSession): Promise<void> {
    this.#open = open;
    await this.#options.openKeys.write(open);
  }

  async #revoke(refreshToken: string | undefined): Promise<void> {
    if (refreshToken !== undefined) await this.#options.revoke(refreshToken);
  }

  #minimumSecretLength(): number {
    return this.#options.rules()?.minimumSecretLength ?? DEFAULT_SECRET_LENGTH;
  }

  #idleMinutes(): number {
    return this.#options.rules()?.idleLockMinutes ?? DEFAULT_IDLE_MINUTES;
  }

  #present(): SessionView {
    return sessionView({
      open: this.#directory !== undefined,
      session: this.#open,
      slots: this.#slots,
      signedIn: this.signedIn,
      staff: this.#staff,
      retryAt: this.#retryAt,
      now: this.#options.now(),
      minimumSecretLength: this.#minimumSecretLength(),
      language: this.#language,
    });
  }

  #inTurn(work: () => Promise<Result<null>>): Promise<Result<SessionView>> {
    const turn = this.#turn.then(async (): Promise<Result<SessionView>> => {
      try {
        const result = await work();
        this.refresh();
        return result.ok ? success(this.view.value) : result;
      } catch (cause) {
        this.refresh();
        if (cause instanceof StorageError) return { ok: false, problem: cause.problem satisfies Problem };
        throw cause;
      }
    });
    this.#turn = turn.catch(() => undefined);
    return turn;
  }
}
