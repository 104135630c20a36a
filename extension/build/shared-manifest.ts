import type { PinnedId } from "./extension-id.ts";

export type BrowserName = "chromium" | "firefox";

/** Where one build differs from the other. */
export interface ManifestInput {
  readonly name: string;
  readonly description: string;
  readonly version: string;
  /** Firefox id. */
  readonly geckoId: string;
  readonly action: Readonly<Record<string, string>>;
  /** Keys that this build alone has. */
  readonly own: Readonly<Record<string, unknown>>;
  readonly permissions: readonly string[];
  readonly background: string;
  /** Chromium's side panel and Firefox's sidebar. */
  readonly panel: string;
  /** File of the schema of managed settings. Chromium alone reads one. */
  readonly managedSchema?: string;
  /** Pages that may be framed, and by which pages. */
  readonly accessible: { readonly resources: readonly string[]; readonly matches: readonly string[] };
}

const ICONS = { 16: "icons/16.png", 32: "icons/32.png", 48: "icons/48.png", 128: "icons/128.png" };

/** `connect`: where a build may send anything; left out, nowhere. `ancestors`: pages that may frame ours. */
export const contentSecurityPolicy = (own: {
  readonly scripts: string;
  readonly connect?: string;
  readonly ancestors: string;
}): string =>
  [
    "default-src 'none'",
    `script-src ${own.scripts}`,
    "style-src 'self'",
    "font-src 'self'",
    "img-src 'self' data:",
    ...(own.connect === undefined ? [] : [`connect-src ${own.connect}`]),
    `frame-ancestors ${own.ancestors}`,
    "base-uri 'none'",
    "form-action 'none'",
    "object-src 'none'",
  ].join("; ");

/** A manifest of one browser, with all that does not depend on which of the two builds it is (DESIGN 6). */
export const sharedManifest = (
  browser: BrowserName,
  input: ManifestInput,
  pinned: PinnedId,
): Record<string, unknown> => {
  const { name, permissions, background, panel, accessible, managedSchema } = input;
  const shared = {
    manifest_version: 3,
    name,
    description: input.description,
    default_locale: "vi",
    version: input.version,
    icons: ICONS,
    action: { ...input.action, default_icon: ICONS },
    ...input.own,
  };
  if (browser === "chromium")
    return {
      ...shared,
      key: pinned.key,
      minimum_chrome_version: "130",
      permissions: [...permissions, "sidePanel"],
      background: { service_worker: background, type: "module" },
      side_panel: { default_path: panel },
      ...(managedSchema === undefined ? {} : { storage: { managed_schema: managedSchema } }),
      web_accessible_resources: [{ ...accessible, use_dynamic_url: true }],
    };
  return {
    ...shared,
    permissions,
    background: { scripts: [background], type: "module" },
    sidebar_action: { default_panel: panel, default_title: name, open_at_install: false },
    web_accessible_resources: [accessible],
    browser_specific_settings: {
      gecko: {
        id: input.geckoId,
        strict_min_version: "142.0",
        data_collection_permissions: { required: ["none"] },
      },
    },
  };
};
