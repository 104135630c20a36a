import { openShadowRootsWith, watchPage } from "@cadre-care/his/page";
import { Audit } from "./audit.ts";
import type { ReaderConfig } from "./audit-report.ts";
import { openShadow } from "./deep-query.ts";

/** The content script of the test extension: the reader as it runs in the product, with the audit in the place of marks. */
declare global {
  var cadreReaderConfig: ReaderConfig;
  var cadreAudit: Audit;
}

openShadowRootsWith(openShadow);
globalThis.cadreAudit = new Audit(cadreReaderConfig.audit);
watchPage({
  document,
  profile: cadreReaderConfig.profile,
  observer: globalThis.cadreAudit,
  signal: new AbortController().signal,
});
