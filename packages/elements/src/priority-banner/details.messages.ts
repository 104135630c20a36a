import { catalogue, vietnameseFirst } from "../language/catalogue.ts";

/** How the comparison speaks where the person was scanned, and no page says anything. */
export const scanComparison = catalogue(
  {
    compareTitle: "Đối chiếu với mã vừa quét",
    onPage: "Trong mã",
    notShown: "mã không ghi",
    compareHow: "Thông tin trong mã khác danh sách. Hỏi lại người bệnh và xem giấy tờ.",
  },
  {
    compareTitle: "Compare with the code that was scanned",
    onPage: "In the code",
    notShown: "not in the code",
    compareHow: "The code differs from the list. Ask the patient and look at a paper.",
  },
);

const vi = {
  guide: "Hướng dẫn xử trí",
  compare: "Xem để đối chiếu",
  confirmHow: "Khớp số CMND cũ và ngày sinh: đối chiếu giấy tờ trước khi tiếp nhận.",
  detailsOf: "Người bệnh trong danh sách quản lý",
  born: "Ngày sinh",
  name: "Họ và tên",
  tier: "Diện quản lý",
  process: "Quy trình phục vụ",
  room: "Nơi phục vụ",
  directions: "Đường đi",
  escort: "Có nhân viên đưa đón",
  nextStep: "Việc cần làm tiếp",
  facts: "Thông tin phục vụ",
  cardTitle: "Thẻ ưu tiên",
  bookTitle: "Sổ y bạ",
  examTitle: "Khám định kỳ",
  clinicTitle: "Nơi đăng ký",
  doctorTitle: "Bác sĩ gia đình",
  validTo: (date: string) => `đến ${date}`,
  examDue: (from: string, to: string) => `đợt từ ${from} đến ${to}`,
  examDone: (date: string) => `ngày ${date}`,
  clinicHere: "Đăng ký tại đây",
  clinicElsewhere: "Đăng ký ở nơi khác: vẫn phục vụ bình thường và báo nơi đăng ký nếu cần.",
  unknown: "không rõ",
  alerts: "Cần nhớ",
  compareTitle: "Đối chiếu với trang",
  onPage: "Trên trang",
  inDirectory: "Trong danh sách",
  same: "Khớp",
  differs: "Khác",
  notShown: "trang không ghi",
  compareHow: "Thông tin trên trang khác danh sách. Hỏi lại người bệnh và xem giấy tờ.",
  opening: "Đang mở thông tin…",
  matchedBy: (how: string) => `Nhận ra do ${how}`,
  linkAlone: "Nhận ra theo mã HIS đã liên kết",
  link: "Mã HIS trên trang đã liên kết với người này",
  linkSince: (since: string) => `Liên kết từ ${since}.`,
  linkBy: (since: string, by: string) => `Liên kết từ ${since}, sau khi ${by} tiếp nhận.`,
  linkHere: "Chỉ máy này biết; các máy khác của bệnh viện biết sau khi tiếp nhận.",
  withdraw: "Bỏ liên kết",
  withdrawTitle: "Bỏ liên kết mã HIS này?",
  withdrawHow:
    "Danh sách trên mọi máy của bệnh viện thôi đánh dấu theo mã này. Việc bỏ liên kết được ghi nhật ký. Chỉ liên kết lại sau khi tiếp nhận người bệnh lần nữa.",
  withdrawNow: "Bỏ liên kết ngay",
  withdrawing: "Đang bỏ liên kết…",
  keepLink: "Giữ liên kết",
  withdrawn: "Đã bỏ liên kết mã HIS",
  notWithdrawn: "Chưa bỏ được liên kết",
  standing: { serving: "đương chức", former: "nguyên chức" } as Readonly<Record<string, string>>,
  sex: { male: "Nam", female: "Nữ" } as Readonly<Record<string, string>>,
  rung: {
    cccd: "khớp số CCCD",
    bhxh: "khớp số BHXH",
    "priority-card": "khớp số thẻ ưu tiên",
    "medical-book": "khớp số sổ y bạ",
    "his-code": "khớp mã người bệnh đã xác nhận tại đây",
    "cmnd-birth-date": "khớp số CMND và ngày sinh",
    "name-birth-date-sex": "trùng họ tên, ngày sinh và giới tính",
  } as Readonly<Record<string, string>>,
};

export type DetailsTexts = typeof vi;

/** What the details say, beyond the strip. */
export const detailsMessages = vietnameseFirst(vi, () => import("./details.english.ts"));
