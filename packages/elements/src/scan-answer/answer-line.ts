import type { ScanAnswer } from "@cadre-care/domain";
import { css, html, nothing, type TemplateResult } from "lit";
import type { LanguageController } from "../language/language-controller.ts";
import { answerWords } from "./answer-words.ts";
import { scanAnswerMessages } from "./scan-answer.messages.ts";

/** Whether this is the page's patient, in one sentence; first, for somebody else's answer is worse than none. */
const relationOf = (view: ScanAnswer, words: LanguageController): string | undefined => {
  const { another, unclear, same } = words.of(scanAnswerMessages);
  switch (view.relation) {
    case "another":
      return another;
    case "unclear":
      return unclear;
    case "same":
      return same;
    case "alone":
      return undefined;
  }
};

/** Which process applies to a managed person, as the strip of the page's patient has it; of others what to do. */
const adviceOf = (
  view: ScanAnswer,
  how: string | undefined,
  words: LanguageController,
): readonly string[] => {
  const { advice } = words.of(scanAnswerMessages);
  const { about } = view;
  const warned = view.warnings.map(({ message }) =>
    how === undefined ? words.say(message) : `${advice}: ${words.say(message)}`,
  );
  const served =
    about.state === "managed" && !view.emergency
      ? `${words.say(about.brief.process)} · ${words.say(about.brief.room)}`
      : how;
  return served === undefined ? warned : [served, ...warned];
};

const asSentence = (text: string): string => (/[.…]$/.test(text) ? text : `${text}.`);

/**
 * The answer as one line of a strip: whose it is, what is said, whether it is the page's patient, and what of this
 * machine bears on it. No name.
 */
export const answerLine = (
  view: ScanAnswer,
  words: LanguageController,
  circumstances: readonly string[],
  open: TemplateResult,
): TemplateResult | typeof nothing => {
  const said = answerWords(view, words);
  if (said === undefined) return nothing;
  const relation =
    view.about.state === "reading" && view.warnings.length === 0 ? undefined : relationOf(view, words);
  const more = [
    ...(relation === undefined ? [] : [relation]),
    ...adviceOf(view, said.how, words),
    ...circumstances.filter((word) => word !== said.title),
  ]
    .map(asSentence)
    .join(" ");
  return html`
    <div class="one ${said.tone}" part="line">
      ${said.icon}
      <div class="says">
        <strong>${words.of(scanAnswerMessages).person(said.title)}</strong>
        <div class="more" title=${more}>${more}</div>
      </div>
      ${said.openable ? open : nothing}
    </div>
  `;
};

export const lineStyles = css`
  .one {
    display: flex;
    align-items: center;
    gap: 8px;
    line-height: 1.25;
  }
  .one > .icon {
    color: var(--_tone, var(--_ink-soft));
  }
  @media (forced-colors: active) {
    .one > .icon {
      color: CanvasText;
    }
  }
  .one .says {
    flex: 1;
    min-inline-size: 0;
  }
  .one strong {
    display: block;
    overflow: hidden;
    color: var(--_tone, var(--_ink));
    font-weight: 650;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .one .more {
    display: -webkit-box;
    overflow: hidden;
    font-size: 0.8667em;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
  }
  .one button {
    flex: none;
    min-block-size: 36px;
    white-space: nowrap;
  }
  :host([line]) {
    container-type: inline-size;
  }
  :host([line]) .stack {
    grid-template-columns: minmax(0, 1fr);
  }
  /* What is said goes before what follows from it. */
  @container (max-width: 420px) {
    .one strong {
      display: -webkit-box;
      white-space: normal;
      -webkit-box-orient: vertical;
      -webkit-line-clamp: 2;
    }
    .one .more {
      -webkit-line-clamp: 1;
    }
  }
  @container (max-width: 520px) {
    .one button {
      padding-inline: 10px;
    }
    .one button .word {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
  }
`;
