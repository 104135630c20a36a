import type { BrowserKind } from "../harness/index.ts";

const ALL: readonly BrowserKind[] = ["chromium", "firefox"];

/** The browsers that this run tests in: both, unless `CADRE_BROWSERS` names one (`npm run test:extension -- --browser`). */
export const browsersUnderTest = (): readonly BrowserKind[] => {
  const named = process.env.CADRE_BROWSERS?.split(",") ?? [];
  const wanted = ALL.filter((kind) => named.includes(kind));
  return wanted.length === 0 ? ALL : wanted;
};
