import { type PasskeyOutput, type Problem, type Result, type SessionView, success } from "@cadre-care/domain";
import type { JWK } from "jose";
import { clearDirectory } from "../directory/index-store.ts";
import { type DirectoryKeys, type OutboxKeys, openDirectoryKeys, openOutboxKeys } from "../keys/key-ring.ts";
import { Keyrings } from "../keys/keyrings.ts";
import type { OpenKeyStore } from "../keys/open-key-store.ts";
import { type DeviceKeys, mintDeviceKeys, mintUserKeys, type UserKeys } from "../keys/open-keys.ts";
import { openPasskey, wrapForPasskey } from "../keys/passkey-slot.ts";
import { nextTryAt } from "../keys/retry-delay.ts";
import { weaknessOf } from "../keys/secret-strength.ts";
import { createSlot, type SlotContent } from "../keys/slot.ts";
import { clearFailures, closeSlot, trySecret } from "../keys/slot-store.ts";
import { Topic } from "../service/topic.ts";
import type { Tokens } from "../sign-in/tokens.ts";
import type { VaultDatabase } from "../storage/database.ts";
import type { SlotRecord } from "../storage/schema.ts";
import { StorageError } from "../storage/storage-error.ts";
import { readEscrowedDevice, readEscrowedUser } from "./escrowed.ts";
import { idleLockAt, NOTE_EVERY_MS } from "./idle.ts";
import { CLOSED, type OpenSession, type PendingSignIn, readOpenSession, type Staff } from "./open-session.ts";
import { type DeviceFacts, sessionView } from "./present-session.ts";
import { sessionProblems } from "./session-problems.ts";
import { type Device, SessionStore } from "./session-store.ts";

export const DEFAULT_SECRET_LENGTH = 6;
export const DEFAULT_IDLE_MINUTES = 15;
export const DEFAULT_SECRET_TRIES = 10;

/** What the board's policy says about secrets. */
export interface SessionRules {
  readonly idleLockMinutes: number;
  readonly minimumSecretLength: number;
  readonly secretKind?: "pin" | "passphrase" | undefined;
  readonly secretTries?: number | undefined;
}

/** A sign-in at the board, with its tokens. */
export interface BoardSignIn extends PendingSignIn {
  readonly tokens: Tokens;
}

export interface SessionOptions {
  readonly database: VaultDatabase;
  readonly openKeys: OpenKeyStore;
  /** The board's public key for escrow, pinned in the build. */
  readonly escrowKey: JWK | undefined;
  /** Shows the board's sign-in and reads who signed in. */
  readonly signIn: (how: { readonly secondFactor: boolean }) => Promise<Result<BoardSignIn>>;
  /** Whose tokens are used from now on; undefined: nobody's that are in memory. */
  readonly useTokens: (tokens: Tokens | undefined) => void;
  /** Has the board unwrap what was sealed for it, with the access token of a sign-in with the second factor. */
  readonly unwrap: (jwe: string, accessToken: string) => Promise<Result<unknown>>;
  /** Tells the board that a refresh token is no longer used; never fails. */
  readonly revoke: (refreshToken: string) => Promise<void>;
  /** How this machine stands with the board. */
  readonly machine: () => DeviceFacts;
  /** Whether the board answers now. */
  readonly boardAnswers: () => Promise<boolean>;
  readonly now: () => number;
  /** What the board's policy says, once it is known. */
  readonly rules: () => SessionRules | undefined;
}

/**
 * Who works on this machine, and which keys are open (docs/vault-states.md). Directory and outbox keys are the
 * machine's, the drafts' are each user's. Every change goes through one queue, so that two clicks never meet halfway.
 */
export class Session {
  readonly view: Topic<SessionView>;
  readonly device: Device;
  readonly #options: SessionOptions;
  readonly #store: SessionStore;
  readonly #keyrings: Keyrings;
  #open: OpenSession;
  /** Who used this machine last. */
  #last: string | undefined;
  #slots: ReadonlyMap<string, SlotRecord> = new Map();
  #fresh = true;
  #escrow = false;
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
    const { database, escrowKey } = options;
    this.#keyrings = new Keyrings({ database, escrowKey, device: device.id });
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

  /**
   * Open from unlocking until the browser closes, also while locked; after signing out as long as the machine's own
   * credential delivers.
   */
  get outboxKeys(): OutboxKeys | undefined {
    return this.#outbox;
  }

