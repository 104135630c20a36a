import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "../../../scripts/demo/ports.ts";
import { type Demo, startDemo } from "../../../scripts/demo/start-demo.ts";
import {
  type BrowserKind,
  type BrowserSession,
  type FaultProxy,
  launch,
  startFaultProxy,
} from "../harness/index.ts";
import { startRollCallHis } from "./roll-call-his.ts";

/** The surroundings of one drill: board in its own process, proxy, HIS, packed extension, a browser's profile. */
export interface Ground {
  readonly demo: Demo;
  readonly proxy: FaultProxy;
  /** Address of the roll call's list. */
  readonly list: string;
  readonly profileDir: string;
  readonly launch: () => Promise<BrowserSession>;
  end(): Promise<void>;
}

export const prepareGround = async (kind: BrowserKind): Promise<Ground> => {
  const his = await startRollCallHis();
  const boardPort = await freePort();
  const proxy = await startFaultProxy({ target: `http://localhost:${boardPort}` });
  const profileDir = mkdtempSync(join(tmpdir(), `cadre-care-drill-${kind}-`));
  const clear = async () => {
    await proxy.stop();
    await his.stop();
    rmSync(profileDir, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    const demo = await startDemo({
      ports: { board: boardPort },
      boardAddress: proxy.url,
      moreHis: [{ file: "extension/e2e/faults/site-profile.json", origin: his.url }],
    });
    return {
      demo,
      proxy,
      list: `${his.url}/danh-sach`,
      profileDir,
      launch: () => launch(kind, { extensionDir: demo.extensionDirs[kind], profileDir }),
      end: async () => {
        await demo.stop();
        await clear();
      },
    };
  } catch (error) {
    await clear();
    throw error;
  }
};
