import type { BoardService } from "../demo/board-service.ts";

/** What a person reads when the portal runs: address, accounts, what to try. Vietnamese first. */
export const introduction = (portal: string, board: Pick<BoardService, "url" | "accounts">): string =>
  [
    "",
    `  Cổng khám bệnh · the portal            ${portal}`,
    `  Đơn vị quản lý · the board (FHIR R4)   ${board.url}/fhir`,
    "",
    "  Tài khoản mẫu · demo accounts",
    ...board.accounts
      .filter(({ role }) => role === "receptionist" || role === "doctor")
      .map(({ login, password, desk }) => `    ${login.padEnd(12)} ${password.padEnd(18)} ${desk}`),
    "",
    "  Nên thử",
    "    1. Đăng nhập bằng letan ở cột bên phải, đặt mã mở khóa. Mở một người bệnh: dải thông báo nói thuộc diện hay không; bấm tiếp nhận.",
    "    2. Đổi người dùng, đăng nhập bằng bacsi: mở Khám sức khỏe, rồi Chuyển tuyến.",
    "  What to try",
    "    1. Sign in as letan in the right-hand column, choose a code. Open a patient: the banner says whether managed; check in.",
    "    2. Switch user, sign in as bacsi: open the exam (Khám sức khỏe), then the referral (Chuyển tuyến).",
    "",
    "  Ctrl+C: dừng tất cả · stops everything",
  ].join("\n");
