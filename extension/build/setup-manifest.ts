import type { PinnedId } from "./extension-id.ts";
import type { BrowserName } from "./manifest.ts";
import type { SetupOptions } from "./setup-options.ts";

/** Any HIS: it is asked for one origin at a time, at a click. */
const ANY = ["http://*/*", "https://*/*"];

const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self' data:",
  "frame-ancestors http: https:",
  "base-uri 'none'",
  "form-action 'none'",
  "object-src 'none'",
].join("; ");

/**
 * The manifest of one browser's setup build (DESIGN 6, two builds): an id of its own, no content script, no host of its
 * own, nothing of the board, and no network.
 */
export const setupManifestOf = (
  browser: BrowserName,
  options: SetupOptions,
  pinned: PinnedId,
): Record<string, unknown> => {
  const icons = { 16: "icons/16.png", 32: "icons/32.png", 48: "icons/48.png", 128: "icons/128.png" };
  const wizard = "setup/wizard/wizard.html";
  const overlay = "setup/overlay/overlay.html";
  const shared = {
    manifest_version: 3,
    name: "__MSG_setupName__",
    description: "__MSG_setupDescription__",
    default_locale: "vi",
    version: options.version,
    icons,
    action: { default_title: "__MSG_setupOpen__", default_icon: icons },
    optional_host_permissions: ANY,
    content_security_policy: { extension_pages: CONTENT_SECURITY_POLICY },
  };
  const permissions = ["activeTab", "scripting", "storage"];
  if (browser === "chromium")
    return {
      ...shared,
      key: pinned.key,
      minimum_chrome_version: "130",
      permissions: [...permissions, "sidePanel"],
      background: { service_worker: "setup-background.js", type: "module" },
      side_panel: { default_path: wizard },
      web_accessible_resources: [{ resources: [overlay], matches: ANY, use_dynamic_url: true }],
    };
  return {
    ...shared,
    permissions,
    background: { scripts: ["setup-background.js"], type: "module" },
    sidebar_action: { default_panel: wizard, default_title: "__MSG_setupName__", open_at_install: false },
    web_accessible_resources: [{ resources: [overlay], matches: ANY }],
    browser_specific_settings: {
      gecko: {
        id: options.geckoId,
        strict_min_version: "142.0",
        data_collection_permissions: { required: ["none"] },
      },
    },
  };
};
