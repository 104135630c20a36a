import { createServer, request as forward, type IncomingMessage, type ServerResponse } from "node:http";

/** What the proxy does to a request. */
export type Fault =
  /** Lets everything through. */
  | { readonly kind: "none" }
  /** Cuts the connection before the board hears of the request. */
  | { readonly kind: "down" }
  /** The board answers, nobody hears it: the request has taken effect. */
  | { readonly kind: "answer-lost" }
  /** An answer of the proxy's own; the board hears nothing. With `issue` it is FHIR: an OperationOutcome of that code. */
  | {
      readonly kind: "status";
      readonly status: number;
      readonly retryAfterSeconds?: number;
      readonly issue?: string;
    }
  /** The board's answer is cut off in the middle of its body. */
  | { readonly kind: "truncated" }
  /** The board's answer comes late. */
  | { readonly kind: "delayed"; readonly milliseconds: number }
  /** The board's answer with its body changed on the way. */
  | { readonly kind: "rewritten"; readonly rewrite: (body: string) => string | Promise<string> }
  /** A page of a captive portal, with status 200. */
  | { readonly kind: "not-fhir" };

export interface SeenRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly fault: Fault["kind"];
  /** Status of the board's answer; undefined while it is awaited, or when the board was not asked. */
  status: number | undefined;
}

export interface FaultProxy {
  /** Base address; the board must be told that this is its public one. */
  readonly url: string;
  readonly traffic: readonly SeenRequest[];
  /** From now on, for requests that `when` accepts (all, when left out), as often as `times` says. */
  inject(fault: Fault, options?: { when?: (request: SeenRequest) => boolean; times?: number }): void;
  /** Ends every injected fault. */
  heal(): void;
  /** Traffic whose path begins with `prefix`, e.g. "/fhir". */
  seen(prefix: string, method?: string): SeenRequest[];
  stop(): Promise<void>;
}

export interface FaultProxyOptions {
  /** Base address of the real board. */
  readonly target: string;
  /** 0 takes a free one. */
  readonly port?: number;
  readonly host?: string;
}

interface Rule {
  readonly fault: Fault;
  readonly when: (request: SeenRequest) => boolean;
  left: number;
}

const bodyOf = async (message: IncomingMessage): Promise<Buffer> => {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
};

const headersOf = (message: IncomingMessage): Record<string, string> =>
  Object.fromEntries(
    Object.entries(message.headers).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(", ") : (value ?? ""),
    ]),
  );

interface BoardAnswer {
  readonly status: number;
  readonly headers: IncomingMessage["headers"];
  readonly body: Buffer;
}

const askBoard = (target: string, incoming: IncomingMessage, body: Buffer): Promise<BoardAnswer> =>
  new Promise((resolve, reject) => {
    const outgoing = forward(
      new URL(incoming.url ?? "/", target),
      { method: incoming.method, headers: incoming.headers },
      (answer) => {
        bodyOf(answer).then(
          (content) => resolve({ status: answer.statusCode ?? 502, headers: answer.headers, body: content }),
          reject,
        );
      },
    );
    outgoing.on("error", reject);
    outgoing.end(body);
  });

const cutOff = (response: ServerResponse, answer: BoardAnswer) => {
  const { "transfer-encoding": _, ...headers } = answer.headers;
  response.writeHead(answer.status, { ...headers, "content-length": String(answer.body.length) });
  response.write(answer.body.subarray(0, Math.floor(answer.body.length / 2)), () => response.destroy());
};

const PORTAL = "<!doctype html><title>Wi-Fi bệnh viện</title><p>Vui lòng đăng nhập mạng.</p>";

/** An HTTP proxy in front of the board that fails in the ways in which networks and servers fail, and records what passes. */
export const startFaultProxy = async (options: FaultProxyOptions): Promise<FaultProxy> => {
  const traffic: SeenRequest[] = [];
  let rules: Rule[] = [];

  const faultFor = (seen: SeenRequest): Fault => {
    const rule = rules.find((candidate) => candidate.left > 0 && candidate.when(seen));
    if (rule === undefined) return { kind: "none" };
    rule.left -= 1;
    return rule.fault;
  };

  const handle = async (incoming: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = await bodyOf(incoming);
    const plain: SeenRequest = {
      method: incoming.method ?? "GET",
      path: incoming.url ?? "/",
      headers: headersOf(incoming),
      body: body.toString("utf8"),
      fault: "none",
      status: undefined,
    };
    const fault = faultFor(plain);
    const seen: SeenRequest = { ...plain, fault: fault.kind };
    traffic.push(seen);
    const allowed = { "access-control-allow-origin": incoming.headers.origin ?? "*" };
    if (fault.kind === "down") return void response.destroy();
    if (fault.kind === "not-fhir") {
      response.writeHead(200, { ...allowed, "content-type": "text/html; charset=utf-8" });
      return void response.end(PORTAL);
    }
    if (fault.kind === "status") {
      const { retryAfterSeconds: retry, issue } = fault;
      response.writeHead(fault.status, {
        ...allowed,
        "content-type": issue === undefined ? "text/plain" : "application/fhir+json",
        ...(retry === undefined ? {} : { "retry-after": String(retry) }),
      });
      const outcome = { resourceType: "OperationOutcome", issue: [{ severity: "error", code: issue }] };
      return void response.end(issue === undefined ? "fault" : JSON.stringify(outcome));
    }
    const answer = await askBoard(options.target, incoming, body);
    seen.status = answer.status;
    if (fault.kind === "answer-lost") return void response.destroy();
    if (fault.kind === "truncated") return cutOff(response, answer);
    if (fault.kind === "rewritten") {
      const { "transfer-encoding": _, "content-length": __, etag: ___, ...headers } = answer.headers;
      response.writeHead(answer.status, headers);
      return void response.end(await fault.rewrite(answer.body.toString("utf8")));
    }
    const send = () => {
      response.writeHead(answer.status, answer.headers);
      response.end(answer.body);
    };
    if (fault.kind === "delayed") setTimeout(send, fault.milliseconds);
    else send();
  };

  const server = createServer((incoming, response) => {
    // A board that cannot be reached looks like a connection that breaks.
    handle(incoming, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(options.port ?? 0, options.host ?? "127.0.0.1", resolve);
  });
  const bound = server.address();
  const port = bound !== null && typeof bound === "object" ? bound.port : 0;
  return {
    url: `http://${options.host ?? "127.0.0.1"}:${port}`,
    traffic,
    inject: (fault, { when = () => true, times = Number.POSITIVE_INFINITY } = {}) => {
      rules = [{ fault, when, left: times }, ...rules];
    },
    heal: () => {
      rules = [];
    },
    seen: (prefix, method) =>
      traffic.filter(
        (request) => request.path.startsWith(prefix) && (method === undefined || request.method === method),
      ),
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};
