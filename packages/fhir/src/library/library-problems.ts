import { problemCatalogue } from "@cadre-care/domain";

export const libraryProblems = problemCatalogue({
  "document-unreadable": {
    vi: "Tệp cấu hình của đơn vị quản lý không đọc được; đang dùng bản gần nhất còn tốt. Báo đơn vị quản lý.",
    en: "A configuration document of the managing unit cannot be read; the last good one stays in use. Tell the managing unit.",
  },
  "document-unsigned": {
    vi: "Máy chủ gửi tệp cấu hình không có chữ ký nên bị từ chối; đang dùng bản gần nhất còn tốt. Báo ngay bộ phận CNTT.",
    en: "The server sent a configuration document without a signature. It was refused, and the last good one stays in use. Tell IT at once.",
  },
  "document-key-unknown": {
    vi: "Tệp cấu hình được ký bằng khóa mà bản cài này không biết nên bị từ chối; đang dùng bản gần nhất còn tốt. Báo bộ phận CNTT đối chiếu khóa của đơn vị quản lý, đóng gói lại nếu khóa đã đổi.",
    en: "A configuration document is signed with a key that this build does not know. It was refused, and the last good one stays in use. Ask IT to compare the managing unit's key, and to pack again if it has changed.",
  },
  "document-signature-wrong": {
    vi: "Chữ ký của tệp cấu hình không đúng nên tệp bị từ chối; đang dùng bản gần nhất còn tốt. Báo ngay bộ phận CNTT: nội dung có thể đã bị sửa trên đường truyền.",
    en: "The signature of a configuration document is wrong. It was refused, and the last good one stays in use. Tell IT at once: it may have been changed on its way.",
  },
});
