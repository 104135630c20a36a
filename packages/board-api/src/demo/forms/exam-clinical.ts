import type { LocalizedText } from "@cadre-care/domain";
import { FORM_ITEMS } from "@cadre-care/fhir";
import { type ExamOrder, forWomen } from "./exam-identity.ts";
import { healthClass } from "./health-class.ts";
import { group, type Item, type ItemOptions, paragraph, section, t, words, yesNo } from "./item.ts";

const doctor = (id: string): Item =>
  words(`bs-${id}`, t("Bác sĩ khám (họ tên, ký trên bản giấy)", "Examining doctor (name; signed on paper)"), {
    required: true,
    maxLength: 100,
    for: FORM_ITEMS.specialtyDoctor,
  });

const findings = (id: string, text = t("Kết quả khám", "Findings")): Item =>
  paragraph(`kq-${id}`, text, { maxLength: 2000, for: FORM_ITEMS.specialtyFindings });

const classOf = (id: string, options: ItemOptions = {}): Item =>
  healthClass(`pl-${id}`, t("Phân loại", "Class"), options);

const ORGANS = [
  ["a)", "tuan-hoan", t("Tuần hoàn", "Circulation")],
  ["b)", "ho-hap", t("Hô hấp", "Respiration")],
  ["c)", "tieu-hoa", t("Tiêu hóa", "Digestion")],
  ["d)", "than-tiet-nieu", t("Thận – Tiết niệu", "Kidneys and urinary tract")],
  ["đ)", "noi-tiet", t("Nội tiết", "Endocrine system")],
  ["e)", "co-xuong-khop", t("Cơ – xương – khớp", "Muscles, bones, joints")],
  ["g)", "than-kinh", t("Thần kinh", "Nervous system")],
  ["h)", "tam-than", t("Tâm thần", "Mental state")],
] as const;

const organ = ([prefix, id, text]: (typeof ORGANS)[number]): Item =>
  group(`kham-${id}`, text, [findings(id), classOf(id)], { prefix });

/** Specialties of the clinical part. Numbers in front differ between the circulars. */
type Specialty = (prefix: string) => Item;

const specialty =
  (id: string, text: LocalizedText, items: readonly Item[] = [findings(id)]): Specialty =>
  (prefix) =>
    group(`kham-${id}`, text, [...items, classOf(id), doctor(id)], { prefix });

const internal: Specialty = (prefix) =>
  group("kham-noi-khoa", t("Nội khoa", "Internal medicine"), [...ORGANS.map(organ), doctor("noi-khoa")], {
    prefix,
  });

/** Not declined: No, or nothing said. */
const notDeclined = {
  enableBehavior: "any" as const,
  enableWhen: [
    { question: "tu-choi-san-phu-khoa", operator: "exists" as const, answerBoolean: false },
    { question: "tu-choi-san-phu-khoa", operator: "=" as const, answerBoolean: false },
  ],
};

/** Sản phụ khoa: for women, who may decline it. */
const gynaecology: Specialty = (prefix) =>
  group(
    "kham-san-phu-khoa",
    t("Sản phụ khoa", "Obstetrics and gynaecology"),
    [
      yesNo(
        "tu-choi-san-phu-khoa",
        t("Người được khám từ chối khám sản phụ khoa", "The person declines it"),
        {
          for: FORM_ITEMS.declined,
        },
      ),
      group(
        "noi-dung-san-phu-khoa",
        t("Nội dung khám", "Examination"),
        [findings("san-phu-khoa"), classOf("san-phu-khoa"), doctor("san-phu-khoa")],
        notDeclined,
      ),
    ],
    { prefix, ...forWomen },
  );

const both = (
  id: string,
  text: LocalizedText,
  right: LocalizedText,
  left: LocalizedText,
  maxLength: number,
): Item =>
  group(id, text, [words(`${id}-phai`, right, { maxLength }), words(`${id}-trai`, left, { maxLength })]);

const eye = (id: string, text: LocalizedText): Item =>
  both(id, text, t("Mắt phải", "Right eye"), t("Mắt trái", "Left eye"), 5);
const ear = (id: string, text: LocalizedText): Item =>
  both(id, text, t("Tai phải", "Right ear"), t("Tai trái", "Left ear"), 10);

const eyes = specialty("mat", t("Mắt", "Eyes"), [
  eye("thi-luc-khong-kinh", t("Thị lực không kính", "Sight without glasses")),
  eye("thi-luc-kinh-lo", t("Thị lực kính lỗ", "Sight with pinhole")),
  eye("thi-luc-co-kinh", t("Thị lực có kính", "Sight with glasses")),
  both("khuc-xa", t("Khúc xạ", "Refraction"), t("Mắt phải", "Right eye"), t("Mắt trái", "Left eye"), 20),
  findings("mat", t("Các bệnh về mắt", "Eye diseases")),
]);
const earNoseThroat = specialty("tai-mui-hong", t("Tai – Mũi – Họng", "Ear, nose and throat"), [
  ear("nghe-noi-thuong", t("Nghe nói thường (5 m)", "Hears normal speech (5 m)")),
  ear("nghe-noi-tham", t("Nghe nói thầm (0,5 m)", "Hears whispered speech (0.5 m)")),
  findings("tai-mui-hong", t("Các bệnh về tai, mũi, họng", "Diseases of ear, nose and throat")),
]);
const teeth = specialty("rang-ham-mat", t("Răng – Hàm – Mặt", "Teeth, jaws and face"), [
  words("ham-tren", t("Hàm trên", "Upper jaw"), { maxLength: 255 }),
  words("ham-duoi", t("Hàm dưới", "Lower jaw"), { maxLength: 255 }),
  findings("rang-ham-mat", t("Các bệnh về răng, hàm, mặt", "Diseases of teeth, jaws and face")),
]);
const surgery = specialty("ngoai-khoa", t("Ngoại khoa", "Surgery"));
const skin = specialty("da-lieu", t("Da liễu", "Dermatology"));

/** DOMAIN 3.2, item 5. */
const ORDERS: Readonly<Record<ExamOrder, readonly Specialty[]>> = {
  "TT25-2026": [internal, surgery, skin, gynaecology, eyes, earNoseThroat, teeth],
  "TT32-2023": [internal, surgery, gynaecology, eyes, earNoseThroat, teeth, skin],
};

/** II. Lâm sàng: each specialty with findings, class I–V and the doctor's name. */
export const clinical = (order: ExamOrder): Item =>
  section(
    "II",
    "lam-sang",
    t("Khám lâm sàng", "Clinical examination"),
    ORDERS[order].map((build, index) => build(String(index + 1))),
  );

/** Classes that every person needs; gynaecology's depends. */
export const REQUIRED_CLASSES: readonly string[] = [
  "pl-the-luc",
  ...ORGANS.map(([, id]) => `pl-${id}`),
  "pl-ngoai-khoa",
  "pl-da-lieu",
  "pl-mat",
  "pl-tai-mui-hong",
  "pl-rang-ham-mat",
];
export const GYNAECOLOGY = {
  linkId: "pl-san-phu-khoa",
  sex: "gioi-tinh",
  declined: "tu-choi-san-phu-khoa",
} as const;
