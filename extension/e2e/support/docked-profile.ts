import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const GOOD = new URL("../../../examples/his-react/site-profile.json", import.meta.url);

/** The React HIS's profile of a hospital that wants forms docked in the page. */
export const dockedProfile = (): { readonly file: string; remove(): void } => {
  const folder = mkdtempSync(join(tmpdir(), "cadre-care-profile-"));
  const file = join(folder, "docked.json");
  writeFileSync(file, JSON.stringify({ ...JSON.parse(readFileSync(GOOD, "utf8")), panel: "docked" }));
  return { file, remove: () => rmSync(folder, { recursive: true, force: true }) };
};
