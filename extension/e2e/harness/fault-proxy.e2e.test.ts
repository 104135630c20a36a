import { createServer, type Server } from "node:http";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type FaultProxy, startFaultProxy } from "./fault-proxy.ts";

const ANSWER = JSON.stringify({
  resourceType: "Bundle",
  type: "transaction-response",
  note: "x".repeat(2_000),
});

describe("fault proxy", () => {
  let committed: string[];
  let board: Server;
  let proxy: FaultProxy;

  beforeEach(async () => {
    committed = [];
    board = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on("data", (chunk: Buffer) => chunks.push(chunk));
      request.on("end", () => {
        if (request.method === "POST") committed.push(Buffer.concat(chunks).toString());
        response.writeHead(200, { "content-type": "application/fhir+json" });
        response.end(ANSWER);
      });
    });
    await new Promise<void>((resolve) => board.listen(0, "127.0.0.1", resolve));
    const bound = board.address();
    const port = bound !== null && typeof bound === "object" ? bound.port : 0;
    proxy = await startFaultProxy({ target: `http://127.0.0.1:${port}` });
  });
  afterEach(async () => {
    await proxy.stop();
    board.close();
    board.closeAllConnections();
  });

  const post = (body: string) => fetch(`${proxy.url}/fhir`, { method: "POST", body });

  it("lets through what no rule meets, and records it", async () => {
    expect(await (await post("một")).text()).toBe(ANSWER);
    expect(proxy.seen("/fhir", "POST")).toMatchObject([{ body: "một", fault: "none", status: 200 }]);
  });

  it("is down: the board hears nothing", async () => {
    proxy.inject({ kind: "down" });
    await expect(post("một")).rejects.toThrow();
    expect(committed).toEqual([]);
    proxy.heal();
    expect((await post("hai")).status).toBe(200);
  });

  it("loses the answer after the board committed, as often as asked", async () => {
    proxy.inject({ kind: "answer-lost" }, { times: 1, when: ({ method }) => method === "POST" });
    expect((await fetch(`${proxy.url}/fhir/metadata`)).status).toBe(200);
    await expect(post("một")).rejects.toThrow();
    expect(committed).toEqual(["một"]);
    expect((await post("một")).status).toBe(200);
    expect(committed).toEqual(["một", "một"]);
  });

  it("answers 429 and 503 itself, with Retry-After", async () => {
    proxy.inject({ kind: "status", status: 503, retryAfterSeconds: 7 }, { times: 1 });
    const answer = await post("một");
    expect([answer.status, answer.headers.get("retry-after"), committed.length]).toEqual([503, "7", 0]);
    proxy.inject({ kind: "status", status: 429 });
    expect((await post("một")).status).toBe(429);
  });

  it("cuts an answer off in its middle", async () => {
    proxy.inject({ kind: "truncated" }, { times: 1 });
    await expect(post("một").then((answer) => answer.text())).rejects.toThrow();
    expect(committed).toEqual(["một"]);
  });

  it("answers like a captive portal, and late", async () => {
    proxy.inject({ kind: "not-fhir" }, { times: 1 });
    const portal = await post("một");
    expect([portal.status, portal.headers.get("content-type"), committed.length]).toEqual([
      200,
      "text/html; charset=utf-8",
      0,
    ]);
    proxy.inject({ kind: "delayed", milliseconds: 300 });
    const before = performance.now();
    await post("hai");
    expect(performance.now() - before).toBeGreaterThan(280);
  });
});
