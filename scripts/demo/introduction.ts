import type { Demo } from "./start-demo.ts";

/** What a person reads when everything runs: addresses, accounts, what to try. Vietnamese first. */
export const introduction = (
  demo: Pick<Demo, "boardUrl" | "hisUrls" | "extensionDirs"> & {
    readonly board: Pick<Demo["board"], "accounts">;
  },
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
    "  Tài khoản mẫu · demo accounts",
    ...demo.board.accounts.map(
      ({ login, password, role, desk }) =>
        `    ${login.padEnd(18)} ${password.padEnd(18)} ${role.padEnd(14)} ${desk}`,
    ),
    "",
    "  Nên thử",
    "    1. Bấm biểu tượng Cadre Care, đăng nhập bằng tài khoản letan, đặt mã mở khóa cho máy này.",
    "    2. Ở HIS mẫu 1, xem dải dấu bên danh sách: dòng nào thuộc diện quản lý, quy trình nào.",
    "    3. Mở một người bệnh có dấu: đọc dải thông báo, mở chi tiết, bấm tiếp nhận.",
    "    4. Mở một ca cấp cứu: chỉ còn dòng “Ưu tiên cấp cứu trước”.",
    "    5. Gõ b rồi Enter ở cửa sổ lệnh này để tắt máy chủ, tiếp nhận một người: đã lưu, nằm chờ; gõ b lần nữa, tự gửi.",
    "    6. HIS mẫu 2 là bệnh viện khác: đăng nhập bằng letan3.",
    "    7. Đăng ký máy: Cài đặt → Đăng ký máy này, tài khoản cntt. Quên mã: bấm Quên mã, tài khoản letan. Mã xác thực lấy bằng",
    "       npx tsx packages/board-api/src/demo/print-code.ts TÀI_KHOẢN",
    "    8. Phiếu khám: bấm Đổi người dùng, đăng nhập bằng bacsi, mở một người bệnh có dấu, mở bảng chăm sóc, mục Biểu mẫu.",
    "  What to try",
    "    1. Press the Cadre Care icon, sign in as letan, choose an unlock code for this machine.",
    "    2. In demo HIS 1 look at the strip beside the list: which rows are managed, which process applies.",
    "    3. Open a marked patient: read the banner, open the details, check the person in.",
    "    4. Open an emergency: nothing but “emergencies first” is left.",
    "    5. Type b and Enter here to take the board away, check somebody in: saved, waiting; b again, and it is sent.",
    "    6. Demo HIS 2 is another hospital: sign in as letan3.",
    "    7. Enrol the machine: Settings → Enrol this machine, as cntt. Forgot the code: press it, as letan. The code of the second",
    "       factor: npx tsx packages/board-api/src/demo/print-code.ts LOGIN",
    "    8. The exam: press Switch user, sign in as bacsi, open a marked patient, then Forms in the care panel.",
    "",
    "  Ctrl+C: dừng tất cả · stops everything",
  ].join("\n");
};
