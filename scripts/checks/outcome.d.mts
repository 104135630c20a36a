export interface Outcome {
  readonly name: string;
  readonly passed: number;
  readonly failed: number;
  readonly reasons: string[];
}
export function failedOutcome(name: string, reason: string): Outcome;
export function passedOutcome(name: string): Outcome;
export function total(outcomes: readonly Outcome[]): { passed: number; failed: number };
export function totalLine(outcomes: readonly Outcome[]): string;
export function exitCode(outcomes: readonly Outcome[]): 0 | 1;
