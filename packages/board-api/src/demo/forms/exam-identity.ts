import { CODE_SYSTEMS, FORM_ITEMS } from "@cadre-care/fhir";
import {
  choice,
  day,
  group,
  type Item,
  type ItemOptions,
  note,
  paragraph,
  t,
  whole,
  words,
  yesNo,
} from "./item.ts";

/** Whose order and contents an exam has. */
export type ExamOrder = "TT25-2026" | "TT32-2023";

const SEXES = "http://hl7.org/fhir/administrative-gender";

/** Giới tính; conditions of the form refer to it. */
export const sex = (linkId: string, options: ItemOptions = {}): Item =>
  choice(
    linkId,
    t("Giới tính", "Sex"),
    SEXES,
    [
      { code: "male", text: t("Nam", "Male") },
      { code: "female", text: t("Nữ", "Female") },
    ],
    { ...options, required: true, for: FORM_ITEMS.personSex },
  );

/** Shown to women only. */
export const forWomen = {
  enableWhen: [
    { question: "gioi-tinh", operator: "=" as const, answerCoding: { system: SEXES, code: "female" } },
  ],
};

/** What QĐ 1551/QĐ-BYT (2026) adds for the electronic health book. */
const healthBook = (): Item =>
  group("so-suc-khoe", t("Thông tin theo QĐ 1551/QĐ-BYT", "Further data (QĐ 1551/QĐ-BYT)"), [
    choice("nhom-mau", t("Nhóm máu", "Blood group"), CODE_SYSTEMS.answer, [
      { code: "mau-a", text: t("A", "A") },
      { code: "mau-b", text: t("B", "B") },
      { code: "mau-ab", text: t("AB", "AB") },
      { code: "mau-o", text: t("O", "O") },
    ]),
    words("dan-toc", t("Dân tộc", "Ethnic group"), { maxLength: 50, for: FORM_ITEMS.personEthnicity }),
    words("doi-tuong", t("Đối tượng", "Category of person"), { maxLength: 50 }),
    words("nguon-chi-tra", t("Nguồn chi trả", "Who pays"), { maxLength: 100 }),
  ]);

/** Đầu phiếu và phần hành chính (DOMAIN 3.2, items 0 and 1). */
export const identity = (order: ExamOrder): Item =>
  group("hanh-chinh", t("Phần hành chính", "Identification"), [
    words("co-quan-chu-quan", t("Cơ quan chủ quản", "Superior authority"), { maxLength: 200 }),
    words("co-so", t("Cơ sở khám bệnh, chữa bệnh", "Health facility"), {
      maxLength: 200,
      for: FORM_ITEMS.facilityName,
    }),
    words("so-phieu", t("Số …/GKSK", "Number …/GKSK"), { maxLength: 50 }),
    note(
      "anh",
      t(
        "Ảnh 4×6 cm chụp không quá 6 tháng, đóng dấu giáp lai trên bản giấy.",
        "Photograph 4×6 cm, at most 6 months old, stamped across its edge on paper.",
      ),
    ),
    words("ho-ten", t("Họ và tên (chữ in hoa)", "Full name (capital letters)"), {
      prefix: "1",
      required: true,
      maxLength: 255,
      for: FORM_ITEMS.personName,
    }),
    sex("gioi-tinh", { prefix: "2" }),
    day("ngay-sinh", t("Ngày sinh", "Date of birth"), {
      prefix: "3",
      required: true,
      for: FORM_ITEMS.personBirthDate,
    }),
    words(
      "so-dinh-danh",
      t("Số định danh, CCCD, CMND hoặc hộ chiếu", "Citizen ID, CMND or passport number"),
      {
        prefix: "4",
        maxLength: 20,
        for: FORM_ITEMS.personIdentifier,
      },
    ),
    group(
      "cap",
      t("Giấy tờ được cấp", "Document issued"),
      [
        day("ngay-cap", t("Ngày cấp", "Date of issue")),
        words("noi-cap", t("Nơi cấp", "Place of issue"), { maxLength: 200 }),
      ],
      { prefix: "5" },
    ),
    words("cho-o", t("Chỗ ở hiện tại", "Present address"), {
      prefix: "6",
      maxLength: 500,
      for: FORM_ITEMS.personAddress,
    }),
    words("nghe-nghiep", t("Nghề nghiệp", "Occupation"), {
      maxLength: 200,
      for: FORM_ITEMS.personOccupation,
    }),
    words("noi-cong-tac", t("Nơi công tác", "Place of work"), {
      maxLength: 255,
      for: FORM_ITEMS.personWorkplace,
    }),
    words("ly-do-kham", t("Lý do khám sức khỏe", "Reason for the examination"), {
      prefix: "7",
      required: true,
      maxLength: 500,
    }),
    ...(order === "TT25-2026" ? [healthBook()] : []),
  ]);

const FAMILY = [
  ["truyen-nhiem", t("Bệnh truyền nhiễm", "Infectious disease")],
  ["tim-mach", t("Bệnh tim mạch", "Cardiovascular disease")],
  ["dai-thao-duong", t("Đái tháo đường", "Diabetes")],
  ["lao", t("Lao", "Tuberculosis")],
  ["hen", t("Hen phế quản", "Asthma")],
  ["ung-thu", t("Ung thư", "Cancer")],
  ["dong-kinh", t("Động kinh", "Epilepsy")],
  ["tam-than", t("Rối loạn tâm thần", "Mental disorder")],
  ["khac", t("Bệnh khác", "Other disease")],
] as const;

/** Tiền sử gia đình (DOMAIN 3.2, item 2). */
export const familyHistory = (): Item =>
  group("tien-su-gia-dinh", t("Tiền sử gia đình", "Family history"), [
    ...FAMILY.map(([id, text]) => yesNo(`gia-dinh-${id}`, text)),
    paragraph("gia-dinh-ghi-ro", t("Ghi rõ bệnh và người mắc", "Which disease, and who"), {
      maxLength: 1000,
      enableBehavior: "any",
      enableWhen: FAMILY.map(([id]) => ({
        question: `gia-dinh-${id}`,
        operator: "=" as const,
        answerBoolean: true,
      })),
    }),
  ]);

/** Đang điều trị, thai sản, cam đoan (DOMAIN 3.2, end of item 3). */
export const presentState = (): Item =>
  group("hien-tai", t("Tình trạng hiện tại", "Present state"), [
    paragraph("dang-dieu-tri", t("Hiện đang điều trị bệnh gì", "Diseases under treatment"), {
      maxLength: 1000,
    }),
    paragraph("thuoc", t("Thuốc đang dùng và liều lượng", "Medicines and doses"), {
      maxLength: 1024,
      for: FORM_ITEMS.treatment,
    }),
    group(
      "thai-san",
      t("Tiền sử thai sản", "Obstetric history"),
      [
        whole("so-con", t("Số con hiện có", "Living children")),
        paragraph("thai-san-ghi-ro", t("Ghi rõ", "Details"), { maxLength: 500 }),
      ],
      forWomen,
    ),
    yesNo(
      "cam-doan",
      t(
        "Người được khám cam đoan những điều khai trên là đúng và đã ký trên bản giấy",
        "The person declares that this is true, and has signed it on paper",
      ),
    ),
  ]);
