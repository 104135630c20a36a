import "../../define/questionnaire.ts";
import { fixture, html } from "@open-wc/testing";
import { expect, it } from "vitest";
import { settled } from "../../testing/settled.ts";
import type { CadreQuestionnaire } from "../questionnaire.ts";

const TRANSLATION = "http://hl7.org/fhir/StructureDefinition/translation";
const label = (vi: string, en: string) => ({
  display: vi,
  _display: {
    extension: [
      {
        url: TRANSLATION,
        extension: [
          { url: "lang", valueCode: "en" },
          { url: "content", valueString: en },
        ],
      },
    ],
  },
});
const CLASSES = [
  ["I", "Loại I (Tốt)", "Good"],
  ["II", "Loại II (Khá)", "Fairly good"],
  ["III", "Loại III (Trung bình)", "Fair"],
  ["IV", "Loại IV (Yếu)", "Weak"],
] as const;

it("an option whose face said only its code is named by its words again where another language says them whole", async () => {
  const questionnaire = {
    resourceType: "Questionnaire",
    status: "active",
    item: [
      {
        linkId: "class",
        type: "choice",
        text: "Phân loại",
        extension: [
          {
            url: "http://hl7.org/fhir/StructureDefinition/questionnaire-itemControl",
            valueCodeableConcept: { coding: [{ code: "radio-button" }] },
          },
        ],
        answerOption: CLASSES.map(([code, vi, en]) => ({
          valueCoding: { system: "urn:x", code, ...label(vi, en) },
        })),
      },
    ],
  };
  const element = await fixture<CadreQuestionnaire>(
    html`<cadre-questionnaire language="vi" .questionnaire=${questionnaire}></cadre-questionnaire>`,
  );
  await settled(element);
  const options = () =>
    [...element.renderRoot.querySelectorAll<HTMLInputElement>("input[type=radio]")].map((input) => [
      input.ariaLabel,
      input.nextElementSibling?.textContent,
    ]);
  expect(options()).toEqual(CLASSES.map(([code, vi]) => [vi, code]));
  element.language = "en";
  await settled(element);
  expect(options()).toEqual(CLASSES.map(([, , en]) => [null, en]));
});
