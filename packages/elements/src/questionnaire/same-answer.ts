import type { AnswerValue } from "@cadre-care/forms/on-demand";

/** Whether two answers mean the same option: codes by code and, where both state it, system; all else by value. */
export const sameAnswer = (one: AnswerValue, other: AnswerValue): boolean => {
  const [code, coding] = [one.valueCoding, other.valueCoding];
  if (code !== undefined && coding !== undefined) {
    const sameSystem =
      code.system === undefined || coding.system === undefined || code.system === coding.system;
    return (
      code.code === coding.code && sameSystem && (code.code !== undefined || code.display === coding.display)
    );
  }
  return JSON.stringify(one) === JSON.stringify(other);
};
