import { SCRIPTED_FORMS } from "../questionnaires/index.ts";
import { sorted } from "./difference.ts";
import { KNOWN_DIFFERENCES, type KnownDifference } from "./known-differences.ts";

export const HEADING = "## Beside LHC-Forms";
const NOBODY = { theirs: "LHC-Forms", ours: "ours", neither: "neither: FHIR leaves it open" } as const;

/** A part of a response as code in a cell of a table. */
const cell = (part: unknown): string => {
  if (part === undefined) return "nothing";
  if (typeof part === "string") return part;
  const json = JSON.stringify(sorted(part)).replace(/,?"text":"[^"]*"/, "");
  return `\`${json.replaceAll("|", "\\|")}\``;
};

const row = ({ form, at, ours, theirs, whose, why }: KnownDifference): string =>
  `| ${form} | ${at} | ${cell(ours)} | ${cell(theirs)} | ${NOBODY[whose]} | ${why} |`;

const ideaRow = ({ name, idea, steps }: (typeof SCRIPTED_FORMS)[number]): string => {
  const known = KNOWN_DIFFERENCES.filter(({ form }) => form === name).length;
  return `| ${name} | ${idea} | ${steps.length} | ${known === 0 ? "none" : known} |`;
};

/** The section of docs/forms-conformance.md on LHC-Forms, out of the data that the differential test holds. */
export const besideLhcForms = (): string => `${HEADING}

${SCRIPTED_FORMS.length} Questionnaires of our own (\`testing/questionnaires\`) are filled in by script, with the same answers, in LHC-Forms
40.1.3 (as a person would, in its own page) and in the engine, in one browser. The two QuestionnaireResponses are the same
but for the ${KNOWN_DIFFERENCES.length} differences below. Not compared: \`meta\`, \`authored\` and the \`creation\` of an attachment, which say when and by
what program. \`testing/lhc-forms/beside-lhc-forms.browser.test.ts\` fails on a difference that is not in the list, and on one in
the list that is no more. This section is written by \`npm run conformance -w packages/forms\`.

| Questionnaire | Idea | Steps | Differences |
| --- | --- | --- | --- |
${SCRIPTED_FORMS.map(ideaRow).join("\n")}

| Questionnaire | Item | Ours | LHC-Forms | Whose mistake | Why |
| --- | --- | --- | --- | --- | --- |
${KNOWN_DIFFERENCES.map(row).join("\n")}
`;

/** The document with its section on LHC-Forms as it should be: the last one. */
export const withSection = (document: string): string => {
  const start = document.indexOf(`\n${HEADING}\n`);
  const before = start < 0 ? document : document.slice(0, start);
  return `${before.trimEnd()}\n\n${besideLhcForms()}`;
};
