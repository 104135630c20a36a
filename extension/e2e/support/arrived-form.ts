import { checkResource } from "@cadre-care/fhir/testing";
import { expect } from "vitest";
import type { BoardReader, BoardResource } from "./board-reader.ts";
import type { FormTypist } from "./form-typist.ts";
import { observationsFrom, submittedSince } from "./submitted-forms.ts";

/** A form as the board has it, and what was measured in it. */
export interface ArrivedForm {
  readonly response: BoardResource;
  readonly observations: readonly BoardResource[];
}

/** Keys at most: one for each answer, those of the words, and a tenth more for everything else. */
export const expectFewKeys = ({ typed }: FormTypist, least: number): void => {
  const { keystrokes, answers, characters } = typed;
  expect(answers).toBeGreaterThan(least);
  expect(keystrokes).toBeLessThanOrEqual(1.1 * (answers + characters));
};

/** What the judges of FHIR find no fault with. Asked last: the first time they keep this process busy for seconds. */
export const expectSound = (...resources: readonly BoardResource[]): void =>
  expect(resources.flatMap((resource) => checkResource(resource))).toEqual([]);

/** The one form that was submitted at that moment or later, its values once. */
export const arrivedOnce = async (officer: BoardReader, began: number): Promise<ArrivedForm> => {
  const [response, ...more] = await submittedSince(officer, began);
  if (response === undefined) throw new Error("nothing arrived");
  expect(more).toEqual([]);
  expect(response).toMatchObject({ status: "completed" });
  const observations = await observationsFrom(officer, response);
  for (const value of observations) expect(value).toMatchObject({ status: "final" });
  const codes = observations.map(({ code }) => JSON.stringify(code));
  expect(new Set(codes).size).toBe(codes.length);
  return { response, observations };
};
