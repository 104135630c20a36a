import { vietnameseFirst } from "../language/catalogue.ts";

const vi = {
  contents: "Nội dung đã ghi",
  nothingToShow: "Mục này không có nội dung để hiện.",
  resend: "Gửi lại",
  correct: "Sửa rồi gửi lại",
  choose: "Chọn một trong hai bản",
  handOver: "Chuyển đơn vị quản lý",
  working: "Đang lưu…",
  cancel: "Quay lại",
  correctTitle: "Sửa nội dung",
  correctHow: "Chỉ các ô dưới đây sửa được. Sau khi sửa, mục vẫn là một, không bị gửi hai lần.",
  saveAndSend: "Lưu và gửi lại",
  unchanged: "Chưa có ô nào thay đổi. Sửa ít nhất một ô, hoặc quay lại rồi bấm Gửi lại.",
  day: "Ngày",
  time: "Giờ",
  dayHow: "dd/MM/yyyy",
  timeHow: "HH:mm",
  badMoment: "Ghi ngày dạng 22/11/2026 và giờ dạng 09:30.",
  chooseTitle: "Hai bản khác nhau",
  chooseHow: "Đơn vị quản lý đã có bản khác của mục này. So sánh rồi chọn bản giữ lại.",
  field: "Nội dung",
  mine: "Bản trên máy này",
  theirs: "Bản của đơn vị quản lý",
  differs: "khác nhau",
  absent: "không có",
  keepMine: "Giữ bản trên máy này",
  keepMineHow: "Bản này được gửi và thay bản của đơn vị quản lý.",
  keepTheirs: "Giữ bản của đơn vị quản lý",
  keepTheirsHow: "Bản trên máy này không gửi nữa.",
  confirmChoice: "Xác nhận lựa chọn",
  chooseFirst: "Chọn một trong hai bản rồi bấm xác nhận.",
  handOverTitle: "Chuyển cho đơn vị quản lý xử lý",
  handOverHow: "Mục được gửi nguyên như đang có, kèm ghi chú. Mục còn ở đây cho đến khi đơn vị quản lý nhận.",
  note: "Ghi chú",
  noteHow: "Ví dụ: người bệnh đã ra về, cần kiểm tra lại lượt khám.",
  noteMissing: "Ghi vài lời để đơn vị quản lý biết cần làm gì.",
  sendHandOver: "Chuyển đi",
};

export type OpenedEntryTexts = typeof vi;

export const openedEntryMessages = vietnameseFirst(
  vi,
  () => import("./opened-entry.english.ts"),
  "openedEntry",
);
