import { readFile } from "node:fs/promises";
import type { RunningHis } from "@cadre-care/example-his-common";
import { startHis as startJqgrid } from "@cadre-care/example-his-jqgrid";
import { startHis as startReact } from "@cadre-care/example-his-react";
import { FIXTURES } from "../server/fixtures.ts";
import { startFixtures } from "../server/index.ts";
import { type Corrections, correctionsSchema } from "./corrections.ts";

/** A HIS of which profiles are made, and the folders in which each has its corrections and its profile. */
interface ProfiledHis {
  start(): Promise<RunningHis>;
  readonly folders: readonly URL[];
}

const fixture = (id: string): URL => new URL(`../../fixtures/${id}/`, import.meta.url);
const numberOf = (id: string): number => Number(/\d+/u.exec(id)?.[0]);

/** All of whose profiles are made by the wizard's draft and stated corrections. */
export const PROFILED: readonly ProfiledHis[] = [
  {
    start: () => startFixtures(0),
    folders: FIXTURES.map(({ id }) => id)
      .sort((one, other) => numberOf(one) - numberOf(other))
      .map(fixture),
  },
  {
    start: () => startJqgrid({ port: 0, csp: "strict" }),
    folders: [new URL("../../../his-jqgrid/", import.meta.url)],
  },
  {
    start: () => startReact({ port: 0, csp: "strict" }),
    folders: [new URL("../../../his-react/", import.meta.url)],
  },
];

export const nameOf = (folder: URL): string => folder.pathname.split("/").at(-2) ?? "";

export const profileIn = (folder: URL): URL => new URL("site-profile.json", folder);

/** @throws Error where there is no such file, or it says what no correction is */
export const correctionsIn = async (folder: URL): Promise<Corrections> =>
  correctionsSchema.parse(JSON.parse(await readFile(new URL("corrections.json", folder), "utf8")));

/** The corrections of every profile, by the name of its folder. */
export const allCorrections = (): Promise<readonly (readonly [string, Corrections])[]> =>
  Promise.all(
    PROFILED.flatMap(({ folders }) => folders).map(
      async (folder) => [nameOf(folder), await correctionsIn(folder)] as const,
    ),
  );
