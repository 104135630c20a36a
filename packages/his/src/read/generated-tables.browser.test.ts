import { nameFromGivenFirst, type StatedIdentity } from "@cadre-care/domain/page";
import fc from "fast-check";
import { afterEach, expect, it } from "vitest";
import { meaningOf } from "../testing/arbitrary-people.ts";
import {
  codeOf,
  drawTable,
  type GeneratedRow,
  type GeneratedTable,
  generatedTable,
  pageOfTable,
} from "../testing/generated-table.ts";
import { profileOf } from "../testing/profiles.ts";
import { readRows } from "./read-rows.ts";

afterEach(() => document.body.replaceChildren());

/** Two formats with slashes cannot be told apart by the text: the profile must know, and does not in these tables. */
const undecidable = (table: GeneratedTable, { written }: GeneratedRow): boolean =>
  written !== table.format && written.includes("/") && table.format.includes("/");

const expectTrue = (identity: StatedIdentity, row: GeneratedRow, table: GeneratedTable): void => {
  const { who, written } = row;
  const truth = { cccd: who.cccd, bhyt: who.bhyt, "his-code": codeOf(who) };
  for (const { kind, value } of identity.identifiers)
    expect(truth).toMatchObject({ [kind]: kind === "his-code" ? value : value.toUpperCase() });
  if (identity.name !== undefined)
    expect(meaningOf(identity.name)).toBe(meaningOf(`${who.family} ${who.given}`));
  if (identity.sex !== undefined) expect(identity.sex).toBe(who.female ? "female" : "male");
  if (identity.birthDate === undefined || undecidable(table, row)) return;
  expect(identity.birthDate).toEqual(written === "yyyy" ? { year: who.date.year } : who.date);
  expect([table.format, "yyyy"]).toContain(written);
};

/** A given name first in one text: not of everybody is it certain which word is the family name. */
const nameIsCertain = ({ names, order }: GeneratedTable, { who }: GeneratedRow): boolean =>
  names !== "given-first" ||
  order.includes("middle") ||
  nameFromGivenFirst(`${who.given} ${who.family}`) !== undefined;

it("whatever is read of a generated table is true of its row, and of a sound one everything is read", () => {
  const seen = { whole: 0, partly: 0, nothing: 0, unnamed: 0 };
  fc.assert(
    fc.property(generatedTable, (table) => {
      const { root, rows } = drawTable(table);
      const [page] = profileOf(pageOfTable(table)).pages;
      if (page?.kind !== "list") throw new Error("not a list");
      const { rows: said } = readRows(root, page);
      for (const { row: element, identity, urgency } of said) {
        const row = rows.get(element);
        if (row === undefined) {
          expect({ identity, urgency }).toEqual({
            identity: { identifiers: [] },
            urgency: { emergency: false },
          });
          continue;
        }
        expectTrue(identity, row, table);
        if (urgency.emergency) expect(row.who.emergency).toBe(true);
        const covered = table.rows[table.rows.indexOf(row) - 1]?.fault === "spanning";
        const sound = row.fault === "none" || (row.fault === "nested" && !table.anywhere);
        seen[
          identity.identifiers.length === 3 ? "whole" : identity.identifiers.length > 0 ? "partly" : "nothing"
        ] += 1;
        if (covered || !sound || table.headers !== "sound") continue;
        if (nameIsCertain(table, row)) expect(identity.name).toBeDefined();
        else seen.unnamed += 1;
        expect(identity.sex).toBeDefined();
        expect(identity.identifiers).toHaveLength(3);
        expect(urgency.emergency).toBe(row.who.emergency);
        if (row.written === table.format || row.written === "yyyy") expect(identity.birthDate).toBeDefined();
      }
    }),
    { numRuns: 1000 },
  );
  for (const times of Object.values(seen)) expect(times).toBeGreaterThan(0);
});
