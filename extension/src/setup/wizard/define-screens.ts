import { CheckScreen } from "./check-screen.ts";
import { ColumnsSection } from "./columns-section.ts";
import { HospitalScreen } from "./hospital-screen.ts";
import { JoinsSection } from "./joins-section.ts";
import { MoreEditor } from "./more-editor.ts";
import { OpenSection } from "./open-section.ts";
import { PageEditor } from "./page-editor.ts";
import { PageQuestions } from "./page-questions.ts";
import { PagesScreen } from "./pages-screen.ts";
import { PlaceEditor } from "./place-editor.ts";
import { PrefillSection } from "./prefill-section.ts";
import { SaveScreen } from "./save-screen.ts";
import { SetupWizard } from "./setup-wizard.ts";
import { TextFields } from "./text-fields.ts";

/** Gives the wizard and its screens their names. Until then none of them can be made. */
export const defineScreens = (): void => {
  customElements.define("setup-hospital", HospitalScreen);
  customElements.define("setup-open", OpenSection);
  customElements.define("setup-pages", PagesScreen);
  customElements.define("setup-page-editor", PageEditor);
  customElements.define("setup-questions", PageQuestions);
  customElements.define("setup-places", PlaceEditor);
  customElements.define("setup-texts", TextFields);
  customElements.define("setup-columns", ColumnsSection);
  customElements.define("setup-prefill", PrefillSection);
  customElements.define("setup-joins", JoinsSection);
  customElements.define("setup-more", MoreEditor);
  customElements.define("setup-check", CheckScreen);
  customElements.define("setup-save", SaveScreen);
  customElements.define("setup-wizard", SetupWizard);
};
