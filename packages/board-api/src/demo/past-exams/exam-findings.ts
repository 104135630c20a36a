import {
  type DirectoryEntry,
  HEALTH_CLASSES,
  type HealthClass,
  isoDate,
  overallClass,
} from "@cadre-care/domain";
import type { RandomStream } from "@cadre-care/domain/synthetic";
import { CODE_SYSTEMS } from "@cadre-care/fhir";
import type { AnswerValue } from "@cadre-care/forms";
import { GYNAECOLOGY, REQUIRED_CLASSES } from "../forms/exam-clinical.ts";
import { PERSONAL_QUESTION_IDS } from "../forms/exam-history.ts";
import type { Answers } from "./response-items.ts";

/** What a synthetic person's body is like; exams of one person vary around it. */
export interface Constitution {
  readonly height: number;
  readonly weight: number;
  readonly systolic: number;
  readonly pulse: number;
  readonly glucose: number;
  readonly creatinine: number;
}

const around = (random: RandomStream, middle: number, spread: number): number =>
  middle - spread + random.below(2 * spread + 1);

export const constitution = (random: RandomStream, sex: DirectoryEntry["sex"]): Constitution => ({
  height: around(random, sex === "male" ? 166 : 156, 8),
  weight: around(random, sex === "male" ? 65 : 55, 10),
  systolic: around(random, 128, 16),
  pulse: around(random, 74, 8),
  glucose: around(random, 56, 8) / 10,
  creatinine: around(random, sex === "male" ? 85 : 70, 15),
});

const words = (valueString: string): AnswerValue => ({ valueString });
const decimal = (value: number): AnswerValue => ({ valueDecimal: Math.round(value * 100) / 100 });
const integer = (value: number): AnswerValue => ({ valueInteger: Math.round(value) });
const classAnswer = (code: HealthClass): AnswerValue => ({
  valueCoding: { system: CODE_SYSTEMS.healthClass, code },
});

const identity = (person: DirectoryEntry): Answers => ({
  "ho-ten": words(person.name.toLocaleUpperCase("vi")),
  "gioi-tinh": {
    valueCoding: {
      system: "http://hl7.org/fhir/administrative-gender",
      code: person.sex,
      display: person.sex === "male" ? "Nam" : "Nữ",
    },
  },
  "ngay-sinh": { valueDate: isoDate(person.birthDate) },
  "ly-do-kham": words("Khám sức khỏe định kỳ"),
});

const measured = (random: RandomStream, body: Constitution): Answers => {
  const weight = body.weight + around(random, 0, 20) / 10;
  return {
    "chieu-cao": decimal(body.height),
    "can-nang": decimal(weight),
    bmi: { valueDecimal: Math.round((weight / (body.height / 100) ** 2) * 10) / 10 },
    mach: integer(around(random, body.pulse, 4)),
    "huyet-ap-tam-thu": integer(around(random, body.systolic, 6)),
    "huyet-ap-tam-truong": integer(around(random, body.systolic * 0.62, 4)),
    "duong-mau": decimal(body.glucose + around(random, 0, 6) / 10),
    ure: decimal(around(random, 52, 12) / 10),
    creatinin: integer(around(random, body.creatinine, 6)),
    asat: integer(around(random, 25, 9)),
    alat: integer(around(random, 26, 12)),
  };
};

const classes = (random: RandomStream, sex: DirectoryEntry["sex"]): Readonly<Record<string, HealthClass>> => {
  const places = sex === "female" ? [...REQUIRED_CLASSES, GYNAECOLOGY.linkId] : REQUIRED_CLASSES;
  return Object.fromEntries(
    places.map((linkId) => [linkId, HEALTH_CLASSES[random.chance(0.75) ? 0 : 1 + random.below(2)] ?? "I"]),
  );
};

/** Everything that an exam of this person says. Depends on the stream alone. */
export const examFindings = (
  person: DirectoryEntry,
  body: Constitution,
  day: string,
  doctor: string,
  random: RandomStream,
): Answers => {
  const given = classes(random, person.sex);
  const overall = overallClass(Object.values(given).map((one) => ({ class: one, required: true })));
  const doctors = ["noi-khoa", "ngoai-khoa", "da-lieu", "mat", "tai-mui-hong", "rang-ham-mat"];
  return {
    ...identity(person),
    ...Object.fromEntries(
      PERSONAL_QUESTION_IDS.map((linkId) => [
        linkId,
        { valueBoolean: linkId === "ban-than-tang-huyet-ap" && body.systolic >= 138 },
      ]),
    ),
    ...measured(random, body),
    ...Object.fromEntries(Object.entries(given).map(([linkId, code]) => [linkId, classAnswer(code)])),
    ...Object.fromEntries(doctors.map((id) => [`bs-${id}`, words(doctor)])),
    ...(person.sex === "female" ? { "bs-san-phu-khoa": words(doctor) } : {}),
    ...(overall === undefined ? {} : { "phan-loai-suc-khoe": classAnswer(overall) }),
    "ngay-ket-luan": { valueDate: day },
    "bs-ket-luan": words(doctor),
  };
};
