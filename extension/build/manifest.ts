import { matchPattern } from "../src/match-pattern.ts";
import type { PinnedId } from "./extension-id.ts";
import { MANAGED_SCHEMA_FILE } from "./managed-schema.ts";
import { type BrowserName, contentSecurityPolicy, sharedManifest } from "./shared-manifest.ts";
import type { PackOptions } from "./site-options.ts";

const unique = (values: readonly string[]): string[] => [...new Set(values)];

/** The manifest of one browser's site build: hosts, ancestors, accessible pages and ids are fixed here (DESIGN 6). */
export const manifestOf = (
  browser: BrowserName,
  options: PackOptions & { readonly geckoId: string },
  pinned: PinnedId,
): Record<string, unknown> => {
  const origins = unique(options.profiles.flatMap((profile) => profile.origins));
  const matches = unique(origins.map(matchPattern));
  const docked = options.profiles.some(({ panel }) => panel === "docked");
  const extensionPages = contentSecurityPolicy({
    scripts: "'self' 'wasm-unsafe-eval'",
    connect: `'self' ${new URL(options.board).origin}`,
    ancestors: origins.join(" "),
  });
  return sharedManifest(
    browser,
    {
      name: "__MSG_name__",
      description: "__MSG_description__",
      version: options.version,
      geckoId: options.geckoId,
      action: { default_popup: "popup/popup.html", default_title: "__MSG_name__" },
      own: {
        options_ui: { page: "options/options.html", open_in_tab: true },
        // Match patterns name no ports: the origin is compared again in the content script (site-build.ts).
        content_scripts: [
          { matches, js: ["content.js"], all_frames: true, match_about_blank: false, run_at: "document_end" },
        ],
        host_permissions: unique([...matches, matchPattern(options.board)]),
        content_security_policy: { extension_pages: extensionPages },
        commands: {
          _execute_action: { suggested_key: { default: "Alt+Shift+C" }, description: "__MSG_openPopup__" },
        },
      },
      permissions: [
        "storage",
        "unlimitedStorage",
        "alarms",
        "scripting",
        "identity",
        "idle",
        "notifications",
      ],
      background: "background.js",
      panel: "panel/panel.html",
      managedSchema: MANAGED_SCHEMA_FILE,
      accessible: {
        resources: ["frames/marks.html", "frames/banner.html", ...(docked ? ["frames/docked.html"] : [])],
        matches,
      },
    },
    pinned,
  );
};
