import { problemCatalogue } from "@cadre-care/domain";

export const sessionProblems = problemCatalogue({
  "secret-wrong": {
    vi: "Mã mở khóa không đúng. Hãy kiểm tra bộ gõ tiếng Việt và phím Caps Lock rồi thử lại.",
    en: "The unlock code is wrong. Check the Vietnamese keyboard and Caps Lock, then try again.",
  },
  "secret-wait": {
    vi: "Đã nhập sai nhiều lần. Hãy chờ hết thời gian hiển thị rồi thử lại; dữ liệu vẫn còn nguyên.",
    en: "Too many wrong codes. Wait until the time shown, then try again; the data is untouched.",
  },
  "secret-too-short": {
    vi: "Mã mở khóa quá ngắn. Hãy dùng mã dài hơn theo yêu cầu hiển thị.",
    en: "The unlock code is too short. Use a longer one, as shown.",
  },
  "secret-repeats": {
    vi: "Mã lặp lại một vài ký tự nên dễ đoán. Hãy chọn mã không lặp, ví dụ vài từ không liên quan với nhau.",
    en: "The code repeats a few characters and is easy to guess. Choose one that does not, such as a few unrelated words.",
  },
  "secret-sequence": {
    vi: "Mã là dãy ký tự liền nhau (như 123456, qwerty) nên dễ đoán. Hãy chọn mã khác.",
    en: "The code is a run of neighbouring characters (such as 123456 or qwerty). Choose another.",
  },
  "secret-date": {
    vi: "Mã là một ngày tháng hoặc năm nên dễ đoán. Hãy chọn mã không phải ngày sinh hay ngày kỷ niệm.",
    en: "The code is a date or a year and is easy to guess. Choose one that is no birthday or anniversary.",
  },
  "secret-common": {
    vi: "Mã này có trong danh sách mã hay dùng nên dễ đoán. Hãy chọn mã khác.",
    en: "This code is among those that many people use. Choose another.",
  },
  "secret-is-name": {
    vi: "Mã chứa tên hoặc tài khoản của bạn nên dễ đoán. Hãy chọn mã không liên quan đến bạn.",
    en: "The code contains your name or account. Choose one that has nothing to do with you.",
  },
  "secret-too-weak": {
    vi: "Cụm mã chưa đủ mạnh. Hãy thêm một hai từ không liên quan, ví dụ bốn từ bất kỳ viết liền cách.",
    en: "The passphrase is not strong enough. Add a word or two that have nothing to do with the others; four random words are good.",
  },
  "slot-closed": {
    vi: "Đã nhập sai quá nhiều lần nên mã của người dùng này bị đóng. Bấm “Quên mã” và đăng nhập bằng mã xác thực để đặt mã mới; dữ liệu vẫn còn nguyên.",
    en: "Too many wrong codes: this user's code is closed. Press “Forgot the code” and sign in with the second factor to choose a new one; the data is untouched.",
  },
  "keys-closed": {
    vi: "Máy này đang giữ dữ liệu và khóa đang đóng. Nhờ người đang dùng máy mở khóa rồi bấm “Đổi người dùng”, hoặc khi có mạng hãy bấm “Nhờ đơn vị quản lý mở”.",
    en: "This machine holds data and its keys are closed. Ask who uses it to unlock and press “Switch user”, or, with a network, press “Ask the managing unit”.",
  },
  "no-escrow": {
    vi: "Máy này chưa có khóa dự phòng ở đơn vị quản lý nên không mở lại bằng cách này được. Người đã dùng máy cần mở khóa một lần khi có mạng; nếu không thể, báo bộ phận CNTT. Không có dữ liệu nào bị xóa.",
    en: "This machine has no escrowed keys with the managing unit, so it cannot be opened this way. Somebody who has used it must unlock once; if nobody can, tell IT. Nothing was deleted.",
  },
  "role-without-keys": {
    vi: "Tài khoản công nghệ thông tin không mở danh sách quản lý. Để đăng ký máy, vào Cài đặt và bấm “Đăng ký máy này”.",
    en: "An IT account does not open the managed list. To enrol the machine, go to Settings and press “Enrol this machine”.",
  },
  "passkey-wrong": {
    vi: "Khóa bảo mật này không phải của người dùng đã chọn. Hãy dùng đúng khóa hoặc nhập mã mở khóa.",
    en: "This security key is not the chosen user's. Use the right one, or enter the unlock code.",
  },
  "secret-exists": {
    vi: "Máy này đã có mã mở khóa của người dùng này. Hãy mở khóa bằng mã đó.",
    en: "This user already has an unlock code on this machine. Unlock with it.",
  },
  "sign-in-first": {
    vi: "Hãy đăng nhập trước.",
    en: "Sign in first.",
  },
  "slot-damaged": {
    vi: "Khóa của người dùng trên máy này bị hỏng. Dữ liệu đang chờ không bị xóa. Bấm “Quên mã” để đơn vị quản lý mở lại, hoặc báo bộ phận CNTT.",
    en: "This user's keys on this machine are damaged. What waits is not deleted. Press “Forgot the code” to have the managing unit open them, or tell IT.",
  },
});
