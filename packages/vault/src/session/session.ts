import { type PasskeyOutput, type Problem, type Result, type SessionView, success } from "@cadre-care/domain";
import { type DirectoryKeys, type OutboxKeys, openOutboxKeys } from "../keys/key-ring.ts";
import { Keyrings } from "../keys/keyrings.ts";
import { type DeviceKeys, mintDeviceKeys, mintUserKeys } from "../keys/open-keys.ts";
import { nameOfKey, namesOf } from "../keys/present-keys.ts";
import { nextTryAt } from "../keys/retry-delay.ts";
import { weaknessOf } from "../keys/secret-strength.ts";
import { createSlot } from "../keys/slot.ts";
import { closeSlot } from "../keys/slot-store.ts";
import { Topic } from "../service/topic.ts";
import { StorageError } from "../storage/storage-error.ts";
import { openEscrow } from "./escrowed.ts";
import { HeldKeys } from "./held-keys.ts";
import { idleLockAt, NOTE_EVERY_MS } from "./idle.ts";
import { type MachineLimits, narrowedRules } from "./machine-limits.ts";
import { CLOSED, type Staff } from "./open-session.ts";
import { sessionView } from "./present-session.ts";
import { DEFAULT_RULES, type SessionOptions } from "./session-options.ts";
import { sessionProblems } from "./session-problems.ts";
import { type Device, SessionStore } from "./session-store.ts";
import { type Opened, SlotDoor } from "./slot-door.ts";
import { UserSlots } from "./user-slots.ts";

