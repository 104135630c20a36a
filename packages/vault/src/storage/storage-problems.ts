import type { LocalizedText } from "@cadre-care/domain";

export type StorageProblemCode =
  | "storage-full"
  | "storage-lost"
  | "storage-newer"
  | "storage-blocked"
  | "storage-keys-changed"
  | "storage-unavailable"
  | "storage-failed";

/** What the person at the desk reads when this machine's store fails. */
export const STORAGE_PROBLEMS: Readonly<Record<StorageProblemCode, LocalizedText>> = {
  "storage-full": {
    vi: "Ổ đĩa của máy này đã đầy nên chưa lưu được. Dữ liệu vừa nhập vẫn còn trên màn hình: hãy giải phóng dung lượng rồi lưu lại.",
    en: "This machine's disk is full, so nothing was saved. What you entered is still on the screen: free some space, then save again.",
  },
  "storage-lost": {
    vi: "Mất kết nối với kho dữ liệu trên máy này nên chưa lưu được. Dữ liệu vừa nhập vẫn còn trên màn hình: hãy lưu lại; nếu vẫn lỗi, khởi động lại trình duyệt.",
    en: "The connection to this machine's store was lost, so nothing was saved. What you entered is still on the screen: save again; if it keeps failing, restart the browser.",
  },
  "storage-newer": {
    vi: "Dữ liệu trên máy này do một phiên bản mới hơn tạo ra. Hãy cập nhật phần mềm rồi mở lại; không có dữ liệu nào bị xóa.",
    en: "The data on this machine was written by a newer version. Update the software and open it again; nothing was deleted.",
  },
  "storage-blocked": {
    vi: "Một cửa sổ khác đang giữ kho dữ liệu của phiên bản cũ. Hãy đóng các cửa sổ khác của phần mềm rồi thử lại.",
    en: "Another window still holds the old version's store. Close the other windows of this software and try again.",
  },
  "storage-keys-changed": {
    vi: "Khóa của máy này vừa được đổi. Hãy mở khóa lại để tiếp tục; dữ liệu đã lưu vẫn còn trên máy.",
    en: "This machine's keys were just changed. Unlock again to continue; what was saved is still on this machine.",
  },
  "storage-unavailable": {
    vi: "Trình duyệt không cho phần mềm lưu dữ liệu: cửa sổ ẩn danh, hoặc cài đặt chặn lưu trữ. Hãy mở bằng cửa sổ thường; nếu vẫn lỗi, báo bộ phận CNTT.",
    en: "The browser does not let this software keep data: a private window, or a setting that blocks storage. Use an ordinary window; if it still fails, tell IT.",
  },
  "storage-failed": {
    vi: "Kho dữ liệu trên máy này báo lỗi nên chưa lưu được. Hãy thử lại; nếu vẫn lỗi, khởi động lại trình duyệt và báo bộ phận CNTT.",
    en: "This machine's store reported a failure, so nothing was saved. Try again; if it keeps failing, restart the browser and tell IT.",
  },
};
