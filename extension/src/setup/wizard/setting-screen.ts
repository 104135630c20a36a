import type { PageWork, ProfilePage } from "@cadre-care/his/draft";
import { html, type TemplateResult } from "lit";
import { Screen } from "./screen.ts";

/** A screen of settings: what the profile does not take is said beside the field, and changes nothing. */
export abstract class SettingScreen extends Screen {
  /** Where the last answer was given that was not taken. */
  #refused: { readonly name: string; readonly page: string } | undefined;

  protected isRefused(name: string): boolean {
    return this.#refused?.name === name && this.#refused.page === this.desk.edited;
  }

  /** Always there, so that it is read out when it says something. */
  protected fault(name: string, also = ""): TemplateResult {
    const text = this.isRefused(name) ? this.words.refused : also;
    return html`<span id="${name}-fault" class="error" role="status">${text}</span>`;
  }

  protected take(work: PageWork, name: string, page: ProfilePage | undefined): void {
    this.#refused = page === undefined ? { name, page: work.page.id } : undefined;
    this.requestUpdate();
    if (page !== undefined) void this.desk.change({ ...work, page });
  }

  protected refuse(name: string): void {
    this.#refused = { name, page: this.desk.edited ?? "" };
    this.requestUpdate();
  }
}

/** What an input, a text area or a select says. */
export const textIn = (event: Event): string => {
  const { target } = event;
  return target instanceof HTMLInputElement ||
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement
    ? target.value
    : "";
};

export const isTicked = ({ target }: Event): boolean => target instanceof HTMLInputElement && target.checked;
