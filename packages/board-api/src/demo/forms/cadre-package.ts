import { readFileSync } from "node:fs";
import type { Policy } from "@cadre-care/domain";
import { CODE_SYSTEMS, FORM_ITEMS, VALUE_SETS } from "@cadre-care/fhir";
import { z } from "zod";
import { EXT } from "./extensions.ts";
import { choice, fromValueSet, group, type Item, paragraph, t } from "./item.ts";
import { measured } from "./measure.ts";
import { MEASURES, type MeasureName } from "./measures.ts";

const text = z.strictObject({ vi: z.string().min(1), en: z.string().min(1) });
const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);
const isMeasure = (name: string): name is MeasureName => Object.hasOwn(MEASURES, name);
const measureName = z.string().refine(isMeasure);

/**
 * What a unit adds to the periodic exam for cadres. No official package is known (DOMAIN 3.5 [U]): it is this file, which
 * each unit edits, and nothing in code.
 */
const packageSchema = z.strictObject({
  /** Short enough for the id of a form, which holds it (R4: 64 characters). */
  version: z.string().regex(/^[A-Za-z0-9.-]{1,24}$/),
  title: text,
  purposes: z.array(z.strictObject({ code: id, label: text })),
  groups: z.array(
    z.strictObject({
      id,
      label: text,
      /** Measured values by name of MEASURES; results in words otherwise. */
      items: z.array(z.strictObject({ id, label: text, measure: measureName.optional() })).min(1),
    }),
  ),
});

export interface CadrePackage extends z.infer<typeof packageSchema> {
  /** Whether the policy has classes for cadres; without them no form asks for one (DOMAIN 3.4 [U]). */
  readonly hasCadreClasses: boolean;
}

/** The package in `demo/cadre-package.json`. @throws ZodError when somebody broke it */
export const cadrePackage = (policy: Policy): CadrePackage => ({
  ...packageSchema.parse(
    JSON.parse(readFileSync(new URL("../../../demo/cadre-package.json", import.meta.url), "utf8")),
  ),
  hasCadreClasses: (policy.cadreClasses ?? []).length > 0,
});

/** The unit's own part, between tests and conclusion. */
export const cadreSection = ({ purposes, groups }: CadrePackage): Item =>
  group("can-bo", t("Phần bổ sung của đơn vị (mẫu)", "The unit's own part (sample)"), [
    choice(
      "muc-dich-kham",
      t("Mục đích khám", "Purpose of the examination"),
      CODE_SYSTEMS.answer,
      purposes.map(({ code, label }) => ({ code, text: label })),
    ),
    ...groups.map((one) =>
      group(
        `can-bo-${one.id}`,
        one.label,
        one.items.map((entry) =>
          entry.measure === undefined
            ? paragraph(`can-bo-${entry.id}`, entry.label, { maxLength: 1000 })
            : measured(`can-bo-${entry.id}`, entry.label, MEASURES[entry.measure]),
        ),
      ),
    ),
  ]);

/** The class of cadres, where the policy has a list of them. */
export const cadreClass = ({ hasCadreClasses }: CadrePackage): readonly Item[] =>
  hasCadreClasses
    ? [
        fromValueSet(
          "phan-loai-can-bo",
          t("Phân loại sức khỏe cán bộ", "Health class of cadres"),
          VALUE_SETS.cadreClass,
          { for: FORM_ITEMS.cadreClass, extension: [EXT.control("radio-button"), EXT.horizontal] },
        ),
      ]
    : [];
