import { signatureNote, TWO_SIGNATURES_FROM } from "@cadre-care/domain";
import { CODE_SYSTEMS, FORM_ITEMS, FORM_URLS, type Questionnaire, VALUE_SETS } from "@cadre-care/fhir";
import { sex } from "./exam-identity.ts";
import { diagnoses } from "./exam-results.ts";
import { EXT } from "./extensions.ts";
import {
  choice,
  day,
  fromValueSet,
  group,
  type Item,
  moment,
  note,
  paragraph,
  t,
  words,
  yesNo,
} from "./item.ts";
import { questionnaire } from "./questionnaire.ts";

/**
 * Phiếu chuyển cơ sở khám bệnh, chữa bệnh BHYT, in the order of TT 01/2025/TT-BYT, PL VI (DOMAIN 4.2). Only its reasons
 * have numbers.
 */

const header = (): Item =>
  group("dau-phieu", t("Đầu phiếu", "Header"), [
    words("so-y-te", t("Sở Y tế", "Department of Health"), { maxLength: 200 }),
    words("co-so", t("Cơ sở khám bệnh, chữa bệnh", "Health facility"), {
      maxLength: 200,
      for: FORM_ITEMS.facilityName,
    }),
    words("so-phieu", t("Số …/PCCSKBCB", "Number …/PCCSKBCB"), {
      maxLength: 50,
      for: FORM_ITEMS.referralNumber,
    }),
    words("so-ho-so", t("Số hồ sơ", "Record number"), { maxLength: 50, for: FORM_ITEMS.recordNumber }),
    words("so-vao-so", t("Vào sổ chuyển cơ sở khám bệnh, chữa bệnh số", "Number in the referral register"), {
      maxLength: 50,
    }),
    fromValueSet("kinh-gui", t("Kính gửi", "To"), VALUE_SETS.receivingHospital, {
      required: true,
      for: FORM_ITEMS.receivingHospital,
    }),
  ]);

const person = (): Item =>
  group("nguoi-benh", t("Trân trọng giới thiệu", "Introduces"), [
    words("ho-ten", t("Họ và tên người bệnh", "Patient's full name"), {
      required: true,
      maxLength: 255,
      for: FORM_ITEMS.personName,
    }),
    sex("gioi-tinh"),
    day("ngay-sinh", t("Ngày sinh (hoặc năm sinh)", "Date or year of birth"), {
      required: true,
      for: FORM_ITEMS.personBirthDate,
    }),
    words("dia-chi", t("Địa chỉ", "Address"), { maxLength: 500, for: FORM_ITEMS.personAddress }),
    words("dan-toc", t("Dân tộc", "Ethnic group"), {
      maxLength: 50,
      for: FORM_ITEMS.personEthnicity,
    }),
    words("quoc-tich", t("Quốc tịch", "Nationality"), { maxLength: 50, for: FORM_ITEMS.personNationality }),
    words("nghe-nghiep", t("Nghề nghiệp", "Occupation"), {
      maxLength: 200,
      for: FORM_ITEMS.personOccupation,
    }),
    words("noi-lam-viec", t("Nơi làm việc", "Place of work"), {
      maxLength: 255,
      for: FORM_ITEMS.personWorkplace,
    }),
    words("so-the-bhyt", t("Số thẻ BHYT", "Health insurance number"), {
      maxLength: 20,
      for: FORM_ITEMS.insuranceNumber,
    }),
    choice("thoi-han-the", t("Thời hạn thẻ", "Term of the card"), CODE_SYSTEMS.answer, [
      { code: "con-han", text: t("Còn hạn", "Valid") },
      { code: "het-thoi-han", text: t("Hết thời hạn", "Expired") },
      { code: "khong-xac-dinh", text: t("Không xác định được thời hạn", "Term cannot be determined") },
    ]),
    day("han-the", t("Có giá trị đến", "Valid to"), {
      for: FORM_ITEMS.insuranceValidTo,
      enableWhen: [
        {
          question: "thoi-han-the",
          operator: "=",
          answerCoding: { system: CODE_SYSTEMS.answer, code: "con-han" },
        },
      ],
    }),
    group(
      "da-kham",
      t("Đã được khám bệnh, điều trị", "Examined or treated so far"),
      [
        words("da-kham-tai", t("Tại", "At"), { maxLength: 255 }),
        day("da-kham-tu", t("Từ ngày", "From")),
        day("da-kham-den", t("Đến ngày", "To")),
      ],
      { repeats: true },
    ),
  ]);

