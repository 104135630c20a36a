import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const GOOD = new URL("../../../examples/his-react/site-profile.json", import.meta.url);

/** The React HIS's profile as it is after an update of the HIS, and a slip of the pen: neither page is recognised. */
export const brokenProfile = (): { readonly file: string; remove(): void } => {
  const profile = JSON.parse(readFileSync(GOOD, "utf8"));
  for (const page of profile.pages)
    page.recognise =
      page.kind === "list" ? [{ selector: ".grid-scroller[" }] : [{ selector: ".patient-head-v2" }];
  const folder = mkdtempSync(join(tmpdir(), "cadre-care-profile-"));
  const file = join(folder, "broken.json");
  writeFileSync(file, JSON.stringify(profile));
  return { file, remove: () => rmSync(folder, { recursive: true, force: true }) };
};
