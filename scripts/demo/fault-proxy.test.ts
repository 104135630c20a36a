import { createServer, type Server } from "node:http";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type FaultProxy, startFaultProxy } from "./fault-proxy.ts";
import { freePort } from "./ports.ts";

describe("startFaultProxy", () => {
  let bodies: string[];
  let server: Server;
  let proxy: FaultProxy;

  beforeEach(async () => {
    bodies = [];
    server = createServer(async (request, response) => {
      let body = "";
      for await (const chunk of request) body += chunk;
      bodies.push(body);
      response.writeHead(201, {
        "content-type": "application/fhir+json",
        "x-host": request.headers.host ?? "",
      });
      response.end(JSON.stringify({ path: request.url }));
    });
    const port = await freePort();
    await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
    proxy = await startFaultProxy(await freePort(), port);
  });
  afterEach(async () => {
    await proxy.stop();
    server.close();
  });

  const post = () => fetch(`${proxy.url}/fhir`, { method: "POST", body: "bundle" });

  it("passes requests and answers on unchanged, under the name that the client used", async () => {
    const answer = await post();
    expect(answer.status).toBe(201);
    expect(answer.headers.get("x-host")).toBe(new URL(proxy.url).host);
    expect(await answer.json()).toEqual({ path: "/fhir" });
    expect(bodies).toEqual(["bundle"]);
  });

  it("breaks the line before the board hears of it", async () => {
    proxy.decide(() => "down");
    await expect(post()).rejects.toThrow();
    expect(bodies).toEqual([]);
  });

  it("lets the board do its work and loses the answer, for the requests that are chosen", async () => {
    proxy.decide(({ method }) => (method === "POST" ? "lose-answer" : "pass"));
    await expect(post()).rejects.toThrow();
    expect(bodies).toEqual(["bundle"]);
    expect(proxy.seen.at(-1)).toEqual({ method: "POST", path: "/fhir", fault: "lose-answer", status: 201 });
    expect((await fetch(proxy.url)).status).toBe(201);
  });

  it("answers as a captive portal does", async () => {
    proxy.decide(() => "captive");
    const answer = await post();
    expect(answer.status).toBe(200);
    expect(answer.headers.get("content-type")).toContain("text/html");
    expect(bodies).toEqual([]);
  });

  it("breaks the line when the board is gone, and passes again when it is back", async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    await expect(post()).rejects.toThrow();
  });
});
