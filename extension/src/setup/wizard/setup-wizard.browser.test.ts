import axe from "axe-core";
import { afterEach, beforeAll, expect, it, vi } from "vitest";
import { type DeskInput, scriptedDesk } from "../testing/scripted-desk.ts";
import { defineScreens } from "./define-screens.ts";
import { SetupWizard } from "./setup-wizard.ts";
import type { Desk } from "./wizard-desk.ts";

beforeAll(defineScreens);
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

it("focus goes on at the heading of the screen that took the place of another", async () => {
  const desk: { -readonly [Key in keyof Desk]: Desk[Key] } = scriptedDesk({ step: "hospital" });
  const wizard = new SetupWizard(desk);
  document.body.append(wizard);
  await wizard.updateComplete;
  expect(document.activeElement).toBe(document.body);
  desk.step = "save";
  wizard.requestUpdate();
  await vi.waitFor(() => expect(wizard.shadowRoot?.activeElement?.textContent).toBe("Lưu"));
});

it("one status is there before anything is said in it", async () => {
  const desk: { -readonly [Key in keyof Desk]: Desk[Key] } = scriptedDesk({ step: "check" });
  const wizard = new SetupWizard(desk);
  document.body.append(wizard);
  await wizard.updateComplete;
  const status = wizard.shadowRoot?.querySelector("header + [role=status]");
  expect(status?.textContent).toBe("");
  desk.left = true;
  wizard.requestUpdate();
  await wizard.updateComplete;
  expect(wizard.shadowRoot?.querySelector("header + [role=status]")).toBe(status);
  expect(status?.textContent).toContain("Trang đã chuyển");
});

it("the whole wizard has nothing against it", async () => {
  const wizard = await shown({ step: "hospital", pointing: "name" });
  const report = await axe.run(wizard);
  expect(report.violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`)).toEqual([]);
});
