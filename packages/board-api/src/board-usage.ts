import type { ParseArgsConfig } from "node:util";
import { type ExplainedOption, optionLines } from "../../../scripts/command-line/option-lines.ts";

/** What the command line of `npm run board` may have. */
export const BOARD_OPTIONS = {
  port: { type: "string", default: "8787" },
  host: { type: "string" },
  data: { type: "string", default: ".board" },
  seed: { type: "string", default: "1" },
  people: { type: "string", default: "1500" },
  "public-url": { type: "string" },
  "redirect-uri": { type: "string", multiple: true, default: [] },
  "cors-origin": { type: "string", multiple: true, default: [] },
  "site-profile": { type: "string", multiple: true },
  issuer: { type: "string" },
  "requests-per-minute": { type: "string" },
} satisfies ParseArgsConfig["options"];

const EXPLAINED: Readonly<Record<keyof typeof BOARD_OPTIONS, ExplainedOption>> = {
  port: { value: ["SỐ", "N"], vi: "cổng; 8787 nếu không ghi", en: "port; 8787 unless told" },
  host: { value: ["ĐỊA_CHỈ", "ADDRESS"], vi: "địa chỉ nghe; 127.0.0.1", en: "where it listens; 127.0.0.1" },
  data: {
    value: ["THƯ_MỤC", "DIR"],
    vi: "thư mục dữ liệu; .board nếu không ghi. Dùng PostgreSQL thì đặt DATABASE_URL",
    en: "data folder; .board unless told. For PostgreSQL set DATABASE_URL",
  },
  seed: {
    value: ["SỐ", "N"],
    vi: "tỉnh giả lập của một máy chủ còn trống",
    en: "the synthetic province of an empty server",
  },
  people: { value: ["SỐ", "N"], vi: "số người của tỉnh ấy; 1500", en: "how many people it has; 1500" },
  "public-url": {
    value: ["ĐỊA_CHỈ", "URL"],
    vi: "địa chỉ mà máy trạm dùng, khi đứng sau một máy chủ trung gian",
    en: "the address that clients use, behind a proxy",
  },
  "redirect-uri": {
    value: ["ĐỊA_CHỈ", "URL"],
    vi: "nơi đăng nhập được trả về, như lệnh pack in ra; lặp lại được",
    en: "where sign-in may lead back to, as pack prints it; can be repeated",
  },
  "cors-origin": {
    value: ["ĐỊA_CHỈ_GỐC", "ORIGIN"],
    vi: "cổng thông tin được gọi máy chủ; lặp lại được",
    en: "a portal that may call the server; can be repeated",
  },
  "site-profile": {
    value: ["TỆP", "FILE"],
    vi: "hồ sơ trang được phát; của examples/ nếu không ghi; lặp lại được",
    en: "a site profile to serve; those of examples/ unless told; can be repeated",
  },
  issuer: {
    value: ["ĐỊA_CHỈ", "URL"],
    vi: "máy chủ đăng nhập OpenID Connect của tỉnh, thay cho bản đi kèm",
    en: "the province's own OpenID Connect issuer in place of the built-in one",
  },
  "requests-per-minute": {
    value: ["SỐ", "N"],
    vi: "giới hạn cho một địa chỉ; 6000",
    en: "the limit for one address; 6000",
  },
};

/** What `npm run board -- --help` prints. */
export const boardUsage =
  (): string => `Chạy máy chủ mẫu của đơn vị quản lý. Mọi người trong đó là giả lập. Dừng bằng Ctrl+C.

  npm run board -- [tham số]

${optionLines(EXPLAINED, "vi")}

Runs the reference server of a managing unit. All its people are synthetic. Ctrl+C stops it.

  npm run board -- [options]

${optionLines(EXPLAINED, "en")}

packages/board-api/README.md`;
