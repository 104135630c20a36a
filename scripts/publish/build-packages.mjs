// npm run build:packages: what an IT team installs, in `packages/*/dist`, ready to be packed or published from there.
import { copyFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { buildCdn } from "./build-cdn.mjs";
import { buildDeclarations } from "./build-declarations.mjs";
import { buildModules } from "./build-modules.mjs";
import { buildPortal } from "./build-portal.mjs";
import { buildTypings } from "./build-typings.mjs";
import { publishedManifest } from "./published-manifest.mjs";
import { hasElements, publishedPackages, repository } from "./published-packages.mjs";

for (const published of publishedPackages) {
  const { name, dist } = published;
  rmSync(dist, { recursive: true, force: true });
  if (name === "@cadre-care/portal") await buildPortal(published);
  else await buildModules(published);
  await buildDeclarations(published);
  if (name === "@cadre-care/elements") await buildCdn(published);
  const typings = hasElements(published) ? await buildTypings(published) : undefined;
  const manifest = publishedManifest(published, typings);
  writeFileSync(join(dist, "package.json"), `${JSON.stringify(manifest, null, 2)}\n`);
  copyFileSync(join(repository, "LICENSE"), join(dist, "LICENSE"));
  console.log(`${name} ${manifest.version}: ${published.entries.length} entries`);
}
