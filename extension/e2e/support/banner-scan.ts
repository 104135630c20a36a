import type { Page } from "puppeteer-core";
import { type BrowserSession, eventually } from "../harness/browser-session.ts";
import { clickBanner } from "./panel.ts";

/** What the banner's scan mode says and has, in the lane that is on screen. */
export interface ScanLine {
  /** In words, buttons by their names; empty while the strip of the page's patient stands there. */
  readonly said: string;
  readonly typed: string;
  /** What is typed now goes into its field. */
  readonly focused: boolean;
}

/** Sent to the browser as text. */
const lookAtLine = (): string => {
  const lane = [...document.querySelectorAll<HTMLElement>(".lane")].find((candidate) => !candidate.inert);
  const strip = lane?.querySelector("scan-strip")?.shadowRoot;
  const scan = strip?.querySelector("cadre-scan-input");
  const field = scan?.shadowRoot?.querySelector("input");
  const answer = strip?.querySelector("cadre-scan-answer")?.shadowRoot?.querySelector("[part=line]");
  const words = [...(scan?.shadowRoot?.querySelectorAll("label, p") ?? [])].filter(
    (one) => !one.classList.contains("unseen"),
  );
  const problem = scan?.shadowRoot?.querySelector(".wrong");
  return JSON.stringify({
    said: [...words, problem ? null : answer]
      .map((one) => one?.textContent ?? "")
      .join(" ")
      .replace(/\s+/g, " ")
      .trim(),
    typed: field?.value ?? "",
    focused: document.hasFocus() && field !== undefined && scan?.shadowRoot?.activeElement === field,
  });
};

export const scanLine = async (session: BrowserSession, page: Page): Promise<ScanLine> => {
  const frame = await session.extensionFrame(page, "banner");
  return JSON.parse(await session.askFrame(frame, lookAtLine));
};

export const scanLineSays = (session: BrowserSession, page: Page, wanted: RegExp): Promise<ScanLine> =>
  eventually(
    `${wanted} in the scan line`,
    async () => {
      const line = await scanLine(session, page);
      return wanted.test(line.said) ? line : undefined;
    },
    30_000,
  ).catch(async (cause) => {
    throw new Error(`the scan line says ${JSON.stringify(await scanLine(session, page))}`, { cause });
  });

/** Puts the cursor back into the field with a real mouse. */
export const clickScanField = async (session: BrowserSession, page: Page): Promise<void> => {
  const frame = await session.extensionFrame(page, "banner");
  const field = await frame.waitForSelector(">>> cadre-scan-input >>> input", { visible: true });
  await field?.click();
  await eventually("the scan field has the focus", async () => (await scanLine(session, page)).focused);
};

/** Clicks "Quét" with a real mouse and waits until what is typed goes into the field. */
export const beginScan = async (session: BrowserSession, page: Page): Promise<void> => {
  await clickBanner(session, page, "scan");
  await eventually("the scan field has the focus", async () => (await scanLine(session, page)).focused);
};
