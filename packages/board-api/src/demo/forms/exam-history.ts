import { presentState } from "./exam-identity.ts";
import { EXT } from "./extensions.ts";
import { group, type Item, t, words, yesNo } from "./item.ts";

/** The 22 questions, Có or Không, in their order (DOMAIN 3.2, item 3). */
const QUESTIONS = [
  ["5-nam", t("Có bệnh hay bị thương trong 5 năm qua", "Illness or injury in the last 5 years")],
  ["than-kinh", t("Có bệnh thần kinh hay bị thương ở đầu", "Neurological disease or head injury")],
  ["mat", t("Bệnh mắt hoặc giảm thị lực", "Eye disease or reduced sight")],
  ["tai", t("Bệnh ở tai, giảm sức nghe hoặc thăng bằng", "Ear disease, reduced hearing or balance")],
  [
    "tim",
    t(
      "Bệnh ở tim, hoặc nhồi máu cơ tim, các bệnh tim mạch khác",
      "Heart disease, myocardial infarction or other cardiovascular disease",
    ),
  ],
  ["phau-thuat-tim", t("Phẫu thuật, can thiệp tim mạch", "Heart or vessel surgery or intervention")],
  ["tang-huyet-ap", t("Tăng huyết áp", "Hypertension")],
  ["kho-tho", t("Khó thở", "Shortness of breath")],
  [
    "phoi",
    t(
      "Bệnh phổi, hen, khí phế thũng, viêm phế quản mạn tính",
      "Lung disease, asthma, emphysema, chronic bronchitis",
    ),
  ],
  ["than", t("Bệnh thận, lọc máu", "Kidney disease, dialysis")],
  ["nghien-ruou", t("Nghiện rượu, bia", "Alcohol dependence")],
  [
    "dai-thao-duong",
    t("Đái tháo đường hoặc kiểm soát tăng đường huyết", "Diabetes, or control of raised blood sugar"),
  ],
  ["tam-than", t("Bệnh tâm thần", "Mental illness")],
  ["mat-y-thuc", t("Mất ý thức, rối loạn ý thức", "Loss or disorder of consciousness")],
  ["ngat", t("Ngất, chóng mặt", "Fainting, dizziness")],
  ["tieu-hoa", t("Bệnh tiêu hóa", "Digestive disease")],
  [
    "giac-ngu",
    t(
      "Rối loạn giấc ngủ, ngừng thở khi ngủ, ngủ rũ ban ngày, ngáy to",
      "Sleep disorder, sleep apnoea, daytime sleepiness, loud snoring",
    ),
  ],
  ["tai-bien", t("Tai biến mạch máu não hoặc liệt", "Stroke or paralysis")],
  ["cot-song", t("Bệnh hoặc tổn thương cột sống", "Disease or injury of the spine")],
  ["dung-ruou", t("Sử dụng rượu thường xuyên, liên tục", "Regular, continuous use of alcohol")],
  ["ma-tuy", t("Sử dụng ma túy và chất gây nghiện", "Use of drugs or addictive substances")],
  ["khac", t("Bệnh khác (ghi rõ)", "Other disease (say which)")],
] as const;

export const PERSONAL_QUESTION_IDS: readonly string[] = QUESTIONS.map(([id]) => `ban-than-${id}`);

/** Tiền sử bản thân: the table of 22 questions, then treatment, obstetrics and the declaration. */
export const personalHistory = (): Item =>
  group("tien-su-ban-than", t("Tiền sử bản thân", "Personal history"), [
    group(
      "ban-than",
      t("Có mắc các bệnh hoặc tình trạng sau không", "Any of the following diseases or states"),
      QUESTIONS.map(([id, text], index) =>
        yesNo(`ban-than-${id}`, text, { prefix: String(index + 1), required: true }),
      ),
      { extension: [EXT.control("htable")] },
    ),
    words("ban-than-ghi-ro", t("Tên bệnh khác", "Name of the other disease"), {
      required: true,
      maxLength: 255,
      enableWhen: [{ question: "ban-than-khac", operator: "=", answerBoolean: true }],
    }),
    presentState(),
  ]);
