import type { AnswerValue } from "@cadre-care/forms/on-demand";

/** Codes that people read and write (ICD-10), unlike those that only programs do. */
const WRITTEN_CODE = /^[A-Z]\d{2}(?:\.\d{1,2})?$/;

/** An answer's text with its code before it, where the code means something to people: "I10 Tăng huyết áp vô căn". */
export const codedText = (value: AnswerValue | undefined, text: string): string => {
  const code = value?.valueCoding?.code;
  return code !== undefined && WRITTEN_CODE.test(code) && !text.startsWith(code) ? `${code} ${text}` : text;
};
