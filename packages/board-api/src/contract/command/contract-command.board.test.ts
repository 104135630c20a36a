import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { freePort } from "../../http/free-port.ts";
import { type Board, startBoard } from "../../start-board.ts";
import { CHECKS } from "../checks/all-checks.ts";
import { type Desk, signedIn } from "../desk.ts";
import { contractOptions } from "../run-contract.ts";
import { people } from "../samples.ts";
import { CLIENT, REDIRECT_URI, signIn, type Tokens } from "../sign-in.ts";
import { type CripplingProxy, cripplingProxy, type Passed } from "./crippling-proxy.ts";
import { namedFaults } from "./faults.ts";
import type { Asking } from "./ground-at.ts";
import { exitCodeOf, type Run, reportJson, reportText } from "./report.ts";
import { runContractCommand } from "./run-contract-command.ts";

const PORTAL = "https://portal.example";
const EXTENSION = "a".repeat(32);

/** `npm run contract`, against the reference board as it is and behind a proxy that spoils it. */
describe("the contract command", () => {
  let board: Board | undefined;
  let proxy: CripplingProxy | undefined;
  let url = "";
  let officer: Desk | undefined;
  let doctor: Tokens | undefined;

  beforeAll(async () => {
    const [own, front] = [await freePort("127.0.0.1"), await freePort("127.0.0.1")];
    url = `http://127.0.0.1:${front}`;
    board = await startBoard({
      ...contractOptions,
      port: own,
      publicUrl: url,
      corsOrigins: [PORTAL],
      redirectUris: [REDIRECT_URI, `https://${EXTENSION}.chromiumapp.org/`],
    });
    proxy = await cripplingProxy(front, `http://127.0.0.1:${own}`);
    officer = await signedIn(url, "quanly");
    doctor = await signIn(url, "bacsi", "bacsi-mau-2026");
  });
  afterEach(() => {
    if (proxy) proxy.fault = {};
  });
  afterAll(async () => {
    await proxy?.close();
    await board?.stop();
  });

  const asking = (over: Partial<Asking> = {}): Asking => ({
    board: url,
    deskToken: doctor?.access_token,
    officeToken: officer?.token,
    ...{ persons: [], documentKeys: undefined, origins: [], burst: 0 },
    signIn: { clientId: CLIENT, redirectUri: REDIRECT_URI, refreshToken: undefined, idToken: undefined },
    ...over,
  });
  const idsOf = (run: Run, state: string) =>
    run.checked.filter(({ finding }) => finding.state === state).map(({ id }) => id);
  /** The wrong ones with what was seen, so that a failing test says what went wrong. */
  const wrong = (run: Run) =>
    run.checked.flatMap(({ id, finding }) =>
      finding.state === "does-not-hold" ? [`${id}: ${finding.saw}`] : [],
    );

  it("finds that everything holds, and leaves nothing that is open", async () => {
    const tokens = await signIn(url, "bacsi", "bacsi-mau-2026");
    let asked = 0;
    if (proxy)
      proxy.fault = {
        after: (answer, { path }) => {
          if (path !== "/fhir/metadata") return;
          asked += 1;
          if (asked <= 10) return;
          answer.status = 429;
          answer.headers["retry-after"] = "1";
        },
      };
    const run = await runContractCommand(
      asking({
        deskToken: tokens.access_token,
        origins: [PORTAL, `chrome-extension://${EXTENSION}`],
        burst: 20,
        signIn: {
          ...{ clientId: CLIENT, redirectUri: REDIRECT_URI },
          ...{ refreshToken: tokens.refresh_token, idToken: tokens.id_token },
        },
      }),
    );
    expect(wrong(run)).toEqual([]);
    expect(idsOf(run, "not-asked")).toEqual([]);
    expect(run.checked.map(({ id }) => id)).toEqual(CHECKS.map(({ id }) => id));
    expect(exitCodeOf(run.checked)).toBe(0);
    expect(Object.keys(run.cleanedUp.left).sort()).toEqual(["AuditEvent", "Provenance"]);
    const open = (await officer?.all("/Encounter?status=arrived,in-progress&_count=200")) ?? [];
    expect(open.filter(({ identifier }) => JSON.stringify(identifier).includes(".2001-"))).toEqual([]);
    const flags = (await officer?.all("/Flag?_count=200")) ?? [];
    expect(flags.filter(({ status }) => status === "active")).toHaveLength(people.length);
  });

  it.each(namedFaults(() => officer?.token ?? "").map((one) => [one.name, one] as const))(
    "finds a server that %s, and names it",
    async (_, { fault, found }) => {
      if (proxy) proxy.fault = fault;
      const run = await runContractCommand(asking());
      expect(wrong(run).map((one) => one.split(":")[0])).toEqual(
        CHECKS.map(({ id }) => id).filter((id) => found.some((one) => one === id)),
      );
      expect(exitCodeOf(run.checked)).toBe(1);
    },
  );

  it("says that it could not ask, without an account or a person to write about", async () => {
    const nobody = await runContractCommand(asking({ deskToken: "no-such-token", officeToken: undefined }));
    expect(wrong(nobody)).toEqual([]);
    expect(idsOf(nobody, "not-asked")).toContain("roster");
    const alone = await runContractCommand(asking({ officeToken: undefined }));
    expect(wrong(alone)).toEqual([]);
    expect(idsOf(alone, "not-asked")).toEqual(
      expect.arrayContaining(["create-by-identifier", "refused-tier"]),
    );
    expect(idsOf(alone, "holds")).toContain("roster");
    expect([exitCodeOf(nobody.checked), exitCodeOf(alone.checked)]).toEqual([2, 2]);
  });

  it("prints no token and nobody's data", async () => {
    const spoil = (answer: Passed): void => {
      answer.body = answer.body.replace('"type":', '"typ":');
    };
    if (proxy) proxy.fault = { after: spoil };
    const run = await runContractCommand(asking());
    const said = `${reportText(run)}${JSON.stringify(reportJson(run))}`;
    expect(wrong(run).length).toBeGreaterThan(5);
    for (const secret of [doctor?.access_token, officer?.token, ...people.map(({ name }) => name)])
      expect(said).not.toContain(secret);
    expect(said).not.toMatch(/\d{9}/);
  });
});
