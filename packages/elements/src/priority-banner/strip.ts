import type { ManagedBrief, SubjectView } from "@cadre-care/domain";
import { html, nothing, type TemplateResult } from "lit";
import { wordFor } from "../language/catalogue.ts";
import type { LanguageController } from "../language/language-controller.ts";
import { stateMessages } from "../language/state.messages.ts";
import { chip } from "../theme/chip.ts";
import { iconManaged, iconPanel, iconWarning } from "../theme/icons.ts";
import { briefChips } from "./brief-chips.ts";
import { headlineOf, isEmergency } from "./headline.ts";
import type { Circumstance } from "./offline.ts";
import { bannerMessages } from "./priority-banner.messages.ts";

export interface StripParts {
  readonly view: SubjectView | undefined;
  readonly circumstances: readonly Circumstance[];
  readonly words: LanguageController;
  readonly now: number;
  readonly open: (event: MouseEvent) => void;
}

const statutoryChips = (
  { statutoryGroups }: ManagedBrief,
  words: LanguageController,
): readonly TemplateResult[] => {
  const text = words.of(bannerMessages);
  const states = words.of(stateMessages);
  return statutoryGroups.map(
    (group) =>
      html`<span class="law" part="statutory"><span class="why">${text.statutory} </span>${wordFor(states.statutory, group)}</span>`,
  );
};

const adviceChips = (view: SubjectView, words: LanguageController): readonly TemplateResult[] => {
  const text = words.of(bannerMessages);
  const [first, ...others] = view.warnings;
  if (first === undefined) return [];
  const more = others.length > 0 ? ` (${text.more(others.length)})` : "";
  return [
    html`<span class="tip" title=${`${words.explain(first)}${more}`}>
      ${chip("caution", iconWarning(), `${text.advice}: ${words.explain(first)}${more}`)}
    </span>`,
  ];
};

/** The strip in the page: one height, no name, one button for everybody, none in an emergency (DESIGN rules 1, 2, 10). */
export const strip = ({ view, circumstances, words, now, open }: StripParts): TemplateResult => {
  const text = words.of(bannerMessages);
  const headline = headlineOf(view, words);
  const emergency = view !== undefined && isEmergency(view);
  const managed = view?.about.state === "managed" ? view.about : undefined;
  return html`
    <section
      class="strip ${headline.tone}"
      part="strip"
      data-state=${headline.name}
      aria-label=${text.label}
    >
      <span class="sign" part="sign">${headline.icon}</span>
      <div class="says">
        <div class="title">
          ${managed && !emergency ? statutoryChips(managed.brief, words) : nothing}<strong part="title">${headline.title}</strong>
        </div>
        <div class="body" part="body">${headline.body}</div>
      </div>
      <div class="chips" part="chips">
        ${
          managed === undefined
            ? nothing
            : emergency
              ? chip("plain", iconManaged(), text.managed)
              : briefChips(managed.brief, managed.visit, words, now)
        }
      </div>
      <div class="machine" part="machine">
        ${view === undefined ? nothing : adviceChips(view, words)}
        ${circumstances.map(({ icon, word, advice = nothing }) =>
          word === headline.title
            ? nothing
            : html`<span class="tip" title=${advice}>${chip("caution", icon, word)}</span>`,
        )}
      </div>
      ${
        emergency
          ? nothing
          : html`<slot name="action"></slot><button part="open" class="open" type="button" @click=${open} aria-label=${text.open}>
              ${iconPanel()}<span>${text.open}</span>
            </button>`
      }
    </section>
  `;
};
