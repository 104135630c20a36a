type Words = readonly [string, ...string[]];

/** A list from one line of text; words that are common stand in it more than once. */
const words = (text: string): Words => {
  const [first = "", ...others] = text.split(", ");
  return [first, ...others];
};

export const FAMILY_NAMES = words(
  "Nguyễn, Nguyễn, Nguyễn, Nguyễn, Nguyễn, Nguyễn, Nguyễn, Nguyễn, Trần, Trần, Trần, Lê, Lê, Phạm, Phạm, Hoàng, Huỳnh, Phan, Vũ, Võ, Đặng, Bùi, Đỗ, Hồ, Ngô, Dương, Lý, Đinh, Trương, Lâm, Mai, Cao, Thạch, Sơn, Tăng, Quách",
);

export const MALE_MIDDLE = words("Văn, Hữu, Đức, Quang, Minh, Công, Thành, Xuân, Ngọc, Đình, Bá, Tấn");
export const FEMALE_MIDDLE = words(
  "Thị, Thị Ngọc, Thị Thu, Thị Kim, Ngọc, Thanh, Thị Bích, Thúy, Mỹ, Thị Hồng",
);
export const MALE_GIVEN = words(
  "An, Bình, Cường, Dũng, Đạt, Giang, Hải, Hùng, Khánh, Khoa, Lâm, Long, Lợi, Mạnh, Nam, Nghĩa, Phong, Phúc, Quân, Quý, Sang, Sơn, Tài, Tâm, Thắng, Thịnh, Tiến, Toàn, Trung, Tuấn, Việt, Vinh",
);
export const FEMALE_GIVEN = words(
  "Anh, Chi, Diễm, Dung, Hà, Hạnh, Hằng, Hiền, Hoa, Hòa, Hương, Lan, Liên, Linh, Loan, Mai, Nga, Ngân, Nhung, Oanh, Phương, Quyên, Tâm, Thảo, Thủy, Trang, Trinh, Tuyết, Vân, Xuân, Yến",
);

export const COMMUNES = words(
  "xã An Hòa, xã Bình Phước, phường Trung Tâm, phường Bắc Thành, xã Tân Lập, xã Phú Mỹ, phường Nam Thành, xã Hưng Thịnh, xã Vĩnh An, phường Đông Hải, xã Thạnh Lợi, xã Long Điền",
);
export const HAMLETS = words(
  "Ấp 1, Ấp 2, Ấp 4, Khóm 3, Khóm 5, Tổ 7, Tổ 12, Thôn Đông, Thôn Trung, Khu phố 2",
);

export const OCCUPATIONS = words(
  "Nông dân, Công nhân, Giáo viên, Buôn bán, Nội trợ, Hưu trí, Học sinh, Lao động tự do, Công chức, Viên chức, Lái xe, Thợ may",
);

export const COMPLAINTS = words(
  "Đau đầu và chóng mặt, Ho kéo dài, Đau thượng vị, Tái khám tăng huyết áp, Tái khám đái tháo đường, Đau khớp gối, Sốt kèm đau họng, Khám sức khỏe định kỳ, Mất ngủ, Đau thắt lưng, Mờ mắt, Nổi mẩn ngứa, Khó thở khi gắng sức, Đau răng, Ù tai, Rối loạn tiêu hóa",
);

export const ROOMS = words(
  "P.101 - Nội tổng quát 1, P.102 - Nội tổng quát 2, P.103 - Tim mạch, P.104 - Nội tiết, P.105 - Ngoại tổng quát, P.106 - Tai Mũi Họng, P.107 - Mắt, P.108 - Răng Hàm Mặt, P.109 - Da liễu, P.110 - Sản phụ khoa, P.111 - Cơ xương khớp, P.112 - Nhi",
);
export const EMERGENCY_ROOM = "Khoa Cấp cứu";

export const DOCTORS = words(
  "BS. Lê Quốc Thái, BS. Nguyễn Thị Thu Hà, BS. Trần Hoàng Phúc, BS. Phạm Ngọc Diệp, BS. Võ Minh Khang, BS. Đỗ Thị Kim Ngân, BS. Huỳnh Tấn Lộc, BS. Bùi Thanh Tú",
);

/** First three characters of BHYT cards (nhóm đối tượng and benefit digit). They never say who is managed. */
export const INSURANCE_GROUPS = words("DN4, GD4, HC4, HT3, HN2, CH4, CK2, CB2, DT2, HC4, HT3, GD4");
