import { IDENTIFIER_KINDS, type IdentifierKind } from "@cadre-care/domain";

/** What a column of a list or a field of a patient page may be for. Họ lót and Tên are roles of their own. */
export type FieldRole =
  | IdentifierKind
  | "name"
  | "family-name"
  | "given-name"
  | "birth-date"
  | "sex"
  | "emergency";

export const FIELD_ROLES: readonly FieldRole[] = [
  ...IDENTIFIER_KINDS,
  "name",
  "family-name",
  "given-name",
  "birth-date",
  "sex",
  "emergency",
];

export const isIdentifierRole = (role: FieldRole): role is IdentifierKind =>
  IDENTIFIER_KINDS.some((kind) => kind === role);
