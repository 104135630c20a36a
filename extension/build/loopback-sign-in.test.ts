import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { returnAddress, signInHere } from "./loopback-sign-in.ts";
import { PackError } from "./pack-error.ts";

const isAddress = (address: string | AddressInfo | null): address is AddressInfo =>
  typeof address === "object" && address !== null;

/** A board that says where to sign in, and lets nobody in. */
const discovery = createServer((request, response) => {
  const base = `http://${request.headers.host}`;
  response.end(
    JSON.stringify({
      issuer: base,
      authorization_endpoint: `${base}/auth`,
      token_endpoint: `${base}/token`,
    }),
  );
});
const portOf = (): number => {
  const address = discovery.address();
  return isAddress(address) ? address.port : 0;
};
beforeEach(() => new Promise<void>((resolve) => void discovery.listen(0, "127.0.0.1", resolve)));
afterEach(() => new Promise<void>((resolve) => void discovery.close(() => resolve())));

const free = async (): Promise<number> => {
  const server = createServer();
  await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  await new Promise<void>((resolve) => void server.close(() => resolve()));
  return isAddress(address) ? address.port : 0;
};
const refusal = async (port: number, show: (address: string) => void, patience?: number): Promise<string> => {
  const board = `http://127.0.0.1:${portOf()}`;
  const asked = signInHere({ board, port, show, ...(patience === undefined ? {} : { patience }) });
  const error: unknown = await asked.catch((reason: unknown) => reason);
  return error instanceof PackError ? error.message : "";
};

it("says which return address the board must know when nobody comes back", async () => {
  const port = await free();
  const shown: string[] = [];
  const said = await refusal(port, (address) => void shown.push(address), 1);
  expect(said).toContain(`--redirect-uri`);
  expect(said).toContain(returnAddress(port));
  expect(new URL(shown[0] ?? "").searchParams.get("redirect_uri")).toBe(returnAddress(port));
});

it("hears the answer to its own question alone: another sign-in's, loaded again, ends nothing", async () => {
  const port = await free();
  const statuses: number[] = [];
  const said = await refusal(port, (shown) => {
    void (async () => {
      const state = new URL(shown).searchParams.get("state") ?? "";
      for (const address of [
        `http://127.0.0.1:${port}/?state=${state}`,
        `${returnAddress(port)}?code=x&state=strange`,
        `${returnAddress(port)}?code=x`,
        `${returnAddress(port)}?error=access_denied&state=${state}`,
      ])
        statuses.push((await fetch(address)).status);
    })();
  });
  expect(said).not.toBe("");
  await vi.waitFor(() => expect(statuses).toEqual([404, 404, 404, 200]));
});

it("says that its port is taken", async () => {
  expect(await refusal(portOf(), () => undefined)).toContain("--port");
});
