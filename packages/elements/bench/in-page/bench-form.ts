/** The same form for everybody who is measured, in words of none of them. */
export type Kind = "text" | "whole" | "decimal" | "yesno" | "choice" | "date" | "long";

export interface Question {
  readonly id: string;
  readonly label: string;
  readonly kind: Kind;
  /** Asked for while that question has no answer. */
  readonly whileEmpty?: string;
}

export interface Section {
  readonly id: string;
  readonly title: string;
  readonly questions: readonly Question[];
}

/** Four questions that work together; their labels say which is which. */
export const VITALS = {
  title: "Thể lực",
  height: { id: "height", label: "Chiều cao (m)", start: 1.65 },
  weight: { id: "weight", label: "Cân nặng (kg)" },
  /** Calculated: weight / height², one decimal. */
  bmi: { id: "bmi", label: "Chỉ số BMI" },
  /** Asked for when the weight is above the limit. */
  advice: { id: "advice", label: "Tư vấn cân nặng", above: 65 },
} as const;

export const OPTIONS = ["Bình thường", "Loại I", "Loại II", "Loại III"] as const;
const KINDS: readonly Kind[] = [
  "text",
  "choice",
  "whole",
  "yesno",
  "decimal",
  "date",
  "text",
  "choice",
  "long",
  "yesno",
];
const SECTION = 25;

/** As many questions as are asked for, the four of `VITALS` among them; every tenth hangs on another. */
export const sectionsOf = (items: number): readonly Section[] => {
  const questions = Array.from({ length: items - 4 }, (_, index): Question => {
    const id = `q${index + 1}`;
    const kind = KINDS[index % KINDS.length] ?? "text";
    return { id, label: `Câu ${index + 1}`, kind, ...(index % 10 === 8 && { whileEmpty: `q${index}` }) };
  });
  return Array.from({ length: Math.ceil(questions.length / SECTION) }, (_, index) => ({
    id: `s${index + 1}`,
    title: `Mục ${index + 1}`,
    questions: questions.slice(index * SECTION, (index + 1) * SECTION),
  }));
};

export const lastLabel = (items: number): string => `Câu ${items - 4}`;
export const bmiOf = (weight: number): number => Math.round((weight / VITALS.height.start ** 2) * 10) / 10;
