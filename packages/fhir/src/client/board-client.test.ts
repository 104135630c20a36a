import { describe, expect, it } from "vitest";
import { CODE_SYSTEMS, EXTENSIONS } from "../systems.ts";
import { BoardClient } from "./board-client.ts";

const outcome = (code: string, problem?: string) => ({
  resourceType: "OperationOutcome",
  issue: [
    {
      severity: "error",
      code,
      ...(problem
        ? {
            details: {
              coding: [{ system: CODE_SYSTEMS.problem, code: problem }],
              text: "Bằng tiếng Việt",
              _text: {
                extension: [
                  {
                    url: EXTENSIONS.translation,
                    extension: [
                      { url: "lang", valueCode: "en" },
                      { url: "content", valueString: "In English" },
                    ],
                  },
                ],
              },
            },
          }
        : {}),
    },
  ],
});
const page = { resourceType: "Bundle", type: "searchset", total: 0 };

function client(
  answer: (request: Request) => Response | Promise<Response>,
  token: string | null = "t",
  timeOutMs = 500,
) {
  const seen: Request[] = [];
  const board = new BoardClient({
    base: "https://board.example/fhir/",
    timeOutMs,
    accessToken: async () => token,
    fetch: async (input, init) => {
      const request = new Request(input, init);
      seen.push(request);
      return answer(request);
    },
  });
  return { board, seen };
}
const json = (status: number, body: unknown, headers: Record<string, string> = {}) =>
  new Response(JSON.stringify(body), { status, headers });

describe("an answer is judged by status and code", () => {
  const cases: [string, () => Response, object][] = [
    ["success", () => json(200, page), { kind: "success", body: page }],
    ["a captive portal", () => new Response("<html>Wi-Fi</html>"), { kind: "transport", cause: "not-fhir" }],
    ["JSON that is no Bundle", () => json(200, { ok: true }), { kind: "transport", cause: "not-fhir" }],
    [
      "half an answer",
      () => new Response('{"resourceType":"Bundle","ty'),
      { kind: "transport", cause: "not-fhir" },
    ],
    [
      "a gateway",
      () => new Response("Bad gateway", { status: 502 }),
      { kind: "transport", cause: "server-error" },
    ],
    [
      "500 with an outcome",
      () => json(500, outcome("exception")),
      { kind: "transport", cause: "server-error" },
    ],
    ["408", () => json(408, {}), { kind: "transport", cause: "time-out" }],
    ["425", () => json(425, {}), { kind: "transport", cause: "busy" }],
    [
      "429 with seconds",
      () => json(429, outcome("throttled"), { "retry-after": "17" }),
      { kind: "transport", cause: "busy", retryAfterMs: 17_000 },
    ],
    [
      "503 with a date, by the server's own clock",
      () =>
        json(
          503,
          {},
          { "retry-after": "Sun, 22 Nov 2026 01:00:30 GMT", date: "Sun, 22 Nov 2026 01:00:00 GMT" },
        ),
      { kind: "transport", cause: "busy", retryAfterMs: 30_000 },
    ],
    [
      "a Retry-After of a year",
      () => json(503, {}, { "retry-after": "31536000" }),
      { kind: "transport", retryAfterMs: 3_600_000 },
    ],
    ["401 of the board", () => json(401, outcome("login")), { kind: "unauthorised" }],
    ["401 of a proxy", () => new Response("no", { status: 401 }), { kind: "transport", cause: "not-fhir" }],
    [
      "403",
      () => json(403, outcome("forbidden")),
      { kind: "forbidden", problem: { code: "fhir-forbidden" } },
    ],
    [
      "403 of a filter",
      () => new Response("blocked", { status: 403 }),
      { kind: "transport", cause: "not-fhir" },
    ],
    [
      "409",
      () => json(409, outcome("duplicate", "visit-already-open")),
      { kind: "conflict", status: 409, problem: { code: "visit-already-open" } },
    ],
    ["412", () => json(412, outcome("conflict")), { kind: "conflict", status: 412 }],
    [
      "422",
      () => json(422, outcome("business-rule", "refused-tier")),
      {
        kind: "refused",
        status: 422,
        problem: { code: "refused-tier", message: { vi: "Bằng tiếng Việt", en: "In English" } },
      },
    ],
    ["404 without FHIR", () => new Response("?", { status: 404 }), { kind: "transport", cause: "not-fhir" }],
  ];
  for (const [name, answer, expected] of cases)
    it(name, async () => {
      const { board } = client(answer);
      expect(await board.search("Flag", { _count: "500" })).toMatchObject(expected);
    });

  it("the network is down", async () => {
    const { board } = client(() => Promise.reject(new TypeError("Failed to fetch")));
    expect(await board.search("Flag", {})).toMatchObject({ kind: "transport", cause: "network" });
  });

  it("the board hangs", async () => {
    const { board } = client(
      ({ signal }) =>
        new Promise((_, reject) => signal.addEventListener("abort", () => reject(signal.reason))),
      "t",
      5,
    );
    expect(await board.search("Flag", {})).toMatchObject({ kind: "transport", cause: "time-out" });
  });

  it("the answer hangs half way", async () => {
    const { board } = client(
      ({ signal }) =>
        new Response(
          new ReadableStream({
            start(controller) {
              controller.enqueue(new TextEncoder().encode('{"resourceType":'));
              signal.addEventListener("abort", () => controller.error(signal.reason));
            },
          }),
        ),
      "t",
      5,
    );
    expect(await board.search("Flag", {})).toMatchObject({ kind: "transport", cause: "time-out" });
  });

  it("the caller stops", async () => {
    const stop = new AbortController();
    const { board } = client(({ signal }) => {
      stop.abort();
      return Promise.reject(signal.reason);
    });
    expect(await board.search("Flag", {}, stop.signal)).toMatchObject({
      kind: "transport",
      cause: "stopped",
    });
  });
});

