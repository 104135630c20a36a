import type { LocalizedText } from "@cadre-care/domain";
import { CODE_SYSTEMS, FORM_ITEMS, VALUE_SETS, type ValueSet } from "@cadre-care/fhir";
import { EXT } from "./extensions.ts";
import { fromValueSet, type Item, type ItemOptions, t } from "./item.ts";

const CLASSES = [
  ["I", t("Loại I (Rất khỏe)", "Class I (very good)")],
  ["II", t("Loại II (Khỏe)", "Class II (good)")],
  ["III", t("Loại III (Trung bình)", "Class III (fair)")],
  ["IV", t("Loại IV (Yếu)", "Class IV (poor)")],
  ["V", t("Loại V (Rất yếu)", "Class V (very poor)")],
] as const;

/** Phân loại sức khỏe I–V (QĐ 1613/BYT-QĐ; DOMAIN 3.2). Its alphabetical order is its order, best first. */
export const healthClassValueSet: ValueSet = {
  resourceType: "ValueSet",
  id: "health-class",
  url: VALUE_SETS.healthClass,
  name: "HealthClass",
  title: "Phân loại sức khỏe I–V",
  status: "active",
  compose: {
    include: [
      {
        system: CODE_SYSTEMS.healthClass,
        concept: CLASSES.map(([code, text]) => ({
          code,
          display: text.vi,
          designation: [{ language: "en", value: text.en }],
        })),
      },
    ],
  },
};

/** The class of one specialty or organ system; required before there can be an overall class. */
export const healthClass = (linkId: string, text: LocalizedText, options: ItemOptions = {}): Item =>
  fromValueSet(linkId, text, VALUE_SETS.healthClass, {
    required: true,
    for: FORM_ITEMS.specialtyClass,
    ...options,
    extension: [EXT.control("radio-button"), EXT.horizontal],
  });

const linkIds = (list: readonly string[]): string =>
  list.map((linkId) => `linkId = '${linkId}'`).join(" or ");

/**
 * FHIRPath: the worst class, once every required specialty has one (overallClass in domain says the same).
 * `conditional` counts where the person is a woman who has not declined it.
 */
export const overallClassExpression = (
  required: readonly string[],
  conditional: { readonly linkId: string; readonly sex: string; readonly declined: string },
): string => {
  const answers = (list: readonly string[]) => `%resource.descendants().where(${linkIds(list)}).answer.value`;
  const isAsked = `${answers([conditional.sex])}.where(code = 'female').exists() and ${answers([conditional.declined])}.where($this = true).empty()`;
  const missing = `${answers(required)}.count() < ${required.length} or (${isAsked} and ${answers([conditional.linkId])}.empty())`;
  const worst = `${answers([...required, conditional.linkId])}.aggregate(iif($total.empty(), $this, iif($this.code > $total.code, $this, $total)))`;
  return `iif(${missing}, {}, ${worst})`;
};
