import { FORM_ITEMS, VALUE_SETS } from "@cadre-care/fhir";
import { GYNAECOLOGY, REQUIRED_CLASSES } from "./exam-clinical.ts";
import { EXT } from "./extensions.ts";
import { overallClassExpression } from "./health-class.ts";
import {
  codedOrWords,
  day,
  fromValueSet,
  group,
  type Item,
  paragraph,
  section,
  t,
  words,
  yesNo,
} from "./item.ts";
import { measured } from "./measure.ts";
import { MEASURES } from "./measures.ts";

/** III. Cận lâm sàng: nothing is required, since a periodic exam does only what was ordered (DOMAIN 3.1). */
export const laboratory = (): Item =>
  section("III", "can-lam-sang", t("Khám cận lâm sàng", "Tests"), [
    group(
      "xet-nghiem-mau",
      t("Xét nghiệm máu", "Blood tests"),
      [
        group("huyet-hoc", t("Huyết học", "Blood count"), [
          measured("hong-cau", t("Số lượng hồng cầu", "Red cells"), MEASURES.red),
          measured("huyet-sac-to", t("Huyết sắc tố", "Haemoglobin"), MEASURES.hemoglobin),
          measured("bach-cau", t("Số lượng bạch cầu", "White cells"), MEASURES.white),
          measured("tieu-cau", t("Số lượng tiểu cầu", "Platelets"), MEASURES.platelets),
          words("huyet-hoc-khac", t("Huyết học khác", "Other"), { maxLength: 500 }),
        ]),
        measured("duong-mau", t("Đường máu", "Blood glucose"), MEASURES.glucose),
        measured("ure", t("Urê", "Urea"), MEASURES.urea),
        measured("creatinin", t("Creatinin", "Creatinine"), MEASURES.creatinine),
        measured("asat", t("ASAT (GOT)", "AST (GOT)"), MEASURES.ast),
        measured("alat", t("ALAT (GPT)", "ALT (GPT)"), MEASURES.alt),
      ],
      { prefix: "1" },
    ),
    group(
      "xet-nghiem-nuoc-tieu",
      t("Xét nghiệm nước tiểu", "Urine tests"),
      [
        paragraph("tong-phan-tich-nuoc-tieu", t("Tổng phân tích nước tiểu", "Urinalysis"), {
          maxLength: 1000,
        }),
        paragraph("nuoc-tieu-khac", t("Khác", "Other"), { maxLength: 500 }),
      ],
      { prefix: "2" },
    ),
    paragraph("x-quang", t("X-quang tim phổi thẳng", "Chest X-ray, frontal"), {
      prefix: "3",
      maxLength: 1000,
    }),
    paragraph("can-lam-sang-khac", t("Khác", "Other"), {
      prefix: "4",
      maxLength: 2000,
      for: FORM_ITEMS.testResults,
    }),
  ]);

/** Bệnh, tật by ICD-10, or in words where the list has no code for it; codes are printed joined by `;`. */
export const diagnoses = (linkId: string, text = t("Bệnh, tật (ICD-10)", "Diseases (ICD-10)")): Item =>
  codedOrWords(linkId, text, VALUE_SETS.icd10, {
    repeats: true,
    for: FORM_ITEMS.diagnosis,
    extension: [EXT.control("autocomplete")],
  });

/** IV. Kết luận. The overall class follows from the classes and is not chosen. */
export const conclusion = (more: readonly Item[] = []): Item =>
  section("IV", "ket-luan", t("Kết luận", "Conclusion"), [
    fromValueSet("phan-loai-suc-khoe", t("Phân loại sức khỏe", "Overall class"), VALUE_SETS.healthClass, {
      prefix: "1",
      readOnly: true,
      for: FORM_ITEMS.overallClass,
      extension: [
        EXT.control("radio-button"),
        EXT.horizontal,
        EXT.calculated(overallClassExpression(REQUIRED_CLASSES, GYNAECOLOGY)),
      ],
    }),
    ...more,
    group(
      "benh-tat",
      t("Các bệnh, tật", "Diseases and impairments"),
      [
        diagnoses("chan-doan"),
        paragraph("benh-tat-ghi-ro", t("Ghi rõ, không viết tắt", "In words, without abbreviations"), {
          maxLength: 1000,
        }),
      ],
      { prefix: "2" },
    ),
    group(
      "quan-ly",
      t("Quản lý sức khỏe", "Care from now on"),
      [
        words("theo-doi-tai", t("Theo dõi tại", "Followed at"), { maxLength: 255 }),
        yesNo(
          "can-chuyen",
          t("Chuyển tuyến hoặc khám chuyên khoa", "Referral or a specialist's examination"),
        ),
        paragraph("can-chuyen-ghi-ro", t("Ghi rõ", "Details"), {
          maxLength: 500,
          for: FORM_ITEMS.plan,
          enableWhen: [{ question: "can-chuyen", operator: "=", answerBoolean: true }],
        }),
      ],
      { prefix: "3" },
    ),
    day("ngay-ket-luan", t("Ngày kết luận", "Date of the conclusion"), {
      required: true,
      for: FORM_ITEMS.signedOn,
    }),
    words(
      "bs-ket-luan",
      t(
        "Bác sĩ kết luận (họ tên; ký, đóng dấu trên bản giấy)",
        "Concluding doctor (name; signed and stamped on paper)",
      ),
      { required: true, maxLength: 100, for: FORM_ITEMS.doctorName },
    ),
  ]);