describe("a request", () => {
  it("asks with the token, follows no redirect and leaves no cookie", async () => {
    const { board, seen } = client(() => json(200, page));
    await board.search("Flag", { _tag: "s|roster", _lastUpdated: ["gt1", "lt2"] });
    const [request] = seen;
    expect(request?.url).toBe(
      "https://board.example/fhir/Flag?_tag=s%7Croster&_lastUpdated=gt1&_lastUpdated=lt2",
    );
    expect(request?.headers.get("authorization")).toBe("Bearer t");
    expect(request?.redirect).toBe("error");
  });

  it("is not made without a token", async () => {
    const { board, seen } = client(() => json(200, page), null);
    expect(await board.search("Flag", {})).toMatchObject({ kind: "unauthorised" });
    expect(seen).toEqual([]);
  });

  it("follows no next link away from the board", async () => {
    const { board, seen } = client(() => json(200, page));
    for (const url of ["https://other.example/fhir?page=2", "https://board.example/other?page=2"])
      expect(await board.page(url)).toMatchObject({ kind: "transport", cause: "not-fhir" });
    expect(seen).toEqual([]);
    expect(await board.page("https://board.example/fhir?page=2")).toMatchObject({ kind: "success" });
  });

  it("believes no transaction that answers for fewer entries", async () => {
    const answer = {
      resourceType: "Bundle",
      type: "transaction-response",
      entry: [{ response: { status: "201" } }],
    };
    const { board } = client(() => json(200, answer));
    const one = { resource: {}, request: { method: "POST", url: "Task", ifNoneExist: "a" } } as const;
    const bundle = { resourceType: "Bundle", type: "transaction", entry: [one, one] } as const;
    expect(await board.transact(bundle)).toMatchObject({ kind: "transport", cause: "not-fhir" });
    expect(await board.transact({ ...bundle, entry: [one] })).toMatchObject({ kind: "success" });
  });
});
