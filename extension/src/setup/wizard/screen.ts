import { controls, tokens } from "@cadre-care/elements";
import { LitElement } from "lit";
import { FollowDesk } from "./follow-desk.ts";
import { wizardStyles } from "./wizard.styles.ts";
import type { Desk } from "./wizard-desk.ts";
import type { WizardWords } from "./words.ts";

/** One screen of the wizard, or a part of one. */
export abstract class Screen extends LitElement {
  static override styles = [tokens, controls, wizardStyles];

  constructor(protected readonly desk: Desk) {
    super();
    new FollowDesk(this, () => desk);
  }

  /** Where a reader goes on once what had the focus is gone. */
  async focusHeading(): Promise<void> {
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>("[tabindex='-1']")?.focus();
  }

  protected get words(): WizardWords {
    return this.desk.words;
  }
}
