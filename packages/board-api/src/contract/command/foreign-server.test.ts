import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CLIENT } from "../sign-in.ts";
import { type MemoryServer, memoryServer } from "./memory-server.ts";
import { exitCodeOf, type Run } from "./report.ts";
import { runContractCommand } from "./run-contract-command.ts";

/** What the command finds at a FHIR server that npm can install and that is not ours. */
describe("a FHIR server of others", () => {
  let server: MemoryServer | undefined;
  let run: Run | undefined;
  beforeAll(async () => {
    server = await memoryServer();
    run = await runContractCommand({
      board: server.url,
      ...{ deskToken: undefined, officeToken: undefined, documentKeys: undefined },
      ...{ persons: [], origins: [], burst: 0 },
      signIn: {
        clientId: CLIENT,
        redirectUri: "http://127.0.0.1:9/x",
        refreshToken: undefined,
        idToken: undefined,
      },
    });
  });
  afterAll(() => server?.close());

  const idsOf = (state: string) =>
    run?.checked.filter(({ finding }) => finding.state === state).map(({ id }) => id) ?? [];

  it("is told apart: what it does as R4 says, what it does not, what it could not be asked", () => {
    expect(idsOf("holds")).toEqual([
      ...["persons", "outcomes", "create-by-identifier", "create-by-tag", "create-at-once"],
      ...["create-after-amendment", "if-match", "amendments-at-once", "history", "visits", "site-links"],
      ...["earlier-values", "hand-over"],
    ]);
    // No sign-in and no documents; its searches do not say as of when they are, and its memory rolls nothing back.
    expect(idsOf("does-not-hold")).toEqual([
      ...["capability-statement", "sign-in-discovery", "sign-in-required", "board-keys"],
      ...["policy", "forms", "terminology", "roster", "all-or-nothing"],
      ...["one-open-visit", "one-site-link", "audit-write-only"],
    ]);
    expect(idsOf("not-asked")).toEqual([
      ...["pkce", "identity", "refused-tier", "origins", "refresh", "retry-after"],
    ]);
  });

  it("is not fit for the product, and has nothing of the run any more", () => {
    expect(exitCodeOf(run?.checked ?? [])).toBe(1);
    expect(run?.cleanedUp).toMatchObject({ retired: 0, left: {} });
    expect(run?.cleanedUp.deleted).toBeGreaterThan(10);
  });
});
