import type { NOT_ASKED } from "./not-asked-texts.ts";

/** What a finding may show: statuses, counts, yes and no. Never a text that a server sent: it may be a person's name. */
export type Plain = number | boolean | undefined | readonly Plain[];

/** A server that does otherwise than the product needs. The message holds nothing of anybody. */
export class DoesNotHold extends Error {
  constructor(what: string, expected: Plain, saw: Plain) {
    super(`${what}: expected ${plainText(expected)}, saw ${plainText(saw)}`);
    this.name = "DoesNotHold";
  }
}

/** A check that could not be carried out, and why. */
export class NotAsked extends Error {
  readonly reason: keyof typeof NOT_ASKED;

  constructor(reason: keyof typeof NOT_ASKED) {
    super(reason);
    this.name = "NotAsked";
    this.reason = reason;
  }
}

const plainText = (value: Plain): string => {
  if (value === undefined) return "nothing";
  if (typeof value === "boolean") return value ? "yes" : "no";
  return typeof value === "number" ? String(value) : `[${value.map(plainText).join(", ")}]`;
};

/** @throws DoesNotHold unless they are alike. `what` says in words what was asked. */
export const same = (what: string, expected: Plain, saw: Plain): void => {
  if (plainText(expected) !== plainText(saw)) throw new DoesNotHold(what, expected, saw);
};

/** @throws DoesNotHold */
export const holds = (what: string, saw: boolean): void => same(what, true, saw);

/** The answer, where the account may do this and is still signed in. @throws NotAsked */
export const permitted = <Answered extends { readonly status: number }>(answer: Answered): Answered => {
  if (answer.status === 401) throw new NotAsked("signed-out");
  if (answer.status === 403) throw new NotAsked("not-permitted");
  return answer;
};

/** What there is, or the reason why there is nothing to ask with. @throws NotAsked */
export const given = <Value>(value: Value | undefined, reason: keyof typeof NOT_ASKED): Value => {
  if (value === undefined) throw new NotAsked(reason);
  return value;
};
