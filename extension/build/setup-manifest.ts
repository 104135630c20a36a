import type { PinnedId } from "./extension-id.ts";
import type { SetupOptions } from "./setup-options.ts";
import { type BrowserName, contentSecurityPolicy, sharedManifest } from "./shared-manifest.ts";

/** Any HIS: it is asked for one origin at a time, at a click. */
const ANY = ["http://*/*", "https://*/*"];

/**
 * The manifest of one browser's setup build (DESIGN 6, two builds): an id of its own, no content script, no host of its
 * own, nothing of the board, and no network.
 */
export const setupManifestOf = (
  browser: BrowserName,
  options: SetupOptions,
  pinned: PinnedId,
): Record<string, unknown> =>
  sharedManifest(
    browser,
    {
      name: "__MSG_setupName__",
      description: "__MSG_setupDescription__",
      version: options.version,
      geckoId: options.geckoId,
      action: { default_title: "__MSG_setupOpen__" },
      own: {
        optional_host_permissions: ANY,
        content_security_policy: {
          extension_pages: contentSecurityPolicy({ scripts: "'self'", ancestors: "http: https:" }),
        },
      },
      permissions: ["activeTab", "scripting", "storage"],
      background: "setup-background.js",
      panel: "setup/wizard/wizard.html",
      accessible: { resources: ["setup/overlay/overlay.html"], matches: ANY },
    },
    pinned,
  );
