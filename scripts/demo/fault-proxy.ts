import {
  type ClientRequest,
  createServer,
  type IncomingMessage,
  request,
  type ServerResponse,
} from "node:http";

/**
 * What happens to a request on its way to the board. `pass`: nothing. `down`: the connection breaks before the board hears of it.
 * `lose-answer`: the board does its work, and the connection breaks before the answer. `captive`: a captive portal answers
 * with a page of its own and status 200.
 */
export type Fault = "pass" | "down" | "lose-answer" | "captive";

export interface SeenRequest {
  readonly method: string;
  readonly path: string;
  readonly fault: Fault;
  /** Status that the board gave, also when the client never got it. */
  readonly status?: number;
}

/** A network between the extension and the board that fails on demand. */
export interface FaultProxy {
  readonly url: string;
  /** All that went through, in order. */
  readonly seen: readonly SeenRequest[];
  /** Decides for every request from now on. */
  decide(rule: (asked: { readonly method: string; readonly path: string }) => Fault): void;
  stop(): Promise<void>;
}

const PORTAL = "<!doctype html><title>Wi-Fi</title><h1>Chào mừng đến với Wi-Fi bệnh viện</h1>";

/** @param target port of the board on this machine; @throws Error when `port` is taken */
export const startFaultProxy = async (port: number, target: number): Promise<FaultProxy> => {
  const seen: SeenRequest[] = [];
  let decide: Parameters<FaultProxy["decide"]>[0] = () => "pass";

  const forward = (
    from: IncomingMessage,
    to: ServerResponse,
    fault: Fault,
    asked: { method: string; path: string },
  ) => {
    const onward: ClientRequest = request(
      { host: "127.0.0.1", port: target, method: from.method, path: from.url, headers: from.headers },
      (answer) => {
        const status = answer.statusCode ?? 502;
        seen.push({ ...asked, fault, status });
        if (fault === "lose-answer") {
          // Read to its end: the board has done its work when the client sees the line break.
          answer.resume().on("end", () => to.destroy());
          return;
        }
        to.writeHead(status, answer.headers);
        answer.pipe(to);
      },
    );
    onward.on("error", () => to.destroy());
    from.pipe(onward);
  };

  const server = createServer((from, to) => {
    const asked = { method: from.method ?? "GET", path: from.url ?? "/" };
    const fault = decide(asked);
    if (fault === "pass" || fault === "lose-answer") return forward(from, to, fault, asked);
    seen.push({ ...asked, fault });
    if (fault === "down") return from.socket.destroy();
    return to.writeHead(200, { "content-type": "text/html; charset=utf-8" }).end(PORTAL);
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  return {
    url: `http://localhost:${port}`,
    seen,
    decide: (rule) => {
      decide = rule;
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};
