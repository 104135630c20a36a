/**
 * What one part of the test run came to. A test that was skipped, or is only promised, counts as failed: a part that
 * could not be run on this machine must not look like one that holds.
 * @typedef {{ name: string, passed: number, failed: number, reasons: string[] }} Outcome
 */

/** @param {string} name @param {string} reason @returns {Outcome} */
export const failedOutcome = (name, reason) => ({ name, passed: 0, failed: 1, reasons: [reason] });

/** @param {string} name @returns {Outcome} */
export const passedOutcome = (name) => ({ name, passed: 1, failed: 0, reasons: [] });

/** @param {readonly Outcome[]} outcomes */
export const total = (outcomes) =>
  outcomes.reduce(
    (sum, outcome) => ({ passed: sum.passed + outcome.passed, failed: sum.failed + outcome.failed }),
    { passed: 0, failed: 0 },
  );

/** The last line of `npm test`. @param {readonly Outcome[]} outcomes */
export const totalLine = (outcomes) => {
  const { passed, failed } = total(outcomes);
  return `${passed} passed, ${failed} failed`;
};

/** A run in which nothing passed proves nothing. @param {readonly Outcome[]} outcomes */
export const exitCode = (outcomes) => {
  const { passed, failed } = total(outcomes);
  return failed > 0 || passed === 0 ? 1 : 0;
};
