import { type ExplainedOption, optionLines } from "../../scripts/command-line/option-lines.ts";
import type { PACK_OPTIONS } from "./site-options.ts";

const EXPLAINED: Readonly<Record<keyof typeof PACK_OPTIONS, ExplainedOption>> = {
  profile: {
    value: ["TỆP", "FILE"],
    vi: "hồ sơ trang site-profile.json; lặp lại được",
    en: "a site profile, site-profile.json; can be repeated",
  },
  board: {
    value: ["ĐỊA_CHỈ", "URL"],
    vi: "máy chủ của đơn vị quản lý; https, http chỉ cho chính máy này",
    en: "the managing unit's server; https, http for this machine only",
  },
  out: {
    value: ["THƯ_MỤC", "DIR"],
    vi: "nơi nhận chromium/, firefox/ và tệp zip của mỗi bản",
    en: "receives chromium/, firefox/ and a zip of each",
  },
  "board-keys": {
    value: ["TỆP", "FILE"],
    vi: "khóa công khai của máy chủ, thay cho hỏi máy chủ",
    en: "the server's public keys, in place of asking the server",
  },
  key: {
    value: ["PEM", "PEM"],
    vi: "khóa của tiện ích; chưa có thì được tạo. Không ghi thì là extension-key.pem trong --out",
    en: "the extension's key; made where there is none. Unless told: extension-key.pem in --out",
  },
  "gecko-id": {
    value: ["MÃ", "ID"],
    vi: "mã tiện ích trên Firefox; không ghi thì theo khóa của tiện ích",
    en: "the extension's id in Firefox; unless told it follows from the extension's key",
  },
  "needs-managed-settings": {
    value: undefined,
    vi: "máy không có thiết lập quản trị thì không chạy",
    en: "does not work on a machine without managed settings",
  },
};

/** What `npm run pack -- --help` prints. */
export const packUsage =
  (): string => `Đóng gói tiện ích của một bệnh viện, hoặc bản soạn hồ sơ trang (--setup).

  npm run pack -- --profile TỆP --board ĐỊA_CHỈ --out THƯ_MỤC [tham số]
  npm run pack -- --setup --out THƯ_MỤC [--key PEM] [--gecko-id MÃ]

${optionLines(EXPLAINED, "vi")}

Xem thêm: docs/bo-phan-cntt.md, mục 3

Packs a hospital's extension, or the setup build that drafts site profiles (--setup).

  npm run pack -- --profile FILE --board URL --out DIR [options]
  npm run pack -- --setup --out DIR [--key PEM] [--gecko-id ID]

${optionLines(EXPLAINED, "en")}

More: docs/it.md, section 3`;

/** What `npm run board:publish -- --help` prints. */
export const publishUsage = (): string => `Gửi một hồ sơ trang lên máy chủ của đơn vị quản lý.

  npm run board:publish -- --profile TỆP --board ĐỊA_CHỈ [--port SỐ] [--replace MÃ_HỒ_SƠ_CŨ]

Publishes a site profile to the managing unit's server.

  npm run board:publish -- --profile FILE --board URL [--port N] [--replace FORMER_ID]

docs/bo-phan-cntt.md, docs/it.md`;
