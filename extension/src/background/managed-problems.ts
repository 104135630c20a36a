import type { Problem } from "@cadre-care/domain";

/** What every one of them ends with: users can do nothing but pass it on, and nothing is lost meanwhile. */
const TELL_IT = {
  vi: "Không ai được đánh dấu và không có gì được gửi cho đến khi sửa xong; dữ liệu đã nhập vẫn còn trên máy. Báo bộ phận CNTT.",
  en: "Nobody is marked and nothing is sent until this is put right; what was entered stays on this machine. Tell the IT department.",
};

const problem = (code: string, vi: string, en: string): Problem => ({
  code,
  message: { vi: `${vi} ${TELL_IT.vi}`, en: `${en} ${TELL_IT.en}` },
});

/** Why a machine's managed settings keep the extension shut; for users, and with what IT has to do (docs/it.md, 4). */
export const managedProblems = {
  unreadable: (): Problem =>
    problem(
      "managed-unreadable",
      "Trình duyệt không đưa được thiết lập quản trị của máy cho tiện ích. Dành cho CNTT: khởi động lại trình duyệt, rồi xem chrome://policy hoặc about:policies.",
      "The browser could not hand over this machine's managed settings. For IT: start the browser again, then look at chrome://policy or about:policies.",
    ),
  missing: (): Problem =>
    problem(
      "managed-missing",
      "Bản cài này chỉ chạy khi máy có thiết lập quản trị, mà trình duyệt không đưa mục nào. Dành cho CNTT: đặt mục «settings» (một chuỗi JSON) cho mã tiện ích này, rồi xem chrome://policy hoặc about:policies.",
      "This build works with managed settings only, and the browser handed over none. For IT: set “settings” (a text of JSON) for this extension's id, then look at chrome://policy or about:policies.",
    ),
  /** `place`: the key, such as `settings.idleLockMinutes`. */
  malformed: (place: string): Problem =>
    problem(
      "managed-malformed",
      `Thiết lập quản trị của máy không dùng được ở mục «${place}». Dành cho CNTT: sửa giá trị theo docs/it.md mục 4; «settings» là một chuỗi chứa JSON.`,
      `This machine's managed settings are not usable at “${place}”. For IT: correct the value as docs/it.md, 4, says; “settings” is one text that holds JSON.`,
    ),
  unknownKey: (key: string): Problem =>
    problem(
      "managed-unknown-key",
      `Thiết lập quản trị của máy có mục «${key}» mà bản cài này không biết. Dành cho CNTT: kiểm tra chính tả, hoặc cài bản mới hơn trước khi dùng mục này.`,
      `This machine's managed settings have “${key}”, which this build does not know. For IT: check how it is spelt, or roll out a newer build before it is used.`,
    ),
  otherBoard: (managed: string, packed: string): Problem =>
    problem(
      "managed-other-board",
      `Máy này được giao cho máy chủ ${managed}, nhưng bản cài được đóng gói cho ${packed}: có thể cài nhầm bản của nơi khác. Dành cho CNTT: cài đúng bản, hoặc sửa «boardAddress».`,
      `This machine is meant for the board ${managed}, and this build was packed for ${packed}: it may be another hospital's. For IT: install the right build, or correct “boardAddress”.`,
    ),
  otherSite: (managed: string, packed: string): Problem =>
    problem(
      "managed-other-site",
      `Máy này được giao cho cơ sở «${managed}», nhưng bản cài được đóng gói cho «${packed}»: có thể cài nhầm bản của nơi khác. Dành cho CNTT: cài đúng bản, hoặc sửa «site».`,
      `This machine is meant for the site “${managed}”, and this build was packed for “${packed}”: it may be another hospital's. For IT: install the right build, or correct “site”.`,
    ),
  unknownProfile: (id: string, packed: readonly string[]): Problem =>
    problem(
      "managed-unknown-profile",
      `Thiết lập quản trị của máy tắt hồ sơ trang «${id}», mà bản cài này không có (chỉ có: ${packed.join(", ")}). Dành cho CNTT: sửa «siteProfilesOff».`,
      `This machine's managed settings switch off the site profile “${id}”, which this build has not (it has: ${packed.join(", ")}). For IT: correct “siteProfilesOff”.`,
    ),
};
