import { success } from "@cadre-care/domain";
import { BoardClient } from "@cadre-care/fhir";
import { z } from "zod";
import { BoardDoor } from "../device/board-door.ts";
import { Credentials } from "../device/credentials.ts";
import { DeviceKey } from "../device/device-key.ts";
import { DeviceTokens } from "../device/device-tokens.ts";
import { MachineAtBoard } from "../device/machine-at-board.ts";
import type { SealedDirectory } from "../directory/sealed-directory.ts";
import { joinForms, type VaultForms } from "../forms/join-forms.ts";
import { BoardLinks } from "../links/board-links.ts";
import { LinkWriter } from "../links/link-writer.ts";
import { SiteLinks } from "../links/site-links.ts";
import { Outbox } from "../outbox/outbox.ts";
import { Session } from "../session/session.ts";
import { SessionStore } from "../session/session-store.ts";
import { AccessTokens } from "../sign-in/access-tokens.ts";
import { refresh, revoke, signIn } from "../sign-in/sign-in.ts";
import { SiteHealth } from "../site/site-health.ts";
import { SwitchedOff } from "../site/switched-off.ts";
import { openDatabase, type VaultDatabase } from "../storage/database.ts";
import type { Desk } from "../visits/desk.ts";
import { Visits } from "../visits/visits.ts";
import { BoardClock } from "./board-clock.ts";
import { BoardDocuments } from "./documents.ts";
import { RosterKeeper } from "./roster-keeper.ts";
import { Topic } from "./topic.ts";
import type { VaultOptions } from "./vault.ts";

/** The vault's parts, joined. `directory` is there while unlocked. */
export interface VaultParts {
  readonly database: VaultDatabase;
  readonly clock: BoardClock;
  readonly access: AccessTokens;
  readonly outbox: Outbox;
  readonly visits: Visits;
  readonly forms: VaultForms;
  readonly links: SiteLinks;
  readonly boardLinks: BoardLinks;
  /** Hospitals whose pages were open here, and this machine's own. */
  readonly sites: Set<string>;
  readonly client: BoardClient;
  readonly documents: BoardDocuments;
  readonly keeper: RosterKeeper;
  /** Runs while no context of this machine synchronises. */
  readonly alone: <Value>(work: () => Promise<Value>) => Promise<Value>;
  readonly session: Session;
  readonly siteHealth: SiteHealth;
  readonly switchedOff: SwitchedOff;
  readonly machine: MachineAtBoard;
  readonly door: BoardDoor;
  /** @throws IssuerAwayError */
  readonly deviceToken: () => Promise<string | null>;
  readonly revision: Topic<number>;
  /** Keys, directory or policy changed: answers given before are old. */
  readonly changed: () => void;
  directory: SealedDirectory | undefined;
  /** Where and by whom something is put on record now. */
  desk: (site: string) => Desk | undefined;
}

