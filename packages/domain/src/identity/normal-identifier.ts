import { type Result, success } from "../result/result.ts";
import { identityProblems } from "./identity-messages.ts";
import type { StatedIdentifier } from "./stated-identity.ts";

/** Kinds after normalising. `bhxh`: the 10-digit social insurance number, the part of a BHYT card that names a person. */
export type NormalIdentifierKind = "cccd" | "cmnd" | "bhxh" | "priority-card" | "medical-book" | "his-code";

/** An identifier in the one form in which it is compared and filed. */
export interface NormalIdentifier {
  readonly kind: NormalIdentifierKind;
  readonly value: string;
}

const { refuse } = identityProblems;
const LONGEST = 64;
const INVISIBLE = /[\p{Cf}\p{Cc}]/gu;
const SEPARATORS = /[\s.\p{Pd}]/gu;
const PRINTABLE_ASCII = /^[\x21-\x7e]*$/;
const FILLER = /^(.)\1*$/;

/** Full-width forms become plain, spaces of every kind and invisible characters go. */
const withoutSpaces = (value: string): string =>
  PRINTABLE_ASCII.test(value)
    ? value
    : value
        .normalize("NFKC")
        .replace(/\s/gu, "")
        .replace(INVISIBLE, "")
        .replace(/\p{Pd}/gu, "-");

const citizen = (text: string, stated: "cccd" | "cmnd"): Result<NormalIdentifier> => {
  if (!/^\d+$/.test(text)) return refuse(`${stated}-not-digits`);
  if (FILLER.test(text)) return refuse("identifier-placeholder");
  if (text.length === 12) return success({ kind: "cccd", value: text });
  if (text.length === 9) return success({ kind: "cmnd", value: text });
  if (stated === "cmnd") return refuse("cmnd-length");
  return refuse(text.length === 11 ? "cccd-leading-zero-lost" : "cccd-length");
};

const insurance = (text: string): Result<NormalIdentifier> => {
  if (/^\d{12}$/.test(text)) return citizen(text, "cccd");
  const number = text.slice(-10);
  if (text.length === 15) {
    if (!/^[A-Z]{2}\d{13}$/.test(text)) return refuse("bhyt-format");
    if (!/^..[1-5]/.test(text)) return refuse("bhyt-benefit-digit");
  } else if (!/^\d{10}$/.test(text)) return refuse("bhyt-length");
  return FILLER.test(number) ? refuse("identifier-placeholder") : success({ kind: "bhxh", value: number });
};

/** The board's own numbers: their formats are unverified (DOMAIN 11), so they are only made comparable. */
const free = (
  kind: "priority-card" | "medical-book" | "his-code",
  text: string,
): Result<NormalIdentifier> => {
  if (!/^[\p{L}\p{N}\p{M}\p{P}\p{S}]+$/u.test(text)) return refuse("identifier-characters");
  if (!/[\p{L}1-9]/u.test(text)) return refuse("identifier-placeholder");
  return success({ kind, value: text });
};

/**
 * Brings a stated identifier into the form in which it is compared (DOMAIN 1.1, 2.1). The number decides between
 * CCCD and CMND, and a CCCD in a BHYT field is taken as one: since 2025 the CCCD stands for the card (DOMAIN 2.4).
 * Nothing is judged by its structure beyond length and alphabet: no province and no object code is ever refused.
 * A HIS code keeps its case, since two codes of one HIS may differ in nothing else.
 */
export const normaliseIdentifier = (stated: StatedIdentifier): Result<NormalIdentifier> => {
  const spaceless = withoutSpaces(stated.value);
  if (spaceless === "") return refuse("identifier-empty");
  if (spaceless.length > LONGEST) return refuse("identifier-too-long");
  const number = spaceless.replace(SEPARATORS, "").toUpperCase();
  switch (stated.kind) {
    case "cccd":
    case "cmnd":
      return number === "" ? refuse("identifier-placeholder") : citizen(number, stated.kind);
    case "bhyt":
      return number === "" ? refuse("identifier-placeholder") : insurance(number);
    case "priority-card":
    case "medical-book":
      return free(stated.kind, spaceless.toUpperCase());
    case "his-code":
      return free(stated.kind, spaceless);
  }
};
