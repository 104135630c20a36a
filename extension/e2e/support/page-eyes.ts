import type { HisPatient } from "@cadre-care/example-his-common";
import type { Page } from "puppeteer-core";
import { type ProbeReport, probeReports } from "../harness/page-probe.ts";
import type { HisDriver } from "./his-driver.ts";
import { lookAround, type PageSight } from "./page-eyes-script.ts";
import { dayAt } from "./workday.ts";

export const FRAME_TEXTS = ["Đối tượng quản lý", "Tiếp đón", "Chưa đánh dấu"] as const;

/** What page script knows of one document, free of the texts by which the two populations differ. */
export type DocumentFacts = Omit<PageSight, "html" | "resources"> & {
  readonly html: string;
  readonly points: ProbeReport["counts"][string];
  readonly suspects: readonly string[];
  readonly messages: readonly string[];
};

/** Values of the ten people and of their doubles, longest first, and what stands for both. */
const replacements = (driver: HisDriver): readonly (readonly [string, string])[] => {
  const [ten, none] = [dayAt(driver, "ten").patients, dayAt(driver, "none").patients];
  const pairs = ten.flatMap((managed, row): (readonly [string, string])[] => {
    const double = none[row];
    if (double === undefined) return [];
    const fields: (keyof HisPatient)[] = ["name", "identityNumber", "insuranceNumber"];
    return fields.flatMap((field) => {
      const [one, other] = [String(managed[field]), String(double[field])];
      const place = `‹${field} of row ${row}›`;
      return one === other
        ? []
        : [
            [one, place],
            [other, place],
          ];
    });
  });
  return pairs.sort(([a], [b]) => b.length - a.length);
};

const anonymous = (html: string, known: ReturnType<typeof replacements>): string =>
  known.reduce((text, [value, place]) => text.replaceAll(value, place), html);

const GROUPS = ["mutation", "event", "performance", "element"] as const;

const kindsOf = (document: number, { counts }: ProbeReport, resources: readonly string[]): string[] => [
  ...GROUPS.flatMap((group) =>
    Object.keys(counts[group] ?? {}).map((name) => `${document}/${group}/${name.replace(/[?#].*$/, "")}`),
  ),
  ...resources.map((name) => `${document}/resource/${name}`),
];

/** One look: facts that must be equal to the letter, and kinds of things that happened, some of them by the machine's load. */
export interface Look {
  readonly facts: readonly DocumentFacts[];
  readonly kinds: ReadonlySet<string>;
}

/** Looks at every document of the HIS with the eyes of a hostile page. `plantProbe` must have been called. */
export const seenByPage = async (page: Page, driver: HisDriver, origin: string): Promise<Look> => {
  const known = replacements(driver);
  const reports = await probeReports(page, origin);
  const documents = page.frames().filter((frame) => frame.url().startsWith(origin));
  const facts: DocumentFacts[] = [];
  const kinds = new Set<string>();
  for (const [at, frame] of documents.entries()) {
    const report = reports[at];
    if (report === undefined) throw new Error(`document ${frame.url()} came or went while it was looked at`);
    const { resources, ...sight } = await frame.evaluate(lookAround, [...FRAME_TEXTS]);
    for (const kind of kindsOf(at, report, resources)) kinds.add(kind);
    facts.push({
      ...sight,
      html: anonymous(sight.html, known),
      points: report.counts.point ?? {},
      suspects: report.suspects,
      messages: report.messages,
    });
  }
  return { facts, kinds };
};
