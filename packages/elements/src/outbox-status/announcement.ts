import type { OutboxView } from "@cadre-care/domain";
import type { LanguageController } from "../language/language-controller.ts";
import { countIn } from "../language/locale.ts";
import { outboxMessages } from "./outbox-status.messages.ts";

/** Fewer than this are through before the words are spoken. */
const WORTH_SAYING = 20;

const quarterOf = ({ progress }: OutboxView): number =>
  progress === undefined || progress.total < WORTH_SAYING
    ? 0
    : Math.floor((4 * progress.done) / progress.total);

/**
 * What a screen reader should hear between two views, if anything: long deliveries by quarters, their end when it
 * changed something, entries that begin to need a person, a board that stopped answering. Everything else is on the screen
 * and would only chatter. `started` is the view in which the present delivery began.
 */
export const announcement = (
  before: OutboxView,
  after: OutboxView,
  started: OutboxView,
  words: LanguageController,
): string | undefined => {
  const text = words.of(outboxMessages);
  const say = (count: number): string => countIn(words.current, count);
  if (after.parked > before.parked) return text.parked(say(after.parked), after.parked === 1);
  if (after.boardAway !== undefined && before.boardAway === undefined) return text.away;
  if (after.draining) {
    const { progress } = after;
    if (progress === undefined || quarterOf(after) === 4) return undefined;
    if (!before.draining || before.progress === undefined)
      return progress.total < WORTH_SAYING ? undefined : text.saySending(say(progress.total));
    return quarterOf(after) > quarterOf(before)
      ? text.progress(say(progress.done), say(progress.total))
      : undefined;
  }
  const changed = started.waiting !== after.waiting || started.parked !== after.parked;
  if (!before.draining || !changed) return undefined;
  return after.waiting + after.parked === 0 ? text.none : text.sayLeft(say(after.waiting), say(after.parked));
};
