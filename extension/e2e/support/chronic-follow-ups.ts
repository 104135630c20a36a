import type { TypistHabits } from "./form-typist.ts";

/** A chronic follow-up as a doctor fills it in, and what the board then has of it. */
interface FollowUp {
  readonly title: string;
  readonly habits: TypistHabits;
  /** By linkId; codings as their code. */
  readonly answers: Readonly<Record<string, readonly unknown[]>>;
  /** By LOINC code: value, unit in UCUM. */
  readonly measured: Readonly<Record<string, readonly [number, string]>>;
}

/** What every one of them asks for. */
const SIGNS: FollowUp["measured"] = {
  "8480-6": [130, "mm[Hg]"],
  "8462-4": [80, "mm[Hg]"],
  "8867-4": [72, "/min"],
  "29463-7": [61, "kg"],
  "8302-2": [165, "cm"],
  "39156-5": [22.4, "kg/m2"],
};

/** Each with a question of its own that another answer calls up, keeps away or leaves to itself. */
export const FOLLOW_UPS: readonly FollowUp[] = [
  {
    title: "Theo dõi bệnh mạch vành",
    habits: {
      codes: ["I25"],
      choices: [[/Đau thắt ngực/, "2"]],
      answers: [
        [/Số cơn/, "3"],
        [/LDL/, "3,1"],
        [/HDL/, "1,2"],
        [/Triglycerid/, "1,75"],
      ],
    },
    answers: { "dau-nguc": ["khi-gang-suc"], "con-dau-tuan": [3], "chan-doan": ["I25"] },
    measured: {
      ...SIGNS,
      "22748-8": [3.1, "mmol/L"],
      "14646-4": [1.2, "mmol/L"],
      "14927-8": [1.75, "mmol/L"],
    },
  },
  {
    title: "Theo dõi đái tháo đường",
    habits: {
      codes: ["E11", "I10"],
      answers: [
        [/Đường máu/, "7,25"],
        [/HbA1c/, "7.1"],
      ],
      choices: [[/hạ đường huyết/, "2"]],
    },
    answers: { "ha-duong-huyet": [false], "chan-doan": ["E11", "I10"] },
    measured: {
      ...SIGNS,
      "14749-6": [7.25, "mmol/L"],
      "4548-4": [7.1, "%"],
      "8280-0": [80, "cm"],
      "14682-9": [90, "umol/L"],
    },
  },
  {
    title: "Theo dõi bệnh phổi tắc nghẽn mạn tính (COPD)",
    habits: {
      codes: ["J44"],
      choices: [[/mMRC/, "3"]],
      answers: [
        [/Số đợt cấp/, "2"],
        [/SpO₂/, "95"],
        [/Nhịp thở/, "18"],
        [/FEV1/, "65"],
      ],
    },
    answers: { "kho-tho-mmrc": ["mmrc-2"], "dot-cap": [2], "chan-doan": ["J44"] },
    measured: {
      ...SIGNS,
      "59408-5": [95, "%"],
      "9279-1": [18, "/min"],
      "19926-5": [65, "%"],
    },
  },
];
