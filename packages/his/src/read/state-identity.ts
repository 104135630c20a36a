import {
  foldName,
  nameFromFamilyGiven,
  nameFromGivenFirst,
  type PartialDate,
  readDate,
  type Sex,
  type StatedIdentifier,
  type StatedIdentity,
} from "@cadre-care/domain/page";
import { hasShape } from "../health/identifier-shape.ts";
import type { BirthDateField, NameField, ProfileFields, SexField } from "../profile/field-schema.ts";
import type { Part } from "../profile/source-schema.ts";
import { foldStated } from "./fold-stated.ts";
import { joined, type RawSource } from "./join-parts.ts";
import { Fault } from "./read-part.ts";
import type { ReadingFault } from "./reading-faults.ts";

const LONGEST_IDENTIFIER = 64;
const LONGEST_NAME = 100;

/**
 * What a set of fields says. `empty` names fields that stand empty, `faults` those that could not be read, `shapeless`
 * identifiers that are stated and cannot be what they are stated to be.
 */
export interface Statement {
  readonly identity: StatedIdentity;
  readonly faults: readonly (readonly [path: string, fault: ReadingFault])[];
  readonly empty: readonly string[];
  readonly shapeless: readonly string[];
}

const nameOf = (text: string, field: NameField): string | Fault => {
  const off = new Fault("name-form-off");
  if (text.length > LONGEST_NAME || /\p{N}/u.test(text) || !/\p{L}/u.test(text)) return off;
  const pieces = text.split(/[,，]/u);
  if (field.form === "as-written") return pieces.length === 1 ? text : off;
  if (field.form === "given-first")
    return pieces.length === 1 ? (nameFromGivenFirst(text) ?? new Fault("name-order-unclear")) : off;
  return pieces.length === 2 && pieces.every((piece) => /\p{L}/u.test(piece))
    ? nameFromFamilyGiven(text)
    : off;
};

const birthDateOf = (text: string, field: BirthDateField): PartialDate | Fault => {
  const unknown = new Fault("date-format-unknown");
  let date: PartialDate | undefined;
  for (const format of field.formats) {
    const read = readDate(text, format);
    if (!read.ok) continue;
    const same =
      date === undefined ||
      (date.year === read.value.year && date.month === read.value.month && date.day === read.value.day);
    if (!same) return unknown;
    date = read.value;
  }
  if (date === undefined) return unknown;
  return field.januaryFirstMeansYear && date.month === 1 && date.day === 1 ? { year: date.year } : date;
};

const sexOf = (text: string, field: SexField): Sex | Fault => {
  const key = foldName(text);
  const code = field.codes.find((entry) => foldStated(entry.text) === key);
  return code === undefined ? new Fault("sex-code-unknown") : code.sex;
};

/** Turns raw texts into a statement. Whatever cannot be read exactly as the profile states is left out. */
export const stateIdentity = (fields: ProfileFields, raw: RawSource): Statement => {
  const faults: (readonly [string, ReadingFault])[] = [];
  const empty: string[] = [];
  const shapeless: string[] = [];
  const take = <Value>(
    path: string,
    field: { readonly parts: readonly Part[]; readonly join: string },
    convert: (text: string) => Value | Fault,
  ): Value | undefined => {
    const text = joined(field, raw);
    if (text === "") {
      empty.push(path);
      return undefined;
    }
    const value = text instanceof Fault ? text : convert(text);
    if (value instanceof Fault) {
      faults.push([path, value.fault]);
      return undefined;
    }
    return value;
  };
  const identifiers: StatedIdentifier[] = [];
  for (const [index, field] of fields.identifiers.entries()) {
    const path = `fields.identifiers[${index}]`;
    const value = take(path, field, (text) =>
      text.length > LONGEST_IDENTIFIER ? new Fault("text-too-long") : text,
    );
    if (value === undefined) continue;
    identifiers.push({ kind: field.kind, value });
    if (!hasShape(field.kind, value)) shapeless.push(path);
  }
  const { name, birthDate, sex } = fields;
  const stated = {
    name: name && take("fields.name", name, (text) => nameOf(text, name)),
    birthDate: birthDate && take("fields.birthDate", birthDate, (text) => birthDateOf(text, birthDate)),
    sex: sex && take("fields.sex", sex, (text) => sexOf(text, sex)),
  };
  return {
    identity: {
      identifiers,
      ...(stated.name !== undefined && { name: stated.name }),
      ...(stated.birthDate !== undefined && { birthDate: stated.birthDate }),
      ...(stated.sex !== undefined && { sex: stated.sex }),
    },
    faults,
    empty,
    shapeless,
  };
};