/** @throws StorageError when this machine's store cannot be opened. */
export const joinParts = async (options: VaultOptions): Promise<VaultParts> => {
  const { databaseName, board, clientId, redirectUri, authorise, now, random, locks } = options;
  const database = await openDatabase(databaseName);
  const clock = new BoardClock(now, options.online);
  const fetch = clock.watch(options.fetch, board);
  const issuer = { board, clientId, fetch, now };
  const exclusive =
    (name: string) =>
    async <Value>(work: () => Promise<Value>): Promise<Value> =>
      locks.request(`${databaseName}/${name}`, work);

  // Session and directory come later than the parts that ask for them.
  const live: {
    session?: Session;
    directory?: () => SealedDirectory | undefined;
    desk?: (site: string) => Desk | undefined;
  } = {};
  const keys = () => live.session?.outboxKeys ?? null;
  const directory = () => live.directory?.();
  const revision = new Topic(0);
  const switchedOff = new SwitchedOff(database);
  await switchedOff.load();
  const changed = (): void => {
    // In memory at once; what cannot be written down now is tried again at the next change.
    void switchedOff.take(keeper.policy).catch(() => undefined);
    live.session?.refresh();
    revision.set(revision.value + 1);
  };

  const access = new AccessTokens({
    refresh: (refreshToken) => refresh(issuer, refreshToken),
    readRefreshToken: async () => live.session?.refreshToken(),
    writeRefreshToken: async (refreshToken) => live.session?.replaceRefreshToken(refreshToken),
    now,
  });
  const device = await new SessionStore(database).device();
  const key = await DeviceKey.open(database, device.id);
  const own = new DeviceTokens({ board, fetch, now, key, changed: () => live.session?.refresh() });
  const credentials = new Credentials(own, access);
  const door = new BoardDoor({ board, fetch });
  const signInAtBoard = (how: { readonly secondFactor: boolean }) =>
    signIn({ ...issuer, redirectUri, authorise, ...how });
  const machine = new MachineAtBoard({
    door,
    key,
    tokens: own,
    site: options.site,
    supported: options.machineKeys !== undefined,
    signIn: () => signInAtBoard({ secondFactor: true }),
    revoke: (refreshToken) => revoke(issuer, refreshToken),
    clock: clock.now,
  });
  const client = new BoardClient({ base: `${board}/fhir`, fetch, accessToken: () => credentials.token() });
  const outbox = new Outbox({
    database,
    keys,
    client,
    renewSignIn: () => credentials.renew(),
    exclusive: exclusive("drain"),
    now,
    random,
    nameOf: async (personId) => (await directory()?.entryOf(personId))?.name,
    user: () => live.session?.staff && `${live.session.staff.issuer} ${live.session.staff.subject}`,
    receiptDays: () => keeper.policy?.receiptDays,
  });
  const visits = new Visits({ database, outbox, keys, now: clock.now });
  const documents = new BoardDocuments(database);
  const forms = joinForms({
    ...{ database, outbox, visits, client, documents, keys },
    draftsKey: () => live.session?.draftsKey,
    online: options.online,
    now: clock.now,
  });
  const sites = new Set([options.site]);
  const writer = new LinkWriter({ outbox, keys, directory, now: clock.now });
  const boardLinks = new BoardLinks({
    ...{ database, client, writer, directory, changed },
    desk: (site) => live.desk?.(site),
    clock: clock.now,
  });
  const links = new SiteLinks({
    ...{ writer, directory, changed },
    shareable: () => boardLinks.kept(),
    now: clock.now,
  });
  const alone = exclusive("synchronise");
  const keeper = new RosterKeeper({
    links: async (signal) => {
      await boardLinks.purge();
      await boardLinks.synchronise(sites, signal);
    },
    client,
    boardKeys: options.boardKeys,
    documents,
    directory,
    keys: () => keys() ?? undefined,
    exclusive: alone,
    now,
    clock: clock.now,
    random,
    changed,
    formsChanged: () => forms.library.forget(),
  });
  const session = await Session.start({
    database,
    openKeys: options.openKeys,
    marker: options.marker,
    now,
    rules: () => keeper.policy?.session,
    escrowKey: options.machineKeys?.escrowKey,
    signIn: async (how) => {
      const answer = await signInAtBoard(how);
      if (!answer.ok) return answer;
      const { user, tokens } = answer.value;
      const { issuer: authority, subject, name, role, fhirUser } = user;
      const { refreshToken } = tokens;
      const staff = { issuer: authority, subject, name, role, reference: fhirUser };
      return success(refreshToken === undefined ? { staff, tokens } : { staff, tokens, refreshToken });
    },
    useTokens: (tokens) => (tokens ? access.use(tokens) : access.forget()),
    unwrap: (jwe, accessToken) => machine.unwrap(jwe, accessToken),
    machine: () => machine.facts,
    boardAnswers: async () => {
      const token = await own.token().catch(() => null);
      return token !== null && (await door.get("/commands", token, z.object({}))).ok;
    },
    revoke: (refreshToken) => revoke(issuer, refreshToken),
  });
  live.session = session;
  const siteHealth = new SiteHealth({
    database,
    outbox,
    keys,
    device: () => session.device.id,
    now: clock.now,
  });
  const parts: VaultParts = {
    database,
    clock,
    access,
    outbox,
    visits,
    forms,
    links,
    boardLinks,
    sites,
    client,
    documents,
    keeper,
    alone,
    session,
    siteHealth,
    switchedOff,
    machine,
    door,
    deviceToken: () => own.token(),
    revision,
    changed,
    directory: undefined,
    desk: () => undefined,
  };
  live.desk = (site) => parts.desk(site);
  live.directory = () => parts.directory;
  return parts;
};