  /** The key of this user's drafts, raw, while open. */
  get draftsKey(): string | undefined {
    return this.#directory ? this.#open.drafts : undefined;
  }

  /** Who is signed in, as far as the keys let it be read. */
  get staff(): Staff | undefined {
    return this.#staff;
  }

  /** How often somebody signed in since this vault was opened: what waited for a sign-in can go. */
  signIns = 0;

  get signedIn(): boolean {
    return this.#last !== undefined && this.#slots.get(this.#last)?.signedIn === true;
  }

  /** Also while somebody else is at work: that one's keys of the machine then let the newcomer in. */
  async signIn(): Promise<Result<SessionView>> {
    // Outside the queue: somebody is typing into the board's page, and locking must not wait for that.
    const answer = await this.#options.signIn({ secondFactor: false });
    if (!answer.ok) return answer;
    return this.#inTurn(async () => {
      const { tokens, ...pending } = answer.value;
      const slot = await this.#store.slotId(this.device, pending.staff);
      if (pending.staff.role === "it" && !this.#slots.has(slot) && !this.#fresh) {
        await this.#revoke(pending.refreshToken);
        return sessionProblems.refuse("role-without-keys");
      }
      this.#options.useTokens(tokens);
      if (this.#outbox && this.#last === slot && this.#slots.has(slot) && !this.#open.pending) {
        await this.#store.keepSignIn(this.#outbox, { slot, ...pending });
        await this.#readSlots();
        this.#staff = pending.staff;
        this.signIns += 1;
      } else {
        this.#directory = undefined;
        this.#staff = undefined;
        const { drafts: _, recovered: __, ...open } = this.#open;
        await this.#remember({ ...open, slot, pending, activeAt: this.#options.now() });
      }
      return success(null);
    });
  }

  /**
   * The secret is forgotten, the slot closed or destroyed, or the machine knows this user not: signs in with the second
   * factor and has the board unwrap the keys. Then a new secret is chosen.
   */
  async recover(): Promise<Result<SessionView>> {
    const answer = await this.#options.signIn({ secondFactor: true });
    if (!answer.ok) return answer;
    const { tokens, ...pending } = answer.value;
    const slot = await this.#store.slotId(this.device, pending.staff);
    const escrowed = await this.#keyrings.escrowed(slot);
    if (!escrowed) {
      await this.#revoke(pending.refreshToken);
      return sessionProblems.refuse("no-escrow");
    }
    const device = readEscrowedDevice(await this.#options.unwrap(escrowed.device, tokens.accessToken));
    const user =
      escrowed.user === undefined
        ? success(undefined)
        : readEscrowedUser(await this.#options.unwrap(escrowed.user, tokens.accessToken));
    if (!device.ok || !user.ok) {
      await this.#revoke(pending.refreshToken);
      return !device.ok ? device : user.ok ? sessionProblems.refuse("no-escrow") : user;
    }
    return this.#inTurn(async () => {
      this.#options.useTokens(tokens);
      this.#directory = undefined;
      this.#staff = undefined;
      this.#outbox = await openOutboxKeys(device.value.outbox, device.value.former);
      const recovered = user.value === undefined ? {} : { user: user.value };
      const { machine } = this.#open;
      const activeAt = this.#options.now();
      await this.#remember({ ...CLOSED, machine, slot, pending, device: device.value, recovered, activeAt });
      return success(null);
    });
  }

  createSecret(secret: string): Promise<Result<SessionView>> {
    return this.#inTurn(async () => {
      const { pending, slot, recovered } = this.#open;
      if (!pending || slot === undefined) return sessionProblems.refuse("sign-in-first");
      if (this.#slots.has(slot) && !recovered) return sessionProblems.refuse("secret-exists");
      const weakness = this.#weakness(secret, pending.staff);
      if (weakness) return sessionProblems.refuse(weakness);
      const keys = await this.#keysForNewcomer();
      if (!keys) return sessionProblems.refuse("keys-closed");
      const user = recovered?.user ?? (await mintUserKeys());
      const made = {
        slot: await createSlot(slot, secret, user, this.#ordinalOf(slot)),
        rows: await this.#keyrings.rowsFor(slot, pending.staff, user, keys),
      };
      const outbox = await openOutboxKeys(keys.outbox, keys.former);
      await this.#store.keepSignIn(outbox, { slot, ...pending }, made);
      this.signIns += 1;
      await this.#opened(slot, keys, user, pending.staff);
      return success(null);
    });
  }

  /** `chosen`: one of the view's `users`; otherwise who signed in, or who used the machine last. */
  unlock(secret: string, chosen?: string): Promise<Result<SessionView>> {
    return this.#inTurn(async () => {
      if (this.#directory) return success(null);
      const slot = this.#slotToOpen(chosen);
      if (slot === undefined) return sessionProblems.refuse("sign-in-first");
      if (this.#slots.get(slot)?.closed && (await this.#reopenable()))
        return sessionProblems.refuse("slot-closed");
      const tried = await trySecret(this.#options.database, slot, secret, this.#options.now);
      if (tried.state === "no-slot") return sessionProblems.refuse("slot-damaged");
      if (slot === this.#current()) this.#retryAt = tried.state === "opened" ? 0 : tried.retryAt;
      if (tried.state === "wait") return sessionProblems.refuse("secret-wait");
      if (tried.state === "wrong") return this.#afterWrong(slot, tried.failures);
      return this.#enter(slot, await this.#upgraded(slot, secret, tried.content));
    });
  }

  /** Unlocks with what an authenticator computed (WebAuthn PRF) in place of a typed secret. */
  unlockWithPasskey(output: string, chosen?: string): Promise<Result<SessionView>> {
    return this.#inTurn(async () => {
      if (this.#directory) return success(null);
      const slot = this.#slotToOpen(chosen);
      const passkey = slot === undefined ? undefined : this.#slots.get(slot)?.passkey;
      if (slot === undefined || !passkey) return sessionProblems.refuse("sign-in-first");
      const user = await openPasskey(slot, passkey, output);
      if (!user) return sessionProblems.refuse("passkey-wrong");
      await clearFailures(this.#options.database, slot);
      return this.#enter(slot, { user, device: await this.#keyrings.open(slot, user) });
    });
  }

  /** Lets an authenticator open this user's slot too. The secret is asked for again: an open screen is not enough. */
  addPasskey(secret: string, passkey: PasskeyOutput): Promise<Result<SessionView>> {
    return this.#inTurn(async () => {
      const slot = this.#last;
      if (!this.#directory || slot === undefined) return sessionProblems.refuse("sign-in-first");
      const tried = await trySecret(this.#options.database, slot, secret, this.#options.now);
      if (tried.state === "no-slot") return sessionProblems.refuse("slot-damaged");
      if (tried.state === "wait") return sessionProblems.refuse("secret-wait");
      if (tried.state === "wrong") return sessionProblems.refuse("secret-wrong");
      const { user } = await this.#upgraded(slot, secret, tried.content);
      await this.#readSlots();
      const record = this.#slots.get(slot);
      if (!record) return sessionProblems.refuse("slot-damaged");
      const row = { ...record, passkey: await wrapForPasskey(slot, passkey, user) };
      await this.#store.replace({ slot: row, rows: [] });
      await this.#readSlots();
      return success(null);
    });
  }

  lock(): Promise<Result<SessionView>> {
    return this.#inTurn(async () => {
      await this.#close();
      return success(null);
    });
  }

  /** The queue stays; so does the slot. Somebody who has not got as far as a secret only goes away again. */
  signOut(): Promise<Result<SessionView>> {
    return this.#inTurn(async () => {
      const { pending } = this.#open;
      const slot = pending ? undefined : this.#last;
      const refresh =
        this.#outbox && slot !== undefined ? await this.#store.refreshToken(this.#outbox, slot) : undefined;
      if (slot !== undefined) await this.#store.forgetSignIn(slot);
      await this.#readSlots();
      const device = this.#open.device;
      const stays = this.#options.machine().state === "enrolled" || (pending !== undefined && this.signedIn);
      this.#directory = undefined;
      this.#staff = undefined;
      this.#options.useTokens(undefined);
      if (stays && device) {
        const { outbox, former } = device;
        await this.#remember({ ...CLOSED, machine: this.#open.machine, device: { outbox, former } });
        await this.#readStaff();
      } else {
        this.#outbox = undefined;
        this.#open = CLOSED;
        await this.#options.openKeys.clear();
      }
      await this.#revoke(refresh ?? pending?.refreshToken);
      return success(null);
    });
  }

  /**
   * Destroys what opens this machine's keys here, at once. What was entered stays, for the board to let somebody in
   * again; without keys at the board it would be lost, so then it is refused and the session only locks.
   */
  wipe(): Promise<Result<SessionView>> {
    return this.#inTurn(async () => {
      await this.#close();
      if (!this.#fresh && !(await this.#keyrings.hasEscrow())) return sessionProblems.refuse("no-escrow");
      await this.#store.wipe();
      this.#outbox = undefined;
      this.#staff = undefined;
      this.#last = undefined;
      this.#open = CLOSED;
      this.#options.useTokens(undefined);
      await this.#options.openKeys.clear();
      await this.#readSlots();
      return success(null);
    });
  }

  /** New keys for directory and outbox, wrapped for everybody who had the old ones; needs the outbox's to be open. */
  rotate(): Promise<Result<SessionView>> {
    return this.#inTurn(async () => {
      const { device } = this.#open;
      if (!device) return sessionProblems.refuse("keys-closed");
      const { keys, rows } = await this.#keyrings.rotate(device);
      await this.#store.replace({ rows });
      await clearDirectory(this.#options.database);
      const { directory, ...outbox } = keys;
      this.#outbox = await openOutboxKeys(keys.outbox, keys.former);
      if (this.#directory) this.#directory = await openDirectoryKeys(directory);
      await this.#remember({ ...this.#open, device: device.directory ? keys : outbox });
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
    const { pending } = this.#open;
    if (pending) return pending.refreshToken;
    return this.#outbox && this.signedIn && this.#last !== undefined
      ? this.#store.refreshToken(this.#outbox, this.#last)
      : undefined;
  }

  async replaceRefreshToken(token: string | undefined): Promise<void> {
    const { pending } = this.#open;
    if (pending) {
      const { refreshToken: _, ...rest } = pending;
      const next = token === undefined ? rest : { ...rest, refreshToken: token };
      await this.#remember({ ...this.#open, pending: next });
    } else if (this.#outbox && this.signedIn && this.#last !== undefined)
      await this.#store.setRefreshToken(this.#outbox, this.#last, token);
  }

  /** When the session locks by itself; null while it is not open, or while the machine is in use. */
  lockAt(): number | null {
    if (!this.#open.device?.directory) return null;
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

  /** The rules of the policy, or how the machine stands with the board, may have changed. */
  refresh(): void {
    this.view.set(this.#present());
  }

  async #restore(): Promise<void> {
    const record = await this.#store.record();
    this.#last = record?.slot;
    await this.#readSlots(record?.signedIn);
    const current = this.#current();
    const mine = current === undefined ? undefined : this.#slots.get(current);
    this.#retryAt = mine ? nextTryAt(mine, this.#options.now()) : 0;
    this.#language = await this.#store.language();
    const { device, pending } = this.#open;
    if (device) this.#outbox = await openOutboxKeys(device.outbox, device.former);
    if (!pending) await this.#readStaff();
    if (device?.directory && !pending && this.signedIn)
      this.#directory = await openDirectoryKeys(device.directory);
    this.refresh();
    await this.lockIfIdle();
  }

  async #readStaff(): Promise<void> {
    this.#staff =
      this.#outbox && this.signedIn && this.#last !== undefined
        ? await this.#store.staff(this.#outbox, this.#last)
        : undefined;
  }

  /** `lastSignedIn`: as the session's own row says, for slots of the first version. */
  async #readSlots(lastSignedIn = false): Promise<void> {
    const slots = await this.#store.slots();
    this.#slots = new Map(
      slots.map((slot) => [
        slot.id,
        { ...slot, signedIn: slot.signedIn ?? (lastSignedIn && slot.id === this.#last) },
      ]),
    );
    this.#fresh = await this.#keyrings.empty();
    this.#escrow = await this.#keyrings.hasEscrow();
  }

  /** The keys that a user gets who has none here: those of the one who is at work, the board's, or new ones. */
  async #keysForNewcomer(): Promise<DeviceKeys | undefined> {
    const { device } = this.#open;
    if (device?.directory) return { ...device, directory: device.directory };
    return (await this.#keyrings.empty()) ? mintDeviceKeys() : undefined;
  }

  #ordinalOf(slot: string): number {
    const others = [...this.#slots.values()].map(({ ordinal }) => ordinal ?? 1);
    return this.#slots.get(slot)?.ordinal ?? Math.max(0, ...others) + 1;
  }

  /** Whose slot is meant when nobody says. */
  #current(): string | undefined {
    if (this.#open.pending) return this.#open.slot;
    if (this.signedIn) return this.#last;
    const signedIn = [...this.#slots.values()].filter((slot) => slot.signedIn);
    return signedIn.length === 1 ? signedIn[0]?.id : undefined;
  }

  #slotToOpen(chosen: string | undefined): string | undefined {
    const slot = chosen ?? this.#current();
    if (slot === undefined) return undefined;
    const pending = this.#open.pending !== undefined && this.#open.slot === slot;
    return pending || this.#slots.get(slot)?.signedIn ? slot : undefined;
  }

  /** Only when the board can let the user in again; nobody is ever shut out for want of a network. */
  async #reopenable(): Promise<boolean> {
    return (
      this.#escrow && this.#options.machine().state === "enrolled" && (await this.#options.boardAnswers())
    );
  }

  async #afterWrong(slot: string, failures: number): Promise<Result<null>> {
    const tries = this.#options.rules()?.secretTries ?? DEFAULT_SECRET_TRIES;
    if (failures < tries || !(await this.#reopenable())) return sessionProblems.refuse("secret-wrong");
    await closeSlot(this.#options.database, slot);
    await this.#readSlots();
    return sessionProblems.refuse("slot-closed");
  }

  /** A slot of the first version is made again; rows that are missing, or for a former key of the board, too. */
  async #upgraded(
    slot: string,
    secret: string,
    content: SlotContent,
  ): Promise<{ user: UserKeys; device: DeviceKeys | undefined }> {
    const first = content.version === "first";
    const user = first ? await mintUserKeys(content.keys.drafts) : content.keys;
    const device = first
      ? { directory: content.keys.directory, outbox: content.keys.outbox, former: [] }
      : await this.#keyrings.open(slot, user);
    if (!device || (!first && (await this.#keyrings.complete(slot)))) return { user, device };
    const staff =
      this.#open.pending && this.#open.slot === slot
        ? this.#open.pending.staff
        : await this.#store.staff(await openOutboxKeys(device.outbox, device.former), slot);
    if (!staff) return { user, device };
    const rows = await this.#keyrings.rowsFor(slot, staff, user, device);
    const made = first ? { slot: await createSlot(slot, secret, user, this.#ordinalOf(slot)) } : {};
    await this.#store.replace({ ...made, rows });
    return { user, device };
  }

  async #enter(
    slot: string,
    { user, device }: { user: UserKeys; device: DeviceKeys | undefined },
  ): Promise<Result<null>> {
    if (!device) return sessionProblems.refuse("slot-damaged");
    const outbox = await openOutboxKeys(device.outbox, device.former);
    const pending = this.#open.slot === slot ? this.#open.pending : undefined;
    if (pending) {
      await this.#store.keepSignIn(outbox, { slot, ...pending });
      this.signIns += 1;
    } else {
      if (this.#open.pending || this.#last !== slot) this.#options.useTokens(undefined);
      await this.#store.use(slot);
    }
    await this.#opened(slot, device, user, pending?.staff ?? (await this.#store.staff(outbox, slot)));
    return success(null);
  }

  async #opened(slot: string, keys: DeviceKeys, user: UserKeys, staff: Staff | undefined): Promise<void> {
    this.#last = slot;
    await this.#readSlots(true);
    this.#staff = staff;
    this.#retryAt = 0;
    this.#outbox = await openOutboxKeys(keys.outbox, keys.former);
    this.#directory = await openDirectoryKeys(keys.directory);
    await this.#remember({
      version: 2,
      slot,
      device: keys,
      drafts: user.drafts,
      activeAt: this.#options.now(),
      machine: this.#open.machine,
    });
  }

  async #close(): Promise<void> {
    this.#directory = undefined;
    const { device, drafts: _, recovered, ...rest } = this.#open;
    const outbox = device && { outbox: device.outbox, former: device.former };
    // Keys that the board gave go too; that user asks the board again.
    if (recovered) delete rest.pending;
    await this.#remember(outbox ? { ...rest, device: outbox } : rest);
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

  #weakness(secret: string, staff: Staff) {
    const length = this.#minimumSecretLength();
    const kind = this.#options.rules()?.secretKind ?? "pin";
    return weaknessOf(secret, { length, kind, known: [staff.name, staff.subject] });
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
      current: this.#current(),
      fresh: this.#fresh,
      escrow: this.#escrow,
      staff: this.#staff,
      retryAt: this.#retryAt,
      now: this.#options.now(),
      minimumSecretLength: this.#minimumSecretLength(),
      secretKind: this.#options.rules()?.secretKind,
      language: this.#language,
      device: this.#options.machine(),
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
