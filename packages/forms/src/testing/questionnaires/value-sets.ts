import { scriptedForm } from "./scripted-form.ts";

const system = "https://board.example/fhir/CodeSystem/sample-blood-group";

const expanded = {
  resourceType: "ValueSet",
  id: "blood-groups",
  status: "active",
  url: "https://board.example/fhir/ValueSet/sample-blood-groups",
  expansion: {
    timestamp: "2026-07-01T00:00:00+07:00",
    contains: [
      { system, code: "A", display: "Nhóm A" },
      { system, code: "B", display: "Nhóm B" },
      { system, code: "O", display: "Nhóm O" },
    ],
  },
};

const composed = {
  resourceType: "ValueSet",
  id: "rhesus",
  status: "active",
  compose: {
    include: [
      {
        system,
        concept: [
          { code: "pos", display: "Rh+" },
          { code: "neg", display: "Rh-" },
        ],
      },
    ],
  },
};

export const containedValueSet = scriptedForm({
  name: "contained-value-set",
  idea: "Options of a contained ValueSet that carries its expansion",
  contained: [expanded],
  item: [
    { linkId: "group", type: "choice", text: "Nhóm máu", answerValueSet: "#blood-groups" },
    {
      linkId: "groups",
      type: "choice",
      repeats: true,
      text: "Nhóm máu người nhà",
      answerValueSet: "#blood-groups",
    },
  ],
  steps: [
    { linkId: "group", give: { valueCoding: { system, code: "O", display: "Nhóm O" } } },
    { linkId: "groups", give: { valueCoding: { system, code: "A", display: "Nhóm A" } } },
    { linkId: "groups", answer: 1, give: { valueCoding: { system, code: "B", display: "Nhóm B" } } },
  ],
});

export const composedValueSet = scriptedForm({
  name: "composed-value-set",
  idea: "Options of a contained ValueSet that only lists its concepts, without an expansion",
  contained: [composed],
  item: [{ linkId: "rhesus", type: "choice", text: "Rh", answerValueSet: "#rhesus" }],
  steps: [{ linkId: "rhesus", give: { valueCoding: { system, code: "neg", display: "Rh-" } } }],
});
