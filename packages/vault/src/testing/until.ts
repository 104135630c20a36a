import type { Result, SubjectView } from "@cadre-care/domain";
import type { PageScope } from "../service/vault.ts";

/** Resolves when the condition holds of a topic's value. */
export const until = <Value>(
  subscribe: (listener: (value: Value) => void) => () => void,
  holds: (value: Value) => boolean,
): Promise<Value> =>
  new Promise((resolve) => {
    let end: (() => void) | undefined;
    let done = false;
    end = subscribe((value) => {
      if (done || !holds(value)) return;
      done = true;
      end?.();
      resolve(value);
    });
    if (done) end();
  });

export const untilSubject = (scope: PageScope, holds: (value: SubjectView) => boolean) =>
  until<SubjectView>((listener) => scope.subscribe("subject", listener), holds);

/** The value of an answer that must be one. */
export const value = <Value>(result: Result<Value>): Value => {
  if (!result.ok) throw new Error(`${result.problem.code}: ${result.problem.message.en}`);
  return result.value;
};

export const codeOf = (result: Result<unknown>): string => (result.ok ? "success" : result.problem.code);
