import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { boardKeySetSchema, LIBRARY_URLS, librarySchema, verifyDocument } from "@cadre-care/fhir";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type BoardService, startBoardService } from "../../scripts/demo/board-service.ts";
import { ROOT } from "../../scripts/demo/child-service.ts";
import { freePort } from "../../scripts/demo/ports.ts";
import { returnAddress } from "../build/loopback-sign-in.ts";
import type { Account } from "./harness/sign-in.ts";
import { BoardReader } from "./support/board-reader.ts";
import { walkSignIn } from "./support/sign-in-walk.ts";
import { OFFICER, RECEPTIONIST } from "./support/workday.ts";

const IT = { login: "cntt", password: "cntt-mau-2026" } as const;
const PROFILE: object = JSON.parse(
  readFileSync("examples/his-fixtures/fixtures/f4-datatables/site-profile.json", "utf8"),
);

describe("npm run board:publish", () => {
  const folder = mkdtempSync(join(tmpdir(), "cadre-care-publish-"));
  let port: number;
  let board: BoardService;

  beforeAll(async () => {
    port = await freePort();
    const boardPort = await freePort();
    board = await startBoardService({
      port: boardPort,
      dataDir: join(folder, "board"),
      publicUrl: `http://127.0.0.1:${boardPort}`,
      people: 3,
      redirectUris: [returnAddress(port)],
    });
  }, 300_000);
  afterAll(async () => {
    await board?.stop();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  });

  /** Runs the command as a user does, who signs in at the address that it shows. */
  const publish = async (version: string, account: Account, site = "bv-moi", ...more: string[]) => {
    const file = join(folder, "site-profile.json");
    const profile = { ...PROFILE, site, version };
    writeFileSync(file, JSON.stringify(profile));
    const child = spawn(
      process.execPath,
      [
        ...["--import", "tsx", "extension/build/publish.ts"],
        ...["--profile", file, "--board", board.url, "--port", String(port), ...more],
      ],
      { cwd: ROOT, stdio: ["ignore", "pipe", "pipe"] },
    );
    let said = "";
    let walk: Promise<unknown> | undefined;
    const hear = (chunk: Buffer): void => {
      said += chunk.toString();
      const [shown] = /http\S+\/oidc\/\S+(?=\n)/.exec(said) ?? [];
      if (shown !== undefined)
        walk ??= walkSignIn(shown, returnAddress(port), account).then((back) => fetch(back));
    };
    child.stdout.on("data", hear);
    child.stderr.on("data", hear);
    const code = await new Promise<number | null>((resolve) => child.once("close", resolve));
    await walk;
    return { code, said, profile };
  };
  const inUse = async (site = "bv-moi") => {
    const officer = await BoardReader.signIn(board.url, returnAddress(port), OFFICER);
    const found = await officer.search("Library", `identifier=${site}&status=active`);
    return found.map((one) => librarySchema.parse(one));
  };
  const signedContent = async (library: unknown) => {
    const { keys } = boardKeySetSchema.parse(JSON.parse(board.documentKeys));
    const verified = await verifyDocument(librarySchema.parse(library), LIBRARY_URLS.siteProfile, keys);
    return verified.ok ? verified.value.content : verified.problem.code;
  };

  it("puts a site's first profile into the board, which signs it, and says what that is good for", async () => {
    const { code, said, profile } = await publish("2026.11.27.1", IT);
    expect(said).toContain("Đã gửi / published: f4-datatables 2026.11.27.1, cơ sở / site bv-moi");
    expect(said).toContain("extensions use packed profiles alone");
    expect(code).toBe(0);
    const libraries = await inUse();
    expect(libraries.map(({ version }) => version)).toEqual(["2026.11.27.1"]);
    expect(await signedContent(libraries[0])).toMatchObject(profile);
  });

  it("puts a correction in the place of the one before", async () => {
    const { code, said, profile } = await publish("2026.11.27.2", IT);
    expect(said).toContain("(trước đó / before: 2026.11.27.1)");
    expect(code).toBe(0);
    const libraries = await inUse();
    expect(libraries.map(({ version }) => version)).toEqual(["2026.11.27.2"]);
    expect(await signedContent(libraries[0])).toMatchObject(profile);
  });

  it.each([[], ["--replace", "another"]])(
    "leaves a profile of another id as it is, told %j",
    async (...more) => {
      const before = await inUse("bv-tinh");
      const { code, said } = await publish("2026.11.27.1", IT, "bv-tinh", ...more);
      expect(said).toContain("đang dùng hồ sơ khác trên máy chủ: his-jqgrid");
      expect(said).toContain("run the command again with --replace his-jqgrid");
      expect(said).not.toContain("Đã gửi");
      expect(code).toBe(1);
      expect(await inUse("bv-tinh")).toEqual(before);
    },
  );

  it("puts one in the place of one of another id, when told to", async () => {
    const [before] = await inUse("bv-tinh");
    const { code, said } = await publish("2026.11.27.1", IT, "bv-tinh", "--replace", "his-jqgrid");
    expect(said).toContain(`(trước đó / before: ${before?.version})`);
    expect(code).toBe(0);
    expect((await inUse("bv-tinh")).map(({ id, version }) => [id, version])).toEqual([
      [before?.id, "2026.11.27.1"],
    ]);
  });

  it.each<[string, string, Account, string]>([
    ["the same version again", "2026.11.27.2", IT, "Tăng phiên bản"],
    ["a version below", "2026.11.27.1", IT, "Raise the profile's version"],
    [
      "somebody who is not of IT",
      "2026.11.27.3",
      RECEPTIONIST,
      "Vai trò của tài khoản này không được làm việc đó",
    ],
  ])("refuses %s, and changes nothing", async (_what, version, account, words) => {
    const { code, said } = await publish(version, account);
    expect(said).toContain(words);
    expect(said).not.toContain("published");
    expect(code).toBe(1);
    expect((await inUse()).map((one) => one.version)).toEqual(["2026.11.27.2"]);
  });
});
