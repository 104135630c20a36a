import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { HospitalDay, Population } from "@cadre-care/example-his-common";
import { people as jqgridPeople } from "@cadre-care/example-his-jqgrid/people";
import { people as reactPeople } from "@cadre-care/example-his-react/people";
import type { Page } from "puppeteer-core";
import { freePort } from "../../../scripts/demo/ports.ts";
import { type Demo, type DemoOptions, startDemo } from "../../../scripts/demo/start-demo.ts";
import { type FaultProxy, startFaultProxy } from "../harness/fault-proxy.ts";
import { type BrowserKind, type BrowserSession, launch } from "../harness/index.ts";
import type { Account } from "../harness/sign-in.ts";
import type { HisDriver } from "./his-driver.ts";
import { jqgridDriver } from "./jqgrid-driver.ts";
import { reactDriver } from "./react-driver.ts";
import { seesText, signInFirstTime } from "./receptionist.ts";

/** The board's demo receptionist. */
export const RECEPTIONIST = { login: "letan", password: "letan-mau-2026" } as const;

/** The board's demo officer, who reads what reached it. */
export const OFFICER = { login: "quanly", password: "quanly-mau-2026" } as const;

/** The board's demo doctor. */
export const DOCTOR = { login: "bacsi", password: "bacsi-mau-2026" } as const;

export const DRIVERS: readonly HisDriver[] = [jqgridDriver, reactDriver];

export const dayAt = (driver: HisDriver, population: Population = "day"): HospitalDay =>
  driver.name === "jqgrid" ? jqgridPeople(population) : reactPeople(population);

/** A browser with the site build, a profile folder of its own, and the demo around it. */
export interface Workday {
  readonly demo: Demo;
  readonly session: BrowserSession;
  readonly profileDir: string;
  /** The network between extension and board. It lets everything through until a fault is injected. */
  readonly faults: FaultProxy;
  /** Where sign-in returns to in this browser. */
  readonly redirectUri: string;
  openHis(driver: HisDriver): Promise<Page>;
  /** Starts the browser again on the same profile, after it was killed. */
  relaunch(): Promise<void>;
  end(): Promise<void>;
}

export interface WorkdayOptions {
  readonly csp?: "strict" | "none";
  readonly population?: Population;
  /** Site profiles to pack instead of the demo's own. */
  readonly profiles?: DemoOptions["profiles"];
  /** Further HISs to pack the build for. */
  readonly moreHis?: DemoOptions["moreHis"];
  /** Keys, besides the board's own, whose documents the build takes. */
  readonly boardKeys?: DemoOptions["boardKeys"];
  /** Who works on the machine; the receptionist unless said otherwise. */
  readonly account?: Account;
  /** Environment of the browser, where it is other than this process's. */
  readonly env?: Readonly<Record<string, string>>;
  /** Signed in, secret chosen, roster here. Left out: yes. */
  readonly signedIn?: boolean;
}

/** The count as the finished synchronisation says it; while it runs the popup says "0 / 1.500". */
export const ROSTER_READY = /1[.,]500 người/;

export const startWorkday = async (kind: BrowserKind, options: WorkdayOptions = {}): Promise<Workday> => {
  const boardPort = await freePort();
  const faults = await startFaultProxy({ target: `http://localhost:${boardPort}` });
  const demo = await startDemo({
    csp: options.csp ?? "strict",
    population: options.population ?? "day",
    ports: { board: boardPort },
    boardAddress: faults.url,
    ...(options.profiles ? { profiles: options.profiles } : {}),
    ...(options.moreHis ? { moreHis: options.moreHis } : {}),
    ...(options.boardKeys ? { boardKeys: options.boardKeys } : {}),
  });
  const profileDir = mkdtempSync(join(tmpdir(), `cadre-care-${kind}-`));
  const { env = {} } = options;
  const start = () => launch(kind, { extensionDir: demo.extensionDirs[kind], profileDir, env });
  const end = async (session?: BrowserSession) => {
    await session?.close();
    await demo.stop();
    await faults.stop();
    rmSync(profileDir, { recursive: true, force: true, maxRetries: 5 });
  };
  let session: BrowserSession | undefined;
  try {
    session = await start();
    if (options.signedIn ?? true) {
      const popup = await signInFirstTime(session, demo.boardUrl, options.account ?? RECEPTIONIST);
      await seesText(popup, ROSTER_READY);
      await popup.close();
    }
  } catch (error) {
    await end(session);
    throw error;
  }
  let current = session;
  return {
    demo,
    get session() {
      return current;
    },
    profileDir,
    faults,
    redirectUri: demo.redirectUris.find((uri) => uri.includes("chromiumapp") === (kind === "chromium")) ?? "",
    openHis: async (driver) => {
      const page = await current.open(demo.hisUrls[driver.name]);
      await driver.listReady(page);
      return page;
    },
    relaunch: async () => {
      current = await start();
    },
    end: () => end(current),
  };
};
