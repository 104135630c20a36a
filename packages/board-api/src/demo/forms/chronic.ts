import type { LocalizedText } from "@cadre-care/domain";
import { CODE_SYSTEMS, FORM_ITEMS, FORM_URLS, type Questionnaire } from "@cadre-care/fhir";
import { bloodPressure, bmi } from "./exam-physical.ts";
import { diagnoses } from "./exam-results.ts";
import { EXT } from "./extensions.ts";
import {
  choice,
  day,
  group,
  type Item,
  type Option,
  paragraph,
  section,
  t,
  whole,
  words,
  yesNo,
} from "./item.ts";
import { measured } from "./measure.ts";
import { MEASURES } from "./measures.ts";
import { questionnaire } from "./questionnaire.ts";

/** Follow-up of chronic diseases (seed S1 and S4: tăng huyết áp, mạch vành, đái tháo đường, COPD). Samples of our own. */

const options = (...entries: readonly (readonly [string, LocalizedText])[]): readonly Option[] =>
  entries.map(([code, text]) => ({ code, text }));

const visit = (): Item =>
  section("1", "lan-kham", t("Lần khám", "Visit"), [
    words("ho-ten", t("Họ và tên", "Full name"), {
      required: true,
      maxLength: 255,
      for: FORM_ITEMS.personName,
    }),
    day("ngay-sinh", t("Ngày sinh", "Date of birth"), { for: FORM_ITEMS.personBirthDate }),
    day("ngay-kham", t("Ngày khám", "Date of the visit"), { required: true, for: FORM_ITEMS.eventDate }),
  ]);

const signs = (): Item =>
  section("2", "sinh-hieu", t("Sinh hiệu", "Vital signs"), [
    bloodPressure("huyet-ap", true),
    measured("mach", t("Mạch", "Pulse"), MEASURES.pulse, { required: true }),
    measured("can-nang", t("Cân nặng", "Weight"), MEASURES.weight),
    measured("chieu-cao", t("Chiều cao", "Height"), MEASURES.height),
    measured("bmi", t("Chỉ số BMI", "BMI"), MEASURES.bmi, {
      readOnly: true,
      extension: [EXT.calculated(bmi(["sinh-hieu", "can-nang"], ["sinh-hieu", "chieu-cao"]))],
    }),
  ]);

const treatment = (): Item =>
  section("4", "dieu-tri", t("Điều trị", "Treatment"), [
    paragraph("thuoc", t("Thuốc đang dùng và liều lượng", "Medicines and doses"), {
      maxLength: 1024,
      for: FORM_ITEMS.treatment,
    }),
    choice(
      "tuan-thu",
      t("Tuân thủ điều trị", "Adherence"),
      CODE_SYSTEMS.answer,
      options(
        ["day-du", t("Đầy đủ", "Full")],
        ["mot-phan", t("Một phần", "Partial")],
        ["khong", t("Không", "None")],
      ),
    ),
    paragraph("tac-dung-phu", t("Tác dụng không mong muốn", "Side effects"), { maxLength: 500 }),
  ]);

const plan = (): Item =>
  section("5", "ke-hoach", t("Kết luận và kế hoạch", "Conclusion and plan"), [
    diagnoses("chan-doan", t("Chẩn đoán (ICD-10)", "Diagnosis (ICD-10)")),
    choice(
      "dat-muc-tieu",
      t("Mục tiêu điều trị", "Treatment goal"),
      CODE_SYSTEMS.answer,
      options(["dat", t("Đạt", "Reached")], ["chua-dat", t("Chưa đạt", "Not reached")]),
      { required: true },
    ),
    paragraph("xu-tri", t("Xử trí, điều chỉnh", "Changes made"), { maxLength: 1000, for: FORM_ITEMS.plan }),
    day("hen-kham", t("Hẹn khám lại", "Next visit")),
    words("bac-si", t("Bác sĩ khám", "Doctor"), {
      required: true,
      maxLength: 100,
      for: FORM_ITEMS.doctorName,
    }),
  ]);

const hypertension = (): readonly Item[] => [
  yesNo("dau-dau", t("Đau đầu, chóng mặt", "Headache, dizziness")),
  yesNo("nhin-mo", t("Nhìn mờ", "Blurred sight")),
  yesNo("phu", t("Phù", "Oedema")),
  yesNo("tu-do", t("Có tự đo huyết áp tại nhà", "Measures blood pressure at home")),
  words("ha-tai-nha", t("Huyết áp tại nhà thường gặp", "Usual blood pressure at home"), {
    maxLength: 50,
    enableWhen: [{ question: "tu-do", operator: "=", answerBoolean: true }],
  }),
  measured("creatinin", t("Creatinin", "Creatinine"), MEASURES.creatinine),
  measured("kali", t("Kali", "Potassium"), MEASURES.potassium),
];

