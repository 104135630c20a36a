import { problemCatalogue } from "@cadre-care/domain";

export const syncProblems = problemCatalogue({
  "roster-cut-off": {
    vi: "Danh sách tải về bị ngắt giữa chừng; phần đã tải vẫn dùng được và lần sau sẽ tải tiếp từ chỗ dừng.",
    en: "The roster was cut off on its way; what arrived is in use, and the next synchronisation goes on from there.",
  },
  "roster-entries-unreadable": {
    vi: "Một số hồ sơ trong danh sách không đọc được nên chưa được đánh dấu. Báo đơn vị quản lý kiểm tra lại dữ liệu.",
    en: "Some records of the roster cannot be read and are not marked. Ask the managing unit to check its data.",
  },
  "roster-shrank": {
    vi: "Máy chủ báo danh sách giảm quá nửa nên bản trên máy được giữ nguyên. Báo đơn vị quản lý xác nhận.",
    en: "The board reports less than half of the roster, so this machine keeps its copy. Ask the managing unit to confirm.",
  },
  "document-older": {
    vi: "Máy chủ gửi lại tệp cấu hình cũ hơn bản đang dùng nên bị từ chối. Báo ngay bộ phận CNTT: máy chủ có thể đã được khôi phục từ bản sao cũ, hoặc có kẻ phát lại.",
    en: "The server sent a configuration document older than the one in use. It was refused. Tell IT at once: the server may have been restored from an old copy, or somebody replays.",
  },
  "policy-missing": {
    vi: "Máy chủ chưa có cấu hình của đơn vị quản lý; đang dùng bản gần nhất còn tốt nếu có. Báo đơn vị quản lý.",
    en: "The board has no policy of the managing unit; the last good one stays in use, if there is one. Tell the managing unit.",
  },
});
