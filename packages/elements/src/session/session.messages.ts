import { vietnameseFirst } from "../language/catalogue.ts";

const vi = {
  title: "Phiên làm việc",
  connecting: "Đang kết nối…",
  shutTitle: "Máy này đang bị khóa theo thiết lập của bộ phận CNTT",
  newTitle: "Chưa đăng nhập trên máy này",
  newHow: "Đăng nhập bằng tài khoản do đơn vị quản lý cấp, không dùng tài khoản phần mềm bệnh viện.",
  lostTitle: "Dữ liệu trước đây trên máy này không còn",
  lostHow:
    "Trình duyệt đã xóa kho dữ liệu của tiện ích, cả những gì đã nhập mà chưa gửi (nếu có): hãy kiểm tra với đơn vị quản lý và nhập lại phần thiếu. Máy đã từng được đăng ký thì cần bộ phận công nghệ thông tin đăng ký lại. Sau khi đăng nhập, danh sách được tải lại.",
  signIn: "Đăng nhập",
  signingIn: "Đang mở trang đăng nhập…",
  secretTitle: "Đặt mã mở khóa",
  secretHow: (length: number) =>
    `Mã này chỉ dùng trên máy này, ít nhất ${length} ký tự. Không dùng lại mật khẩu khác.`,
  passphraseHow: (length: number) =>
    `Cụm mã này chỉ dùng trên máy này, ít nhất ${length} ký tự; nên là bốn từ không liên quan với nhau. Không dùng lại mật khẩu khác.`,
  secret: "Mã mở khóa",
  secretAgain: "Nhập lại mã mở khóa",
  createSecret: "Đặt mã và mở khóa",
  tooShort: (length: number) => `Mã cần ít nhất ${length} ký tự.`,
  notSame: "Hai lần nhập chưa giống nhau. Nhập lại mã ở ô thứ hai.",
  lockedTitle: "Đang khóa",
  lockedHow: "Nhập mã mở khóa của bạn. Dữ liệu đang chờ gửi vẫn an toàn.",
  unlock: "Mở khóa",
  unlocking: "Đang mở khóa…",
  saving: "Đang lưu…",
  wait: (time: string) => `Nhập sai nhiều lần. Thử lại sau ${time}.`,
  seconds: (count: number) => `${count} giây`,
  show: "Hiện mã",
  openTitle: "Đang làm việc",
  lock: "Khóa",
  signOut: "Đăng xuất",
  who: "Ai mở khóa?",
  userNumber: (ordinal: number) => `Người dùng ${ordinal}`,
  lastHere: "dùng máy lần gần nhất",
  forgot: "Quên mã",
  forgetting: "Đang mở trang đăng nhập…",
  forgotHow:
    "Quên mã: đăng nhập bằng mật khẩu và mã xác thực, đơn vị quản lý mở khóa, rồi đặt mã mới. Cần có mạng.",
  forgotNotEnrolled:
    "Quên mã? Máy này chưa được đăng ký với đơn vị quản lý: nhờ bộ phận CNTT vào Cài đặt, bấm “Đăng ký máy này”.",
  closedTitle: "Mã đã bị đóng vì nhập sai quá nhiều lần",
  closedHow: "Khi có mạng: bấm “Quên mã” để đặt mã mới. Dữ liệu vẫn còn nguyên.",
  otherUser: "Người khác đăng nhập",
  switchUser: "Đổi người dùng",
  boardTitle: "Cần đơn vị quản lý mở khóa máy này",
  boardOtherUser:
    "Máy này đang giữ dữ liệu của người dùng trước và khóa đang đóng. Đăng nhập bằng mã xác thực để đơn vị quản lý mở cho bạn; hoặc nhờ người đang dùng máy mở khóa rồi bấm “Đổi người dùng”.",
  boardWiped:
    "Đơn vị quản lý đã xóa khóa trên máy này. Dữ liệu đã nhập vẫn còn. Đăng nhập bằng mã xác thực để mở lại và gửi tiếp.",
  boardOpen: "Nhờ đơn vị quản lý mở",
  usePasskey: "Mở bằng khóa bảo mật",
  touching: "Hãy chạm hoặc xác nhận trên khóa bảo mật…",
  passkeyCancelled: "Chưa nhận được xác nhận từ khóa bảo mật. Thử lại, hoặc nhập mã mở khóa.",
  passkeyNoPrf:
    "Khóa bảo mật này không dùng để mở khóa được (thiếu tính năng PRF). Hãy dùng khóa khác hoặc mã mở khóa.",
  passkeyTitle: "Khóa bảo mật",
  passkeyHow: "Thêm khóa bảo mật (USB, vân tay) để mở khóa không cần gõ mã. Nhập mã hiện tại để xác nhận.",
  passkeyAdd: "Thêm khóa bảo mật",
  passkeyAdded: "Đã thêm khóa bảo mật. Từ lần sau có thể mở khóa bằng khóa này.",
  machineTitle: "Máy này",
  machineEnrolled: "Máy đã đăng ký với đơn vị quản lý",
  machineNone: "Máy chưa đăng ký với đơn vị quản lý",
  machineNoneHow:
    "Khi đã đăng ký, dữ liệu được gửi cả khi không ai đăng nhập, và mở lại được khi quên mã. Chỉ bộ phận CNTT thực hiện, bằng tài khoản CNTT có mã xác thực.",
  machineRefused: "Đơn vị quản lý không còn chấp nhận máy này",
  machineRefusedHow:
    "Bộ phận CNTT cần đăng ký lại. Đến lúc đó dữ liệu được gửi bằng tài khoản của người đang dùng máy.",
  machineName: "Tên máy",
  machineNameHow: "Ví dụ: Quầy tiếp đón 1. Không ghi tên người.",
  enrol: "Đăng ký máy này",
  enrolling: "Đang mở trang đăng nhập…",
  language: "Ngôn ngữ",
  failed: "Chưa thực hiện được",
  roles: {
    receptionist: "Tiếp đón",
    doctor: "Bác sĩ",
    "board-officer": "Cán bộ đơn vị quản lý",
    it: "Công nghệ thông tin",
  },
};

export type SessionTexts = typeof vi;

export const sessionMessages = vietnameseFirst(vi, () => import("./session.english.ts"), "session");
