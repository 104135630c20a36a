import { PortalHost, type PortalPlatform } from "./portal-host.ts";
import { type PagePort, PortalPort } from "./portal-port.ts";

/** What a worker's global scope is to us: a SharedWorker's hears of every tab, a dedicated one's is the port itself. */
export interface WorkerScope {
  readonly SharedWorkerGlobalScope?: unknown;
  addEventListener(type: "connect" | "online" | "message", listener: (event: MessageEvent) => void): void;
  postMessage?(message: unknown): void;
}

/** Serves the portal's pages from this worker, whichever kind it is. The lock tells them that it lives. */
export const servePortal = (scope: WorkerScope, platform: PortalPlatform): void => {
  const shared = scope.SharedWorkerGlobalScope !== undefined;
  const lock = `cadre-care/worker/${crypto.randomUUID()}`;
  const held = new Promise<void>((resolve) => {
    void navigator.locks.request(lock, () => {
      resolve();
      return new Promise(() => undefined);
    });
  });
  const ports = new Set<PortalPort>();
  const host = new PortalHost(platform, () => {
    for (const port of ports) port.send({ kind: "stale" });
  });
  scope.addEventListener("online", () => void host.wake());
  const serve = (port: PagePort): void => {
    const served = new PortalPort(port, host, (ended) => ports.delete(ended));
    ports.add(served);
    void held.then(() => served.send({ kind: "alive", lock }));
  };
  if (!shared) {
    serve({
      postMessage: (message) => scope.postMessage?.(message),
      addEventListener: (_type, listener) => scope.addEventListener("message", listener),
    });
    return;
  }
  scope.addEventListener("connect", ({ ports: [port] }) => {
    if (port === undefined) return;
    serve(port);
    port.start();
  });
};
