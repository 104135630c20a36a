import { type HealthClass, isHealthClass, overallClass } from "@cadre-care/domain/page";
import type { FormNode, FormState } from "@cadre-care/forms/on-demand";

/** Code of an item that is the class of one specialty (form-item, docs/fhir-profile). */
const SPECIALTY_CLASS = "specialty-class";

/** The overall class of an exam form, as far as it goes. */
export interface SpecialtyClasses {
  readonly overall: HealthClass | undefined;
  /** Specialties that the form asks for and that have no class yet. */
  readonly missing: number;
}

const classOf = (node: FormNode): HealthClass | undefined => {
  const code = node.answers[0]?.value?.valueCoding?.code;
  return code !== undefined && isHealthClass(code) ? code : undefined;
};

/** Reads the classes of the specialties out of a form; undefined for a form that has none. */
export const specialtyClasses = (form: FormState): SpecialtyClasses | undefined => {
  const items = form.definition.items.filter(({ item }) =>
    item.code?.some(({ code }) => code === SPECIALTY_CLASS),
  );
  if (items.length === 0) return undefined;
  const specialties = items
    .flatMap(({ linkId }) => form.nodesOf(linkId))
    .filter(({ enabled }) => enabled)
    .map((node) => ({ class: classOf(node), required: node.definition.item.required === true }));
  return {
    overall: overallClass(specialties),
    missing: specialties.filter((one) => one.required && one.class === undefined).length,
  };
};
