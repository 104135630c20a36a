import type { Corrections } from "./corrections.ts";

const HEADER = [
  "| Profile | Pages | In the wizard | For the other language | In the file |",
  "| --- | --- | --- | --- | --- |",
];

/** How many corrections each profile needs, as a table for docs/his-fixtures.md. */
export const correctionsTable = (
  all: readonly (readonly [name: string, corrections: Corrections])[],
): string => {
  const counted = all.map(([name, { visits, corrections }]) => {
    const done = [...visits.flatMap((visit) => visit.corrections), ...corrections].map((one) => one.do);
    const byHand = done.filter((one) => one === "set").length;
    const language = done.filter((one) => one === "other-language").length;
    return { name, pages: visits.length, wizard: done.length - byHand - language, language, byHand };
  });
  const sum = (key: "pages" | "wizard" | "language" | "byHand"): number =>
    counted.reduce((total, one) => total + one[key], 0);
  return [
    ...HEADER,
    ...counted.map(
      ({ name, pages, wizard, language, byHand }) =>
        `| \`${name}\` | ${pages} | ${wizard} | ${language} | ${byHand} |`,
    ),
    `| all | ${sum("pages")} | ${sum("wizard")} | ${sum("language")} | ${sum("byHand")} |`,
  ].join("\n");
};