const summary = (): Item =>
  group("tom-tat", t("Tóm tắt bệnh án", "Summary of the record"), [
    paragraph("dau-hieu", t("Dấu hiệu lâm sàng", "Clinical signs"), {
      required: true,
      maxLength: 2000,
      for: FORM_ITEMS.clinicalSigns,
    }),
    paragraph("ket-qua", t("Kết quả xét nghiệm, cận lâm sàng chính", "Main test results"), {
      maxLength: 2000,
      for: FORM_ITEMS.testResults,
    }),
    { ...diagnoses("chan-doan", t("Chẩn đoán (ICD-10)", "Diagnosis (ICD-10)")), required: true },
    paragraph(
      "chan-doan-ghi-ro",
      t("Chẩn đoán ghi bằng lời, không viết tắt", "Diagnosis in words, without abbreviations"),
      {
        maxLength: 1000,
      },
    ),
    paragraph(
      "phuong-phap",
      t(
        "Phương pháp, thủ thuật, kỹ thuật, thuốc chính đã sử dụng trong điều trị",
        "Methods, procedures and main medicines used",
      ),
      { maxLength: 2000, for: FORM_ITEMS.treatment },
    ),
    paragraph("tinh-trang", t("Tình trạng người bệnh lúc chuyển", "State of the patient on leaving"), {
      required: true,
      maxLength: 1000,
    }),
  ]);

/** Being a cadre is no reason (DOMAIN 4.1): these three are all there are. */
const reason = (): Item =>
  group("ly-do", t("Lý do chuyển", "Reason for the referral"), [
    choice(
      "ly-do-chuyen",
      t("Lý do chuyển cơ sở khám bệnh, chữa bệnh", "Reason"),
      CODE_SYSTEMS.referralReason,
      [
        {
          code: "1a",
          text: t(
            "1a. Đủ điều kiện chuyển: phù hợp với quy định chuyển cấp chuyên môn kỹ thuật",
            "1a. Meets the conditions: fits the rules on moving between technical levels",
          ),
        },
        {
          code: "1b",
          text: t(
            "1b. Đủ điều kiện chuyển: không phù hợp với khả năng đáp ứng của cơ sở",
            "1b. Meets the conditions: beyond what the facility can do",
          ),
        },
        {
          code: "2",
          text: t(
            "2. Theo yêu cầu của người bệnh hoặc người đại diện",
            "2. At the request of the patient or their representative",
          ),
        },
      ],
      { required: true, for: FORM_ITEMS.referralReason },
    ),
  ]);

const rest = (from: string): Item =>
  group("chuyen", t("Hướng điều trị và vận chuyển", "Further treatment and transport"), [
    paragraph("huong-dieu-tri", t("Hướng điều trị", "Further treatment"), {
      maxLength: 1000,
      for: FORM_ITEMS.plan,
    }),
    moment("chuyen-hoi", t("Chuyển hồi … giờ … phút, ngày …", "Leaves at (date and time)")),
    yesNo(
      "mot-nam",
      t("Phiếu có giá trị 01 năm (bệnh thuộc Phụ lục III)", "Valid for one year (diseases of annex III)"),
      {
        required: true,
        for: FORM_ITEMS.oneYear,
      },
    ),
    note(
      "thoi-han",
      t(
        "Phiếu có giá trị 10 ngày làm việc kể từ ngày ký; 01 năm với bệnh thuộc Phụ lục III.",
        "Valid for 10 working days from the day of signing; for one year with diseases of annex III.",
      ),
    ),
    words("phuong-tien", t("Phương tiện vận chuyển", "Means of transport"), { maxLength: 255 }),
    words(
      "ho-tong",
      t("Họ tên, chức danh, trình độ của người hộ tống", "Escort: name, position, qualification"),
      {
        maxLength: 255,
      },
    ),
    day("ngay-ky", t("Ngày ký", "Date of signing"), {
      required: true,
      for: FORM_ITEMS.signedOn,
    }),
    words("nguoi-hanh-nghe", t("Người hành nghề (họ tên)", "Practitioner (name)"), {
      required: true,
      maxLength: 100,
      for: FORM_ITEMS.doctorName,
    }),
    words("dai-dien", t("Đại diện cơ sở khám bệnh, chữa bệnh (họ tên)", "Facility's representative (name)"), {
      maxLength: 100,
    }),
    note("ghi-chu-ky", signatureNote(from), {
      extension: [EXT.control("help")],
    }),
  ]);

const VERSIONS = [
  { version: "TT01-2025.3", from: "2025-01-01", to: "2026-05-31" },
  { version: "TT01-2025.4", from: TWO_SIGNATURES_FROM },
] as const;

export const referrals = (): readonly Questionnaire[] =>
  VERSIONS.map((one) =>
    questionnaire({
      id: `phieu-chuyen-co-so-${one.version.toLowerCase()}`,
      url: FORM_URLS.referral,
      ...one,
      title: t(
        "Phiếu chuyển cơ sở khám bệnh, chữa bệnh bảo hiểm y tế",
        "Referral to another health facility (health insurance)",
      ),
      kind: "referral",
      source:
        "Theo thứ tự của TT 01/2025/TT-BYT, Phụ lục VI. Bản nháp: bản chính thức phát hành và ký số trên HIS.",
      items: [header(), person(), summary(), reason(), rest(one.from)],
    }),
  );
