import { problemCatalogue } from "@cadre-care/domain";

export const deviceProblems = problemCatalogue({
  "enrol-it-only": {
    vi: "Chỉ tài khoản công nghệ thông tin mới đăng ký được máy. Hãy đăng nhập bằng tài khoản đó.",
    en: "Only an IT account can enrol a machine. Sign in with one.",
  },
  "enrol-unsupported": {
    vi: "Bản cài đặt này chưa ghim khóa của đơn vị quản lý nên không đăng ký máy được. Đóng gói lại bản cài đặt với khóa đó.",
    en: "This build pins no keys of the managing unit, so the machine cannot be enrolled. Pack it again with them.",
  },
  "enrol-name": {
    vi: "Hãy đặt tên cho máy (tối đa 80 ký tự), ví dụ “Quầy tiếp đón 1”.",
    en: "Give the machine a name (at most 80 characters), such as “Reception desk 1”.",
  },
  "device-not-enrolled": {
    vi: "Máy này chưa được đăng ký với đơn vị quản lý nên không mở lại khóa được. Nhờ bộ phận CNTT vào Cài đặt, bấm “Đăng ký máy này”.",
    en: "This machine is not enrolled with the managing unit, so it cannot have keys opened. Ask IT to go to Settings and press “Enrol this machine”.",
  },
  "board-refused": {
    vi: "Đơn vị quản lý không cho thực hiện việc này. Hãy đăng nhập lại bằng mã xác thực; nếu vẫn bị từ chối, liên hệ đơn vị quản lý.",
    en: "The managing unit does not allow this. Sign in again with the second factor; if it is refused again, ask the managing unit.",
  },
  "board-away": {
    vi: "Không kết nối được máy chủ của đơn vị quản lý. Việc này cần mạng: kiểm tra rồi thử lại; dữ liệu trên máy vẫn còn nguyên.",
    en: "The managing unit's server cannot be reached. This needs the network: check it and try again; what is on this machine is untouched.",
  },
});
