import { type DateFormat, foldName, type PartialDate, type Sex } from "@cadre-care/domain";
import {
  type RandomStream,
  randomStream,
  syntheticBhxh,
  syntheticCccd,
  syntheticCmnd,
  syntheticName,
} from "@cadre-care/domain/synthetic";
import type { ProfileFields } from "../profile/field-schema.ts";
import type { ProfilePage } from "../profile/page-schema.ts";
import type { FieldRole } from "./field-role.ts";
import { scrambledText } from "./scrambled-text.ts";

const two = (value: number): string => String(value).padStart(2, "0");

const WRITTEN: Readonly<Record<DateFormat, (year: number, month: number, day: number) => string>> = {
  "dd/MM/yyyy": (year, month, day) => `${two(day)}/${two(month)}/${year}`,
  "MM/dd/yyyy": (year, month, day) => `${two(month)}/${two(day)}/${year}`,
  "yyyy-MM-dd": (year, month, day) => `${year}-${two(month)}-${two(day)}`,
  yyyy: (year) => String(year),
  "MM/yyyy": (year, month) => `${two(month)}/${year}`,
  yyyyMMddHHmm: (year, month, day) => `${year}${two(month)}${two(day)}0000`,
  ddMMyyyy: (year, month, day) => `${two(day)}${two(month)}${year}`,
  "d 'thg' M, yyyy": (year, month, day) => `${day} thg ${month}, ${year}`,
};

const sexText = ({ sex: field }: ProfileFields, sex: Sex): string =>
  field?.codes.find((code) => code.sex === sex)?.text ?? "";

/** What the fields of one row say of somebody who does not exist (DOMAIN 10.9): numbers of province 003. */
export class SyntheticSubject {
  readonly #fields: ProfileFields;
  readonly #words: readonly string[];
  readonly #random: RandomStream;
  readonly #serial: number;
  readonly #sex: Sex;
  readonly #birth: Required<PartialDate>;
  readonly #name: string;

  constructor({ fields, emergency }: Pick<ProfilePage, "fields" | "emergency">, serial: number) {
    this.#fields = fields;
    this.#words = emergency.flatMap((signal) => (signal.when === "present" ? [] : signal.words));
    this.#serial = serial;
    this.#random = randomStream(5, serial);
    this.#sex = this.#random.chance(0.5) ? "female" : "male";
    this.#birth = {
      year: 1940 + this.#random.below(60),
      month: 1 + this.#random.below(12),
      day: 13 + this.#random.below(15),
    };
    this.#name = syntheticName(this.#random, this.#sex);
  }

  /** The text for part `at` of the `of` parts of a field, where the page had `before`. An empty place stays empty. */
  text(role: FieldRole, before: string, at: number, of: number): string {
    if (before.trim() === "") return before;
    if (role === "emergency") return this.#emergency(before);
    if (role === "name") return this.#namePart(at, of);
    if (of > 1) return scrambledText(before, this.#random);
    const { year, month, day } = this.#birth;
    switch (role) {
      case "birth-date": {
        const formats = this.#fields.birthDate?.formats ?? ["dd/MM/yyyy"];
        const alone = /^\s*\d{4}\s*$/u.test(before) && formats.includes("yyyy");
        return WRITTEN[alone ? "yyyy" : (formats[0] ?? "dd/MM/yyyy")](year, month, day);
      }
      case "sex":
        return sexText(this.#fields, this.#sex);
      case "cccd":
        return before.replace(/\D/gu, "").length === 9
          ? syntheticCmnd(this.#serial)
          : syntheticCccd(this.#birth, this.#sex, this.#serial, false);
      case "cmnd":
        return syntheticCmnd(this.#serial);
      case "bhyt": {
        const number = syntheticBhxh(this.#serial, this.#random);
        return /^[A-Z]{2}/iu.test(before.trim()) ? `GD403${number}` : number;
      }
      default:
        return scrambledText(before, this.#random);
    }
  }

  /** A word that says emergency stays; what else stands there may be about the patient. */
  #emergency(before: string): string {
    const word = this.#words.find((one) => ` ${foldName(before)} `.includes(` ${foldName(one)} `));
    return word ?? scrambledText(before, this.#random);
  }

  #namePart(at: number, of: number): string {
    const words = this.#name.split(" ");
    const family = words.slice(0, -1).join(" ");
    const given = words.at(-1) ?? "";
    const form = this.#fields.name?.form;
    if (form === "given-first" && of === 1) return [...words.slice(1), words[0]].join(" ");
    if (form === "family-comma-given") return `${words[0]}, ${words.slice(1).join(" ")}`;
    return of === 1 ? this.#name : at === 0 ? family : given;
  }
}
