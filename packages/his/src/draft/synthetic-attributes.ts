import type { RandomStream } from "@cadre-care/domain/synthetic";
import type { Part } from "../profile/source-schema.ts";
import { refine } from "../read/read-part.ts";
import { tidyText } from "../read/tidy-text.ts";
import { scrambledText } from "./scrambled-text.ts";

const TRIES = 20;

/** Of the same shape down to which letters may stand in a hexadecimal number. */
const scrambledCode = (text: string, random: RandomStream): string =>
  text.replace(/[a-f]+|[^a-f]+/giu, (run) =>
    /^[a-f]/iu.test(run)
      ? run.replace(/./gu, (letter) => {
          const made = "abcdef".charAt(random.below(6));
          return letter === letter.toLowerCase() ? made : made.toUpperCase();
        })
      : scrambledText(run, random),
  );

/** What stands beside the group in the match: words of the pattern itself stay, all others are scrambled. */
const beside = (text: string, pattern: string, random: RandomStream): string =>
  text.replace(/[\p{L}\p{M}\p{N}]+/gu, (run) => (pattern.includes(run) ? run : scrambledText(run, random)));

/**
 * An attribute that a part of a page reads, with nothing in it but what the part takes, made synthetic. Undefined where
 * the part reads nothing here, or would not read it back.
 */
export const syntheticAttribute = (
  part: Part,
  before: string,
  random: RandomStream,
  synthetic: (taken: string) => string,
): string | undefined => {
  const { match } = part;
  if (match === undefined) return synthetic(tidyText(before));
  const [found, ...more] = tidyText(before).matchAll(new RegExp(match.pattern, "giud"));
  const taken = found?.[match.group] ?? "";
  const place = found?.indices?.[match.group];
  if (found === undefined || more.length > 0 || taken === "" || place === undefined) return undefined;
  const [from, to] = [place[0] - found.index, place[1] - found.index];
  const around = (made: string): string =>
    `${beside(found[0].slice(0, from), match.pattern, random)}${made}${beside(found[0].slice(to), match.pattern, random)}`;
  const own = synthetic(taken);
  const made = [own, ...Array.from({ length: TRIES }, () => scrambledCode(taken, random))];
  const texts = made.flatMap((one) => [
    { one, text: one },
    { one, text: around(one) },
  ]);
  return texts.find(({ one, text }) => one !== taken && refine(text, part) === one.trim())?.text;
};
