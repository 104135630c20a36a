import type { LocalizedText } from "@cadre-care/domain";
import { CODE_SYSTEMS } from "@cadre-care/fhir";
import { EXT } from "./extensions.ts";
import { type Item, type ItemOptions, item } from "./item.ts";

/** Something measured: its LOINC code, its UCUM unit, and the range outside of which somebody mistyped. */
export interface Measure {
  readonly loinc: string;
  /** LOINC's own name, kept with the code so that a reader can compare them. */
  readonly name: string;
  readonly ucum: string;
  /** The unit as it is written on papers here. */
  readonly unit: string;
  readonly least: number;
  readonly most: number;
  /** 0: whole numbers. */
  readonly decimals: number;
  readonly category: "vital-signs" | "laboratory" | "exam";
}

/** A measured value, extracted as an Observation with its code and unit (SDC observationExtract). */
export const measured = (
  linkId: string,
  text: LocalizedText,
  measure: Measure,
  { extension = [], ...options }: ItemOptions = {},
): Item => {
  const isWhole = measure.decimals === 0;
  return item(
    isWhole ? "integer" : "decimal",
    linkId,
    text,
    {
      ...options,
      extension: [
        EXT.unit(measure.ucum, measure.unit),
        EXT.least(measure.least, isWhole),
        EXT.most(measure.most, isWhole),
        ...(isWhole ? [] : [EXT.decimals(measure.decimals)]),
        EXT.extract,
        EXT.category(measure.category),
        ...extension,
      ],
    },
    [{ system: CODE_SYSTEMS.loinc, code: measure.loinc, display: measure.name }],
  );
};
