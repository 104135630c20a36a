import { afterEach, beforeAll, expect, it, vi } from "vitest";
import { CheckScreen } from "./check-screen.ts";
import { HospitalScreen } from "./hospital-screen.ts";
import { PageEditor } from "./page-editor.ts";
import { PageQuestions } from "./page-questions.ts";
import { PagesScreen } from "./pages-screen.ts";
import { PlaceEditor } from "./place-editor.ts";
import { SaveScreen } from "./save-screen.ts";
import { type DeskInput, scriptedDesk } from "./scripted-desk.ts";
import { SetupWizard } from "./setup-wizard.ts";

beforeAll(() => {
  for (const [name, screen] of [
    ["setup-hospital", HospitalScreen],
    ["setup-pages", PagesScreen],
    ["setup-page-editor", PageEditor],
    ["setup-questions", PageQuestions],
    ["setup-places", PlaceEditor],
    ["setup-check", CheckScreen],
    ["setup-save", SaveScreen],
    ["setup-wizard", SetupWizard],
  ] as const)
    customElements.define(name, screen);
});
afterEach(() => document.body.replaceChildren());

const shown = async (input: DeskInput): Promise<SetupWizard> => {
  const wizard = new SetupWizard(scriptedDesk(input));
  document.body.append(wizard);
  await wizard.updateComplete;
  return wizard;
};
const press = (key: string): boolean => window.dispatchEvent(new KeyboardEvent("keydown", { key }));

it("Esc in the wizard ends pointing, for that is where the focus is", async () => {
  const stopPointing = vi.fn();
  await shown({ pointing: "name", stopPointing });
  press("Enter");
  expect(stopPointing).not.toHaveBeenCalled();
  press("Escape");
  expect(stopPointing).toHaveBeenCalledOnce();
});

it("Esc means nothing while nobody points, or once the wizard is gone", async () => {
  const stopPointing = vi.fn();
  await shown({ stopPointing });
  press("Escape");
  const wizard = await shown({ pointing: "name", stopPointing });
  wizard.remove();
  press("Escape");
  expect(stopPointing).not.toHaveBeenCalled();
});
