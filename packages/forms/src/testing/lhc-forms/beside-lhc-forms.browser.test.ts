import { expect, it } from "vitest";
import { differencesOf, REFUSED } from "../differences/difference.ts";
import { explain } from "../differences/explain.ts";
import { KNOWN_DIFFERENCES } from "../differences/known-differences.ts";
import { fillWithEngine } from "../fill-with-engine.ts";
import { SCRIPTED_FORMS } from "../questionnaires/index.ts";
import { fillWithLhcForms } from "./fill-with-lhc-forms.ts";
import { openLhcForms } from "./lhc-window.ts";

it("gives the QuestionnaireResponse that LHC-Forms gives for the same answers, but for what is explained", async () => {
  const lhc = await openLhcForms();
  const found = [];
  for (const form of SCRIPTED_FORMS) {
    const ours = await fillWithEngine(form);
    const theirs = await fillWithLhcForms(lhc, form).catch(() => REFUSED);
    found.push(...differencesOf(form.name, ours, theirs));
  }
  expect(explain(found, KNOWN_DIFFERENCES)).toEqual({ unexplained: [], outdated: [] });
});
