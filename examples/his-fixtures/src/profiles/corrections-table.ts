import { settingAt } from "@cadre-care/his/draft";
import type { Correction, Corrections } from "./corrections.ts";

const HEADER = [
  "| Profile | Pages | In the wizard | Under “More” | For the other language | In the file alone |",
  "| --- | --- | --- | --- | --- | --- |",
];

/** Whether the wizard has a screen for this key of the file. A key of one page may be named from the whole profile. */
const hasScreen = (one: Correction): boolean =>
  one.do === "set" && settingAt(one.at.replace(/^\/pages\/\d+(?=\/)/u, "")) !== undefined;

/** How many corrections each profile needs, as a table for docs/his-fixtures.md. */
export const correctionsTable = (
  all: readonly (readonly [name: string, corrections: Corrections])[],
): string => {
  const counted = all.map(([name, { visits, corrections }]) => {
    const done = [...visits.flatMap((visit) => visit.corrections), ...corrections];
    const more = done.filter(hasScreen).length;
    const byHand = done.filter((one) => one.do === "set").length - more;
    const language = done.filter((one) => one.do === "other-language").length;
    const wizard = done.length - more - byHand - language;
    return { name, pages: visits.length, wizard, more, language, byHand };
  });
  const sum = (key: "pages" | "wizard" | "more" | "language" | "byHand"): number =>
    counted.reduce((total, one) => total + one[key], 0);
  return [
    ...HEADER,
    ...counted.map(
      ({ name, pages, wizard, more, language, byHand }) =>
        `| \`${name}\` | ${pages} | ${wizard} | ${more} | ${language} | ${byHand} |`,
    ),
    `| all | ${sum("pages")} | ${sum("wizard")} | ${sum("more")} | ${sum("language")} | ${sum("byHand")} |`,
  ].join("\n");
};
