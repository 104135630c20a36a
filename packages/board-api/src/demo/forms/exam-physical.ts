import { EXT } from "./extensions.ts";
import { healthClass } from "./health-class.ts";
import { group, type Item, section, t } from "./item.ts";
import { measured } from "./measure.ts";
import { MEASURES } from "./measures.ts";

const answer = (path: readonly string[]): string =>
  `%resource${path.map((linkId) => `.item.where(linkId = '${linkId}')`).join("")}.answer.value`;

/** BMI = weight (kg) / height (m)²; nothing while either is missing. Paths from the root of the form. */
export const bmi = (weight: readonly string[], height: readonly string[]): string =>
  `(${answer(weight)} / (${answer(height)} / 100).power(2)).round(1)`;

/** Huyết áp, "120/80": two numbers, so that each can be compared and charted. */
export const bloodPressure = (linkId: string, required: boolean): Item =>
  group(linkId, t("Huyết áp (tâm thu/tâm trương)", "Blood pressure (systolic/diastolic)"), [
    measured(`${linkId}-tam-thu`, t("Tâm thu", "Systolic"), MEASURES.systolic, {
      required,
      extension: [EXT.format("120")],
    }),
    measured(`${linkId}-tam-truong`, t("Tâm trương", "Diastolic"), MEASURES.diastolic, {
      required,
      extension: [EXT.format("80")],
    }),
  ]);

/** I. Thể lực (DOMAIN 3.2, item 4). */
export const physical = (): Item =>
  section("I", "the-luc", t("Khám thể lực", "Physique"), [
    measured("chieu-cao", t("Chiều cao", "Height"), MEASURES.height, { required: true }),
    measured("can-nang", t("Cân nặng", "Weight"), MEASURES.weight, { required: true }),
    measured("bmi", t("Chỉ số BMI", "BMI"), MEASURES.bmi, {
      readOnly: true,
      extension: [EXT.calculated(bmi(["the-luc", "can-nang"], ["the-luc", "chieu-cao"]))],
    }),
    measured("mach", t("Mạch", "Pulse"), MEASURES.pulse, { required: true }),
    bloodPressure("huyet-ap", true),
    healthClass("pl-the-luc", t("Phân loại thể lực", "Class of physique")),
  ]);
