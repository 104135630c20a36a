import type { DirectoryEntry } from "../directory/directory-entry.ts";
import { usableIdentifiers } from "../match/usable-identifiers.ts";

const two = (number: number | undefined): string => String(number ?? 1).padStart(2, "0");
const numbersOf = ({ identifiers }: DirectoryEntry) => usableIdentifiers(identifiers).values;

/** The QR code of that person's citizen ID card, as a scanner types it. `fields`: 7 on older cards, 11 on newer. */
export const cccdCode = (entry: DirectoryEntry, fields: 7 | 11 = 7): string => {
  const { cccd = "", cmnd = "" } = numbersOf(entry);
  const { year, month, day } = entry.birthDate;
  const sex = entry.sex === "male" ? "Nam" : "Nữ";
  const code = `${cccd}|${cmnd}|${entry.name}|${two(day)}${two(month)}${year}|${sex}|Xã Mẫu, tỉnh Mẫu|10052021`;
  return fields === 11 ? `${code}||||` : code;
};

/** The QR code of that person's health insurance card, whose name is hexadecimal UTF-8 (DOMAIN 2.3). */
export const bhytCode = (entry: DirectoryEntry): string => {
  const { bhxh = "" } = numbersOf(entry);
  const name = [...new TextEncoder().encode(entry.name)]
    .map((byte) => byte.toString(16).padStart(2, "0"))
    .join("");
  const { year, month, day } = entry.birthDate;
  const birth = `${two(day)}/${two(month)}/${year}`;
  const sex = entry.sex === "male" ? 1 : 2;
  return `HC403${bhxh}|${name}|${birth}|${sex}|${name}|01 - 001|01/01/2026|-|01/01/2026|00310000000000|-|4|01/01/2031|1bd|$`;
};
