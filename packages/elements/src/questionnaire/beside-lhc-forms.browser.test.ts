import "../define/questionnaire.ts";
import {
  differencesOf,
  explain,
  fillWithLhcForms,
  KNOWN_DIFFERENCES,
  openLhcForms,
  REFUSED,
  SCRIPTED_FORMS,
} from "@cadre-care/forms/testing/lhc-forms";
import { fixture, html } from "@open-wc/testing";
import { expect, it } from "vitest";
import { cdp } from "vitest/browser";
import conformance from "../../../../docs/forms-conformance.md?raw";
import { ELEMENT_DIFFERENCES } from "../testing/element-differences.ts";
import { fillQuestionnaire } from "../testing/fill-questionnaire.ts";
import { settled } from "../testing/settled.ts";
import type { CadreQuestionnaire } from "./questionnaire.ts";

/** A time is read where the form is filled in: here, wherever this runs. */
const inTimeZone = async (timezoneId: string): Promise<void> => {
  await cdp().send("Emulation.setTimezoneOverride", { timezoneId });
};

it("gives on the screen what LHC-Forms gives for the same answers, but for what is explained", async () => {
  await inTimeZone("Asia/Ho_Chi_Minh");
  const lhc = await openLhcForms();
  const found = [];
  for (const form of SCRIPTED_FORMS) {
    const element = await fixture<CadreQuestionnaire>(html`<cadre-questionnaire></cadre-questionnaire>`);
    element.questionnaire = { ...form.questionnaire };
    await settled(element);
    const ours = await fillQuestionnaire(element, form);
    element.remove();
    const theirs = await fillWithLhcForms(lhc, form).catch(() => REFUSED);
    found.push(...differencesOf(form.name, ours, theirs));
  }
  await inTimeZone("");
  expect(explain(found, [...KNOWN_DIFFERENCES, ...ELEMENT_DIFFERENCES])).toEqual({
    unexplained: [],
    outdated: [],
  });
});

it("says in the conformance table what differs on the screen, and no more", () => {
  const [, section = ""] = conformance.split("## On the screen beside LHC-Forms");
  const [told = ""] = section.split("\n## ");
  const rows = told.split("\n").filter((row) => /^\| [a-z]+-?[a-z]* \| /.test(row));
  expect(rows).toHaveLength(ELEMENT_DIFFERENCES.length);
  for (const { form, at, why } of ELEMENT_DIFFERENCES)
    expect(
      rows.filter((row) => row.startsWith(`| ${form} | ${at} | `) && row.endsWith(`| ${why} |`)),
    ).toHaveLength(1);
});
