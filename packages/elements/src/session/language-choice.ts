import type { Language } from "@cadre-care/domain";
import { html, type TemplateResult } from "lit";

const LANGUAGES: readonly (readonly [Language, string])[] = [
  ["vi", "Tiếng Việt"],
  ["en", "English"],
];

export interface LanguageChoice {
  readonly label: string;
  readonly present: Language;
  readonly choose: (language: Language) => (event: MouseEvent) => void;
}

/** Each language under its own name. */
export const languageChoice = ({ label, present, choose }: LanguageChoice): TemplateResult => html`
  <div class="languages" role="group" aria-label=${label}>
    ${LANGUAGES.map(
      ([language, name]) => html`
        <button
          type="button"
          class="small"
          lang=${language}
          aria-pressed=${language === present ? "true" : "false"}
          @click=${choose(language)}
        >
          ${name}
        </button>
      `,
    )}
  </div>
`;
