import type { Demo } from "./start-demo.ts";

/** What a person reads when everything runs: addresses, accounts, what to try. Vietnamese first. */
export const introduction = (
  demo: Pick<Demo, "boardUrl" | "hisUrls" | "extensionDirs">,
  browserOpened: boolean,
): string => {
  const load = browserOpened
    ? []
    : [
        "",
        "Chưa mở trình duyệt (không có màn hình, hoặc không có Chromium/Firefox). Nạp tiện ích bằng tay:",
        "No browser was opened (no screen, or no Chromium or Firefox). Load the extension by hand:",
        `  Chromium: chrome://extensions → Load unpacked → ${demo.extensionDirs.chromium}`,
        `  Firefox:  about:debugging → Load Temporary Add-on → ${demo.extensionDirs.firefox}/manifest.json`,
      ];
  return [
    "",
    `  HIS mẫu 1 · demo HIS 1 (jQuery, iframe)   ${demo.hisUrls.jqgrid}`,
    `  HIS mẫu 2 · demo HIS 2 (React)            ${demo.hisUrls.react}`,
    `  Đơn vị quản lý · the board (FHIR R4)      ${demo.boardUrl}/fhir`,
    ...load,
    "",
    "  Ctrl+C: dừng tất cả · stops everything",
  ].join("\n");
};
