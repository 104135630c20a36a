import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

export const ROOT = fileURLToPath(new URL("../../", import.meta.url));

export interface ServiceOptions {
  /** For messages: "board". */
  readonly name: string;
  /** TypeScript entry point, from the root of the checkout. */
  readonly entry: string;
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** The line that says that the service answers; its first group is the address. */
  readonly ready: RegExp;
  readonly startMilliseconds?: number;
  readonly onLine?: (line: string) => void;
}

/** A program of ours in its own process, which can be stopped, killed without a good-bye, and started again. */
export interface Service {
  readonly url: string;
  readonly running: boolean;
  /** Starts it again with the same arguments. Does nothing while it runs. */
  start(): Promise<void>;
  /** SIGTERM, and SIGKILL if it does not end. */
  stop(): Promise<void>;
  /** SIGKILL: nothing is flushed. */
  kill(): Promise<void>;
}

const ended = (child: ChildProcess): boolean => child.exitCode !== null || child.signalCode !== null;

const launch = (options: ServiceOptions): Promise<{ child: ChildProcess; url: string }> =>
  new Promise((resolve, reject) => {
    const endWithParent = new URL("./end-with-parent.mjs", import.meta.url).href;
    const child = spawn(
      process.execPath,
      ["--import", "tsx", "--import", endWithParent, options.entry, ...options.args],
      { cwd: ROOT, env: { ...process.env, ...options.env }, stdio: ["ignore", "pipe", "pipe", "ipc"] },
    );
    let output = "";
    let rest = "";
    let isReady = false;
    const fail = (why: string) => {
      clearTimeout(timer);
      child.kill("SIGKILL");
      reject(new Error(`${options.name}: ${why}\n${output.slice(-4_000)}`));
    };
    const timer = setTimeout(
      () => fail("không sẵn sàng kịp · did not become ready"),
      options.startMilliseconds ?? 180_000,
    );
    const read = (chunk: Buffer) => {
      if (!isReady) output += chunk.toString();
      const lines = (rest + chunk.toString()).split("\n");
      rest = lines.pop() ?? "";
      for (const line of lines) {
        options.onLine?.(line);
        const url = options.ready.exec(line)?.[1];
        if (isReady || url === undefined) continue;
        isReady = true;
        clearTimeout(timer);
        resolve({ child, url: url.replace(/\/$/, "") });
      }
    };
    child.stdout?.on("data", read);
    child.stderr?.on("data", read);
    child.once("error", (error) => fail(error.message));
    child.once("exit", (code, signal) => {
      if (!isReady) fail(`dừng khi khởi động · ended while starting (${signal ?? code})`);
    });
  });

/** @throws Error with the service's last words when it ends or stays silent instead of becoming ready */
export const startService = async (options: ServiceOptions): Promise<Service> => {
  let { child, url } = await launch(options);
  const end = async (signal: NodeJS.Signals) => {
    if (ended(child)) return;
    const exit = once(child, "exit");
    child.kill(signal);
    const timer = setTimeout(() => child.kill("SIGKILL"), 15_000);
    await exit;
    clearTimeout(timer);
  };
  return {
    get url() {
      return url;
    },
    get running() {
      return !ended(child);
    },
    async start() {
      if (ended(child)) ({ child, url } = await launch(options));
    },
    stop: () => end("SIGTERM"),
    kill: () => end("SIGKILL"),
  };
};
