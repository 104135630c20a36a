import { html, type TemplateResult } from "lit";
import { furtherLanguages } from "../language/further.ts";

/** Each language under its own name: ours, and what the page registered. */
const languages = (): readonly (readonly [tag: string, name: string])[] => [
  ["vi", "Tiếng Việt"],
  ["en", "English"],
  ...[...(furtherLanguages()?.spoken ?? [])].map(([tag, { name }]) => [tag, name] as const),
];

export interface LanguageChoice {
  readonly label: string;
  readonly present: string;
  readonly choose: (language: string) => (event: MouseEvent) => void;
}

/** Each language under its own name. */
export const languageChoice = ({ label, present, choose }: LanguageChoice): TemplateResult => html`
  <div class="languages" role="group" aria-label=${label}>
    ${languages().map(
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