const { refuse } = sessionProblems;

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
  readonly #slots: UserSlots;
  readonly #door: SlotDoor;
  readonly #held: HeldKeys;
  #retryAt = 0;
  #language: string | undefined;
  #staff: Staff | undefined;
  #turn: Promise<unknown> = Promise.resolve();
  #notedAt = 0;
  #lost = false;

  private constructor(options: SessionOptions, store: SessionStore, device: Device, held: HeldKeys) {
    const { database, escrowKey, now } = options;
    this.#options = options;
    this.#store = store;
    this.device = device;
    this.#keyrings = new Keyrings({ database, escrowKey, device: device.id });
    this.#slots = new UserSlots(store, this.#keyrings);
    this.#door = new SlotDoor({ database, store, keyrings: this.#keyrings, now });
    this.#held = held;
    this.view = new Topic(this.#present());
  }

  /** Reads what was there. Open only when the browser has not been closed since it was unlocked. */
  static async start(options: SessionOptions): Promise<Session> {
    const store = new SessionStore(options.database);
    const held = await HeldKeys.read(options.openKeys);
    const session = new Session(options, store, await store.device(), held);
    await session.#restore();
    return session;
  }

  get directoryKeys(): DirectoryKeys | undefined {
    return this.#held.directory;
  }

  /**
   * Open from unlocking until the browser closes, also while locked; after signing out as long as the machine's own
   * credential delivers.
   */
  get outboxKeys(): OutboxKeys | undefined {
    return this.#held.outbox;
  }

  /** The key of this user's drafts, raw, while open. */
  get draftsKey(): string | undefined {
    return this.#held.directory ? this.#held.open.drafts : undefined;
  }

  /** Who is signed in, as far as the keys let it be read. */
  get staff(): Staff | undefined {
    return this.#staff;
  }

  /** How often somebody signed in since this vault was opened: what waited for a sign-in can go. */
  signIns = 0;

  get signedIn(): boolean {
    return this.#slots.lastSignedIn;
  }

  /** Also while somebody else is at work: that one's keys of the machine then let the newcomer in. */
  async signIn(): Promise<Result<SessionView>> {
    if (this.shut) return this.shut;
    // Outside the queue: somebody is typing into the board's page, and locking must not wait for that.
    const answer = await this.#options.signIn({ secondFactor: false });
    if (!answer.ok) return answer;
    const { tokens, ...pending } = answer.value;
    return this.#inTurn(async () => {
      const slot = await this.#store.slotId(this.device, pending.staff);
      if (pending.staff.role === "it" && !this.#slots.has(slot) && !this.#slots.fresh) {
        await this.#revoke(pending.refreshToken);
        return refuse("role-without-keys");
      }
      this.#options.useTokens(tokens);
      const { outbox, open } = this.#held;
      if (outbox && this.#slots.last === slot && this.#slots.has(slot) && !open.pending) {
        await this.#store.keepSignIn(outbox, { slot, ...pending });
        await this.#slots.read();
        this.#staff = pending.staff;
        this.signIns += 1;
      } else {
        this.#staff = undefined;
        await this.#held.handOver({ slot, pending, activeAt: this.#options.now() });
      }
      return success(null);
    });
  }

  /**
   * The secret is forgotten, the slot closed or destroyed, or the machine knows this user not: signs in with the second
   * factor and has the board unwrap the keys. Then a new secret is chosen.
   */
  async recover(): Promise<Result<SessionView>> {
    if (this.shut) return this.shut;
    const answer = await this.#options.signIn({ secondFactor: true });
    if (!answer.ok) return answer;
    const { tokens, ...pending } = answer.value;
    const slot = await this.#store.slotId(this.device, pending.staff);
    const recovered = await openEscrow(await this.#keyrings.escrowed(slot), (jwe) =>
      this.#options.unwrap(jwe, tokens.accessToken),
    );
    if (!recovered.ok) {
      await this.#revoke(pending.refreshToken);
      return recovered;
    }
    const { device, ...own } = recovered.value;
    return this.#inTurn(async () => {
      this.#options.useTokens(tokens);
      this.#staff = undefined;
      await this.#held.handOver({ slot, pending, activeAt: this.#options.now() });
      const { machine, activeAt } = this.#held.open;
      this.#held.outbox = await openOutboxKeys(device.outbox, device.former);
      await this.#held.remember({ ...CLOSED, machine, slot, pending, device, recovered: own, activeAt });
      // Changed while the board unwrapped them: those of now are asked for by the next try.
      if (await this.#holdsFormer()) {
        await this.#held.forget();
        return refuse("keys-closed");
      }
      return success(null);
    });
  }

  createSecret(secret: string): Promise<Result<SessionView>> {
    return this.#inTurn(async () => {
      if (this.shut) return this.shut;
      const { pending, slot, recovered } = this.#held.open;
      if (!pending || slot === undefined) return refuse("sign-in-first");
      if (this.#slots.has(slot) && !recovered) return refuse("secret-exists");
      const weakness = weaknessOf(secret, {
        length: this.#rules.minimumSecretLength,
        kind: this.#rules.secretKind ?? DEFAULT_RULES.secretKind,
        known: [pending.staff.name, pending.staff.subject],
      });
      if (weakness) return refuse(weakness);
      const keys = await this.#keysForNewcomer();
      if (!keys) return refuse("keys-closed");
      const user = recovered?.user ?? (await mintUserKeys());
      const made = {
        slot: await createSlot(slot, secret, user, this.#slots.ordinalOf(slot)),
        rows: await this.#keyrings.rowsFor(slot, pending.staff, user, keys),
      };
      const outbox = await openOutboxKeys(keys.outbox, keys.former);
      await this.#store.keepSignIn(outbox, { slot, ...pending }, made);
      this.signIns += 1;
      await this.#options.marker?.set();
      await this.#atWork(slot, { user, device: keys }, pending.staff);
      return success(null);
    });
  }

  /** `chosen`: one of the view's `users`; otherwise who signed in, or who used the machine last. */
  unlock(secret: string, chosen?: string): Promise<Result<SessionView>> {
    return this.#inTurn(async () => {
      if (this.shut) return this.shut;
      if (this.#held.directory) return success(null);
      const slot = this.#slotToOpen(chosen);
      if (slot === undefined) return refuse("sign-in-first");
      if (this.#slots.byId.get(slot)?.closed && (await this.#reopenable())) return refuse("slot-closed");
      const { pending, slot: signingIn } = this.#held.open;
      const tried = await this.#door.bySecret(slot, secret, signingIn === slot ? pending?.staff : undefined);
      if (tried.state === "no-slot") return refuse("slot-damaged");
      if (tried.state === "opened") return this.#enter(slot, tried);
      if (slot === this.#current) this.#retryAt = tried.retryAt;
      return tried.state === "wait" ? refuse("secret-wait") : this.#afterWrong(slot, tried.failures);
    });
  }

  /** Unlocks with what an authenticator computed (WebAuthn PRF) in place of a typed secret. */
  unlockWithPasskey(output: string, chosen?: string): Promise<Result<SessionView>> {
    return this.#inTurn(async () => {
      if (this.shut) return this.shut;
      if (this.#held.directory) return success(null);
      const slot = this.#slots.byId.get(this.#slotToOpen(chosen) ?? "");
      if (!slot) return refuse("sign-in-first");
      const opened = await this.#door.byPasskey(slot, output);
      return opened ? this.#enter(slot.id, opened) : refuse("passkey-wrong");
    });
  }

  /** Lets an authenticator open this user's slot too. The secret is asked for again: an open screen is not enough. */
  addPasskey(secret: string, passkey: PasskeyOutput): Promise<Result<SessionView>> {
    return this.#inTurn(async () => {
      if (this.shut) return this.shut;
      const slot = this.#slots.last;
      if (!this.#held.directory || slot === undefined) return refuse("sign-in-first");
      const tried = await this.#door.bySecret(slot, secret);
      if (tried.state === "wait") return refuse("secret-wait");
      if (tried.state === "wrong") return refuse("secret-wrong");
      await this.#slots.read();
      const record = this.#slots.byId.get(slot);
      if (tried.state !== "opened" || !record) return refuse("slot-damaged");
      await this.#door.addPasskey(record, passkey, tried.user);
      await this.#slots.read();
      return success(null);
    });
  }

  lock(): Promise<Result<SessionView>> {
    return this.#inTurn(async () => {
      await this.#held.lock();
      return success(null);
    });
  }

  /** The queue stays; so does the slot. Somebody who has not got as far as a secret only goes away again. */
  signOut(): Promise<Result<SessionView>> {
    return this.#inTurn(async () => {
      const { outbox, open } = this.#held;
      const slot = open.pending ? undefined : this.#slots.last;
      const refresh = outbox && slot !== undefined ? await this.#store.refreshToken(outbox, slot) : undefined;
      if (slot !== undefined) await this.#store.forgetSignIn(slot);
      await this.#slots.read();
      this.#options.useTokens(undefined);
      const another = open.pending !== undefined && this.signedIn;
      await this.#held.end(another || this.#options.machine().state === "enrolled");
      await this.#readStaff();
      await this.#revoke(refresh ?? open.pending?.refreshToken);
      return success(null);
    });
  }

  /**
   * Destroys what opens this machine's keys here, at once. What was entered stays, for the board to let somebody in
   * again; without keys at the board it would be lost, so then it is refused and the session only locks.
   */
  wipe(): Promise<Result<SessionView>> {
    return this.#inTurn(async () => {
      await this.#held.lock();
      if (!this.#slots.fresh && !(await this.#keyrings.hasEscrow())) return refuse("no-escrow");
      await this.#store.wipe();
      this.#slots.last = undefined;
      this.#staff = undefined;
      this.#options.useTokens(undefined);
      await this.#held.end(false);
      await this.#slots.read();
      return success(null);
    });
  }

  /** New keys for directory and outbox, wrapped for everybody who had the old ones; needs the outbox's to be open. */
  rotate(): Promise<Result<SessionView>> {
    return this.#inTurn(async () => {
      const { device } = this.#held.open;
      if (!device) return refuse("keys-closed");
      const { keys, rows } = await this.#keyrings.rotate(device);
      await this.#store.rotate(rows, await namesOf(keys));
      await this.#held.replace(keys);
      return success(null);
    });
  }

  /**
   * Gives up keys that are no longer the machine's: another tab changed them, or this one was stopped between writing the
   * new ones down and taking them. Nothing is sealed or sought under them any more; unlocking opens the present ones.
   */
  async catchUp(): Promise<void> {
    if (await this.#holdsFormer())
      await this.#inTurn(async () => {
        if (await this.#holdsFormer()) await this.#held.forget();
        return success(null);
      });
  }

  setLanguage(language: string): Promise<Result<SessionView>> {
    return this.#inTurn(async () => {
      await this.#store.setLanguage(language);
      this.#language = language;
      return success(null);
    });
  }

  /** The refresh token, while the outbox's keys are open and somebody is signed in. */
  async refreshToken(): Promise<string | undefined> {
    const { pending } = this.#held.open;
    if (pending) return pending.refreshToken;
    const { last } = this.#slots;
    return this.#held.outbox && this.signedIn && last !== undefined
      ? this.#store.refreshToken(this.#held.outbox, last)
      : undefined;
  }

  async replaceRefreshToken(token: string | undefined): Promise<void> {
    const { pending } = this.#held.open;
    const { last } = this.#slots;
    if (pending) {
      const { refreshToken: _, ...rest } = pending;
      const next = token === undefined ? rest : { ...rest, refreshToken: token };
      await this.#held.remember({ ...this.#held.open, pending: next });
    } else if (this.#held.outbox && this.signedIn && last !== undefined)
      await this.#store.setRefreshToken(this.#held.outbox, last, token);
  }

  /** When the session locks by itself; null while it is not open, or while the machine is in use. */
  lockAt(): number | null {
    if (!this.#held.open.device?.directory) return null;
    return idleLockAt(this.#held.open, this.#rules.idleLockMinutes, this.#options.now());
  }

  /** Locks when the time has come. To be called before anything is shown or done, as a timer may have been missed. */
  async lockIfIdle(): Promise<void> {
    const at = this.lockAt();
    if (at !== null && at <= this.#options.now()) await this.lock();
  }

  noteActivity(): void {
    const now = this.#options.now();
    const at = this.lockAt();
    if (!this.#held.directory || (at !== null && at <= now)) return;
    this.#held.open = { ...this.#held.open, activeAt: now };
    if (Math.abs(now - this.#notedAt) < NOTE_EVERY_MS) return;
    this.#notedAt = now;
    this.#writeDown();
  }

  setMachineState(machine: "active" | "idle" | "locked"): void {
    if (machine === "locked") {
      void this.lock();
      return;
    }
    const { open } = this.#held;
    if (open.machine === machine) return;
    const activeAt = open.machine === "active" ? this.#options.now() : open.activeAt;
    this.#held.open = { ...open, machine, activeAt };
    this.#writeDown();
  }

  /** Why nothing opens on this machine, by order of its IT. */
  get shut(): { readonly ok: false; readonly problem: Problem } | undefined {
    const problem = this.#limits.shut;
    return problem && { ok: false, problem };
  }

  /** What the hospital's IT says for this machine may have changed. */
  async limited(): Promise<void> {
    if (this.shut) await this.lock();
    else await this.lockIfIdle();
    this.refresh();
  }

  /** The rules of the policy, or how the machine stands with the board, may have changed. */
  refresh(): void {
    this.view.set(this.#present());
  }

  async #restore(): Promise<void> {
    if (await this.#holdsFormer()) await this.#held.forget();
    const record = await this.#store.record();
    this.#slots.last = record?.slot;
    await this.#slots.read(record?.signedIn);
    await this.#compareWithMarker();
    const mine = this.#slots.byId.get(this.#current ?? "");
    this.#retryAt = mine ? nextTryAt(mine, this.#options.now()) : 0;
    this.#language = await this.#store.language();
    await this.#readStaff();
    if (this.shut) await this.#held.lock();
    else if (!this.#held.open.pending && this.signedIn) await this.#held.openDirectory();
    this.refresh();
    await this.lockIfIdle();
  }

  /** Also sets it for a vault that was made before there were markers. */
  async #compareWithMarker(): Promise<void> {
    const { marker } = this.#options;
    if (this.#slots.fresh) this.#lost = (await marker?.isSet()) ?? false;
    else await marker?.set();
  }

  async #holdsFormer(): Promise<boolean> {
    const { device } = this.#held.open;
    if (!device) return false;
    const present = await this.#store.presentKeys();
    return present !== undefined && present.outbox !== (await nameOfKey(device.outbox.seal));
  }

  async #readStaff(): Promise<void> {
    const { outbox, open } = this.#held;
    const { last } = this.#slots;
    const known = outbox && !open.pending && this.signedIn && last !== undefined;
    this.#staff = known ? await this.#store.staff(outbox, last) : undefined;
  }

  /** The keys that a user gets who has none here: those of the one who is at work, the board's, or new ones. */
  async #keysForNewcomer(): Promise<DeviceKeys | undefined> {
    const { device } = this.#held.open;
    if (device?.directory) return { ...device, directory: device.directory };
    return (await this.#keyrings.empty()) ? mintDeviceKeys() : undefined;
  }

  /** Whose slot is meant when nobody says. */
  get #current(): string | undefined {
    const { pending, slot } = this.#held.open;
    return pending ? slot : this.#slots.usual;
  }

  #slotToOpen(chosen: string | undefined): string | undefined {
    const slot = chosen ?? this.#current;
    if (slot === undefined) return undefined;
    const signingIn = this.#held.open.pending !== undefined && this.#held.open.slot === slot;
    return signingIn || this.#slots.isSignedIn(slot) ? slot : undefined;
  }

  /** Only when the board can let the user in again; nobody is ever shut out for want of a network. */
  async #reopenable(): Promise<boolean> {
    const { machine, boardAnswers } = this.#options;
    return this.#slots.escrow && machine().state === "enrolled" && (await boardAnswers());
  }

  async #afterWrong(slot: string, failures: number): Promise<Result<null>> {
    if (failures < this.#rules.secretTries || !(await this.#reopenable())) return refuse("secret-wrong");
    await closeSlot(this.#options.database, slot);
    await this.#slots.read();
    return refuse("slot-closed");
  }

  async #enter(slot: string, { user, device }: Opened): Promise<Result<null>> {
    if (!device) return refuse("slot-damaged");
    const outbox = await openOutboxKeys(device.outbox, device.former);
    const { open } = this.#held;
    const pending = open.slot === slot ? open.pending : undefined;
    if (pending) {
      await this.#store.keepSignIn(outbox, { slot, ...pending });
      this.signIns += 1;
    } else {
      if (open.pending || this.#slots.last !== slot) this.#options.useTokens(undefined);
      await this.#store.use(slot);
    }
    const staff = pending?.staff ?? (await this.#store.staff(outbox, slot));
    await this.#atWork(slot, { user, device }, staff);
    return success(null);
  }

  async #atWork(
    slot: string,
    { user, device }: Opened & { device: DeviceKeys },
    staff: Staff | undefined,
  ): Promise<void> {
    this.#slots.last = slot;
    await this.#slots.read(true);
    this.#staff = staff;
    this.#retryAt = 0;
    await this.#held.hold(slot, device, user, this.#options.now());
  }

  #writeDown(): void {
    void this.#inTurn(async () => {
      await this.#held.remember(this.#held.open);
      return success(null);
    });
  }

  async #revoke(refreshToken: string | undefined): Promise<void> {
    if (refreshToken !== undefined) await this.#options.revoke(refreshToken);
  }

  get #limits(): MachineLimits {
    return this.#options.limits?.() ?? {};
  }

  get #rules() {
    return narrowedRules(this.#options.rules(), this.#limits);
  }

  #present(): SessionView {
    return sessionView({
      open: this.#held.directory !== undefined,
      session: this.#held.open,
      slots: this.#slots.byId,
      current: this.#current,
      fresh: this.#slots.fresh,
      lost: this.#lost && this.#slots.fresh,
      escrow: this.#slots.escrow,
      staff: this.#staff,
      retryAt: this.#retryAt,
      now: this.#options.now(),
      minimumSecretLength: this.#rules.minimumSecretLength,
      secretKind: this.#rules.secretKind,
      shut: this.#limits.shut,
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
