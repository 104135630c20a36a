import "../../view/without-eval.ts";
import { defineScreens } from "./define-screens.ts";
import { SetupWizard } from "./setup-wizard.ts";
import { WizardDesk } from "./wizard-desk.ts";

defineScreens();
const desk = new WizardDesk();
document.body.append(new SetupWizard(desk));
void desk.begin();
