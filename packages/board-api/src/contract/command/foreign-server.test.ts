import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CLIENT } from "../sign-in.ts";
import { type MemoryServer, memoryServer } from "./memory-server.ts";
import { exitCodeOf, type Run } from "./report.ts";
import { runContractCommand } from "./run-contract-command.ts";

/** What the command finds at a FHIR server that npm can install and that is not ours. */
describe("a FHIR server of others", () => {
  const asking = (board: string) => ({
    board,
    ...{ deskToken: undefined, officeToken: undefined, documentKeys: undefined },
    ...{ persons: [], origins: [], burst: 0 },
    signIn: {
      clientId: CLIENT,
      redirectUri: "http://127.0.0.1:9/x",
      refreshToken: undefined,
      idToken: undefined,
    },
  });
  let server: MemoryServer | undefined;
  let run: Run | undefined;
  beforeAll(async () => {
    server = await memoryServer();
    run = await runContractCommand(asking(server.url));
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

  it("is left clean also when the run is stopped half way", async () => {
    const stop = new AbortController();
    const stopped = await runContractCommand(asking(server?.url ?? ""), {
      stop: stop.signal,
      progress: ({ id }) => {
        if (id === "create-by-identifier") stop.abort();
      },
    });
    const last = stopped.checked.at(-1);
    expect(last?.finding).toEqual({ state: "not-asked", reason: "stopped" });
    // Three people in three resources each, their author, a visit and its Provenance.
    expect(stopped.cleanedUp).toEqual({ deleted: 12, retired: 0, left: {} });
  });
});
