import type { PinnedId } from "./extension-id.ts";
import type { PackOptions } from "./site-options.ts";

export type BrowserName = "chromium" | "firefox";

/** Match patterns know no ports in Firefox; the origin is compared again in the content script (site-build.ts). */
const matchPattern = (origin: string): string => {
  const { protocol, hostname } = new URL(origin);
  return `${protocol}//${hostname}/*`;
};

const unique = (values: readonly string[]): string[] => [...new Set(values)];

const contentSecurityPolicy = (board: string, origins: readonly string[]): string =>
  [
    "default-src 'none'",
    "script-src 'self' 'wasm-unsafe-eval'",
    "style-src 'self'",
    "font-src 'self'",
    "img-src 'self' data:",
    `connect-src 'self' ${new URL(board).origin}`,
    `frame-ancestors ${unique(origins).join(" ")}`,
    "base-uri 'none'",
    "form-action 'none'",
    "object-src 'none'",
  ].join("; ");

/** The manifest of one browser's site build: hosts, ancestors, accessible pages and ids are fixed here (DESIGN 6). */
export const manifestOf = (
  browser: BrowserName,
  options: PackOptions,
  pinned: PinnedId,
): Record<string, unknown> => {
  const origins = unique(options.profiles.flatMap((profile) => profile.origins));
  const matches = unique(origins.map(matchPattern));
  const icons = { 16: "icons/16.png", 32: "icons/32.png", 48: "icons/48.png", 128: "icons/128.png" };
  const shared = {
    manifest_version: 3,
    name: "__MSG_name__",
    description: "__MSG_description__",
    default_locale: "vi",
    version: options.version,
    icons,
    action: { default_popup: "popup/popup.html", default_title: "__MSG_name__", default_icon: icons },
    options_ui: { page: "options/options.html", open_in_tab: true },
    content_scripts: [
      { matches, js: ["content.js"], all_frames: true, match_about_blank: false, run_at: "document_end" },
    ],
    host_permissions: unique([...matches, matchPattern(options.board)]),
    content_security_policy: { extension_pages: contentSecurityPolicy(options.board, origins) },
    commands: {
      _execute_action: { suggested_key: { default: "Alt+Shift+C" }, description: "__MSG_openPopup__" },
    },
  };
  const docked = options.profiles.some(({ panel }) => panel === "docked");
  const frames = ["frames/marks.html", "frames/banner.html", ...(docked ? ["frames/docked.html"] : [])];
  const permissions = [
    "storage",
    "unlimitedStorage",
    "alarms",
    "scripting",
    "identity",
    "idle",
    "notifications",
  ];
  if (browser === "chromium")
    return {
      ...shared,
      key: pinned.key,
      minimum_chrome_version: "130",
      permissions: [...permissions, "sidePanel"],
      background: { service_worker: "background.js", type: "module" },
      side_panel: { default_path: "panel/panel.html" },
      web_accessible_resources: [{ resources: frames, matches, use_dynamic_url: true }],
    };
  return {
    ...shared,
    permissions,
    background: { scripts: ["background.js"], type: "module" },
    sidebar_action: {
      default_panel: "panel/panel.html",
      default_title: "__MSG_name__",
      open_at_install: false,
    },
    web_accessible_resources: [{ resources: frames, matches }],
    browser_specific_settings: {
      gecko: {
        id: options.geckoId,
        strict_min_version: "142.0",
        data_collection_permissions: { required: ["none"] },
      },
    },
  };
};