const coronary = (): readonly Item[] => [
  choice(
    "dau-nguc",
    t("Đau thắt ngực", "Angina"),
    CODE_SYSTEMS.answer,
    options(
      ["khong", t("Không", "None")],
      ["khi-gang-suc", t("Khi gắng sức", "On effort")],
      ["khi-nghi", t("Khi nghỉ", "At rest")],
    ),
    { required: true },
  ),
  whole("con-dau-tuan", t("Số cơn trong tuần", "Attacks in a week"), {
    enableBehavior: "any",
    enableWhen: ["khi-gang-suc", "khi-nghi"].map((code) => ({
      question: "dau-nguc",
      operator: "=",
      answerCoding: { system: CODE_SYSTEMS.answer, code },
    })),
  }),
  yesNo("kho-tho", t("Khó thở", "Shortness of breath")),
  yesNo("can-thiep", t("Đã can thiệp hoặc phẫu thuật mạch vành", "Coronary intervention or surgery done")),
  paragraph("dien-tim", t("Điện tim", "Electrocardiogram"), { maxLength: 1000 }),
  measured("ldl", t("LDL-Cholesterol", "LDL cholesterol"), MEASURES.ldl),
  measured("hdl", t("HDL-Cholesterol", "HDL cholesterol"), MEASURES.hdl),
  measured("triglycerid", t("Triglycerid", "Triglycerides"), MEASURES.triglyceride),
];

const diabetes = (): readonly Item[] => [
  measured("duong-mau", t("Đường máu lúc đói", "Fasting blood glucose"), MEASURES.glucose, {
    required: true,
  }),
  measured("hba1c", t("HbA1c", "HbA1c"), MEASURES.hba1c),
  measured("vong-bung", t("Vòng bụng", "Waist"), MEASURES.waist),
  yesNo("ha-duong-huyet", t("Có cơn hạ đường huyết", "Hypoglycaemia")),
  yesNo("te-bi", t("Tê bì bàn chân", "Numb feet")),
  yesNo("loet", t("Loét bàn chân", "Foot ulcer")),
  paragraph("day-mat", t("Khám đáy mắt", "Fundus examination"), { maxLength: 500 }),
  measured("creatinin", t("Creatinin", "Creatinine"), MEASURES.creatinine),
];

const copd = (): readonly Item[] => [
  choice(
    "kho-tho-mmrc",
    t("Mức khó thở (mMRC)", "Breathlessness (mMRC)"),
    CODE_SYSTEMS.answer,
    options(
      ["mmrc-0", t("0 – khi gắng sức mạnh", "0 – on strenuous effort")],
      ["mmrc-1", t("1 – khi đi nhanh, leo dốc", "1 – hurrying or uphill")],
      ["mmrc-2", t("2 – đi chậm hơn người cùng tuổi", "2 – slower than people of that age")],
      ["mmrc-3", t("3 – phải nghỉ sau khoảng 100 m", "3 – stops after about 100 m")],
      ["mmrc-4", t("4 – khi thay quần áo", "4 – when dressing")],
    ),
    { required: true },
  ),
  yesNo("ho-khac-dom", t("Ho, khạc đờm", "Cough, sputum")),
  whole("dot-cap", t("Số đợt cấp trong 12 tháng", "Exacerbations in 12 months")),
  yesNo("hut-thuoc", t("Còn hút thuốc lá, thuốc lào", "Still smokes")),
  measured("spo2", t("SpO₂", "SpO₂"), MEASURES.oxygen),
  measured("nhip-tho", t("Nhịp thở", "Respiratory rate"), MEASURES.respiration),
  measured("fev1-fvc", t("FEV1/FVC", "FEV1/FVC"), MEASURES.fev1Ratio),
  yesNo("ky-thuat-xit", t("Dùng bình xít đúng kỹ thuật", "Uses the inhaler correctly")),
];

const PROGRAMMES = [
  [
    "theo-doi-tang-huyet-ap",
    FORM_URLS.hypertension,
    t("Theo dõi tăng huyết áp", "Hypertension follow-up"),
    hypertension,
  ],
  [
    "theo-doi-benh-mach-vanh",
    FORM_URLS.coronary,
    t("Theo dõi bệnh mạch vành", "Coronary disease follow-up"),
    coronary,
  ],
  [
    "theo-doi-dai-thao-duong",
    FORM_URLS.diabetes,
    t("Theo dõi đái tháo đường", "Diabetes follow-up"),
    diabetes,
  ],
  [
    "theo-doi-copd",
    FORM_URLS.copd,
    t("Theo dõi bệnh phổi tắc nghẽn mạn tính (COPD)", "COPD follow-up"),
    copd,
  ],
] as const;

const VERSION = "1";

export const chronicForms = (): readonly Questionnaire[] =>
  PROGRAMMES.map(([name, url, title, own]) =>
    questionnaire({
      id: `${name}-${VERSION}`,
      url,
      version: VERSION,
      title,
      kind: "chronic",
      from: "2024-01-01",
      source: "Mẫu của dự án, không theo một văn bản nào.",
      items: [
        visit(),
        signs(),
        section("3", "rieng", t("Triệu chứng và xét nghiệm", "Symptoms and tests"), [
          group("theo-doi", title, own()),
        ]),
        treatment(),
        plan(),
      ],
    }),
  );
