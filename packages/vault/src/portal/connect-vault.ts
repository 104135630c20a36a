import { startOwnWorker } from "./own-worker.ts";
import { PortalCareService } from "./portal-care-service.ts";
import type { WorkerLine } from "./portal-link.ts";
import type { PortalOptions } from "./to-worker.ts";

/** Any sign of a user is passed on this often at most. */
const ACTIVITY_MS = 30_000;

export type ConnectOptions = Omit<PortalOptions, "databaseName" | "clientId"> & {
  readonly databaseName?: string;
  readonly clientId?: string;
  /** Starts the worker; without it the one of this package. `shared` false: each tab gets its own. */
  readonly startWorker?: (shared: boolean) => SharedWorker | Worker;
};

const NAME = "cadre-care";

const lineOf = (worker: SharedWorker | Worker): WorkerLine => {
  const onError = (listener: () => void): void => worker.addEventListener("error", listener);
  if (worker instanceof Worker) return { port: worker, onError, end: () => worker.terminate() };
  worker.port.start();
  return { port: worker.port, onError, end: () => worker.port.close() };
};

/**
 * The vault of a portal, for one of its pages (DESIGN 6b): give the answer to `provideCare`, and every element below
 * works as in the extension. All tabs share one vault in a SharedWorker; without one each has a vault of its own on the
 * same database, and they keep in step. Unlocked keys are in the worker's memory and end with the last tab.
 */
export const connectVault = (options: ConnectOptions): PortalCareService => {
  const {
    databaseName = NAME,
    startWorker = (shared: boolean) => startOwnWorker(shared, databaseName),
    clientId = "cadre-care-extension",
    ...rest
  } = options;
  const shared = "SharedWorker" in globalThis;
  const service = new PortalCareService({ ...rest, databaseName, clientId }, () =>
    lineOf(startWorker(shared)),
  );
  let notedAt = 0;
  const note = (): void => {
    const now = performance.now();
    if (notedAt !== 0 && now - notedAt < ACTIVITY_MS) return;
    notedAt = now;
    service.noteActivity();
  };
  for (const sign of ["pointerdown", "keydown"])
    addEventListener(sign, note, { capture: true, passive: true, signal: service.ended });
  return service;
};
