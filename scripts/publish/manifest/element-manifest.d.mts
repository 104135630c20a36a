import type { PublishedPackage } from "../published-packages.mjs";

/** A custom elements manifest, schema 1.0.0. */
export function elementManifest(
  published: Pick<PublishedPackage, "directory" | "files">,
): Promise<{ readonly schemaVersion: string; readonly modules: readonly unknown[] }>;
