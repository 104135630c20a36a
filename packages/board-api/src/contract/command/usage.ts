import { type ExplainedOption, optionLines } from "../../../../../scripts/command-line/option-lines.ts";
import type { CONTRACT_OPTIONS } from "./contract-options.ts";

type Option = keyof typeof CONTRACT_OPTIONS;

const EXPLAINED: Readonly<Record<Option, ExplainedOption>> = {
  board: {
    value: ["ĐỊA_CHỈ", "URL"],
    vi: "máy chủ cần hỏi; https, http chỉ cho chính máy này. Bắt buộc",
    en: "the server to ask; https, http for this machine only. Needed",
  },
  "sign-in": {
    value: ["desk|office", "desk|office"],
    vi: "đăng nhập bằng trình duyệt của máy này: desk là bác sĩ, office là cán bộ quản lý; lặp lại được",
    en: "sign in with a browser of this machine: desk is a doctor, office a board officer; can be repeated",
  },
  port: {
    value: ["SỐ", "N"],
    vi: "cổng trên máy này mà đăng nhập quay về; 8788 nếu không ghi",
    en: "port of this machine to which sign-in comes back; 8788 unless told",
  },
  "redirect-uri": {
    value: ["ĐỊA_CHỈ", "URL"],
    vi: "một địa chỉ trả về mà máy chủ đăng nhập biết, để hỏi về PKCE khi không đăng nhập bằng lệnh này",
    en: "a return address that the sign-in server knows, to ask about PKCE without signing in",
  },
  token: {
    value: ["TỆP", "FILE"],
    vi: "tệp có mã truy cập của bác sĩ, thay cho đăng nhập",
    en: "a file with a doctor's access token, in place of signing in",
  },
  "office-token": {
    value: ["TỆP", "FILE"],
    vi: "tệp có mã truy cập của cán bộ quản lý",
    en: "a file with a board officer's access token",
  },
  person: {
    value: ["MÃ", "ID"],
    vi: "Patient giả lập có sẵn trên máy chủ; lặp lại được. Không có thì lệnh tự tạo và tự xóa",
    en: "a synthetic Patient of the server; can be repeated. Without any the command makes and removes its own",
  },
  "board-keys": {
    value: ["TỆP", "FILE"],
    vi: "khóa công khai của đơn vị, khi máy chủ không có /board-keys",
    en: "the board's public keys, where the server has no /board-keys",
  },
  origin: {
    value: ["ĐỊA_CHỈ_GỐC", "ORIGIN"],
    vi: "cổng thông tin hoặc tiện ích cần tới máy chủ; lặp lại được",
    en: "a portal or extension that has to reach the server; can be repeated",
  },
  burst: {
    value: ["SỐ", "N"],
    vi: "gửi dồn từng ấy yêu cầu để xem máy chủ có nói phải chờ không. Không dùng trong giờ làm việc",
    en: "as many requests at once, to see whether the server says to wait. Not during working hours",
  },
  json: {
    value: ["TỆP", "FILE"],
    vi: "ghi thêm bản báo cáo cho chương trình",
    en: "writes the report for programs too",
  },
  help: { value: undefined, vi: "hiện hướng dẫn này", en: "shows this" },
};

/** What `npm run contract -- --help` prints. */
export const usageText =
  (): string => `Hỏi một máy chủ FHIR R4 xem nó có làm máy chủ của đơn vị quản lý được không. Không ghi gì về người có thật.

  npm run contract -- --board ĐỊA_CHỈ [--sign-in desk] [--sign-in office] [tham số]

${optionLines(EXPLAINED, "vi")}

Mã thoát: 0 giữ được mọi điều, 1 có điều không giữ được, 2 có điều chưa hỏi được, 3 không chạy được.
Xem thêm: docs/board-operator.md

Asks a FHIR R4 server whether it can be the board's. Nothing is written about real people.

  npm run contract -- --board URL [--sign-in desk] [--sign-in office] [options]

${optionLines(EXPLAINED, "en")}

Exit status: 0 everything holds, 1 something does not, 2 something could not be asked, 3 not carried out.
More: docs/board-operator.md`;
