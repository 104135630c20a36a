import { catalogue } from "../language/catalogue.ts";

export const submittedFormMessages = catalogue(
  {
    opening: "Đang mở phiếu đã nộp…",
    locked: "Đã khóa",
    lockedHow: "Phiếu được ẩn. Mở khóa để xem lại.",
    failed: "Chưa xem lại được phiếu",
    retry: "Thử lại",
    close: "Đóng",
    print: "In phiếu",
    readOnly: "Phiếu đã nộp – chỉ xem, không sửa được",
    source: {
      queue: "Bản đang chờ gửi trên máy này.",
      board: "Bản ở máy chủ của đơn vị quản lý.",
    },
    born: "Sinh",
  },
  {
    opening: "Opening the submitted form…",
    locked: "Locked",
    lockedHow: "The form is hidden. Unlock to look at it again.",
    failed: "The form cannot be shown",
    retry: "Try again",
    close: "Close",
    print: "Print the form",
    readOnly: "Submitted form – to look at, not to change",
    source: {
      queue: "As it waits on this machine.",
      board: "As the managing unit's server has it.",
    },
    born: "Born",
  },
);
