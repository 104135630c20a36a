import type { AnswerValue } from "@cadre-care/forms";
import type { Answers } from "@cadre-care/forms/testing";
import { z } from "zod";

const extensionSchema = z.looseObject({
  url: z.string(),
  valueInteger: z.number().optional(),
  valueDecimal: z.number().optional(),
});
const itemSchema = z.looseObject({
  linkId: z.string(),
  type: z.string(),
  readOnly: z.boolean().optional(),
  repeats: z.boolean().optional(),
  enableWhen: z.array(z.unknown()).optional(),
  extension: z.array(extensionSchema).optional(),
  get item() {
    return z.array(itemSchema).optional();
  },
});
type Item = z.infer<typeof itemSchema>;

/** What is written in words. A synthetic person, as everybody in the demo. */
const WORDS: Readonly<Record<string, string>> = {
  "ho-ten": "NGUYỄN THỊ HÒA BÌNH",
  "dia-chi": "Số 4, phố Mẫu, phường Hòa Bình",
  "dau-hieu": "Đau thắt ngực khi gắng sức, khó thở nhẹ về đêm",
  "ket-qua": "Điện tim: ST chênh xuống ở V4–V6; men tim trong giới hạn",
  "phuong-phap": "Aspirin 81 mg, bisoprolol 2,5 mg, nghỉ tại giường",
  "tinh-trang": "Tỉnh, tiếp xúc tốt; huyết áp 142/84 mmHg; mạch 72 lần/phút",
  "huong-dieu-tri": "Chụp động mạch vành",
  "nguoi-hanh-nghe": "BS Lê Văn Sáng",
  "dai-dien": "BS Trần Văn Minh",
};

const NUMBERS: Readonly<Record<string, number>> = {
  "chieu-cao": 156,
  "can-nang": 61.5,
  mach: 72,
  "huyet-ap-tam-thu": 142,
  "huyet-ap-tam-truong": 84,
};

const DATES: Readonly<Record<string, string>> = { "ngay-sinh": "1961-06-04" };

const limit = ({ extension = [] }: Item, name: string, otherwise: number): number => {
  const found = extension.find(({ url }) => url === `http://hl7.org/fhir/StructureDefinition/${name}`);
  return found?.valueInteger ?? found?.valueDecimal ?? otherwise;
};

/** Within its limits, nearer to the least, as most measured values are. */
const number = (item: Item): number => {
  const [least, most] = [limit(item, "minValue", 0), limit(item, "maxValue", 10)];
  return NUMBERS[item.linkId] ?? Math.ceil(least + (most - least) / 4);
};

const answerTo = (item: Item): AnswerValue | undefined => {
  const words = WORDS[item.linkId];
  switch (item.type) {
    case "integer":
      return { valueInteger: number(item) };
    case "decimal":
      return { valueDecimal: number(item) };
    case "date":
      return { valueDate: DATES[item.linkId] ?? "2026-11-22" };
    case "text":
      return { valueString: words ?? "Chưa phát hiện bất thường" };
    case "string":
      return words === undefined ? undefined : { valueString: words };
    default:
      return undefined;
  }
};

/** What everybody is asked, and no more. */
const itemsOf = (items: readonly Item[]): readonly Item[] =>
  items
    .filter(({ enableWhen, repeats, type }) => enableWhen === undefined && !(type === "group" && repeats))
    .flatMap((item) => [item, ...itemsOf(item.item ?? [])]);

/** What a doctor would write into the form, as far as it is in words and numbers; the rest is `filledForm`'s. */
export const plausibleAnswers = (questionnaire: { readonly item?: unknown }): Answers =>
  Object.fromEntries(
    itemsOf(z.array(itemSchema).parse(questionnaire.item)).flatMap((item) => {
      const answer = item.readOnly === true ? undefined : answerTo(item);
      return answer === undefined ? [] : [[item.linkId, answer]];
    }),
  );
