import { normaliseIdentifier } from "../identity/normal-identifier.ts";
import type { PartialDate, Sex, StatedIdentifier } from "../identity/stated-identity.ts";
import { type Result, success } from "../result/result.ts";
import { readDate } from "../text/partial-date.ts";
import { plainFieldGarbled, vietnameseTextGarbled } from "./input-method-traces.ts";
import type { Scan } from "./scan.ts";
import { scanProblems } from "./scan-messages.ts";

const { refuse } = scanProblems;
/** Card number to five-year date, then at least one check value. */
export const FEWEST_BHYT_FIELDS = 14;

const bytesOf = (hexadecimal: string): Uint8Array =>
  Uint8Array.from(hexadecimal.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));

/** Hexadecimal UTF-8, as on real cards, or plain text; undefined when it is neither. */
const decodeText = (field: string): string | undefined => {
  if (!/^([0-9a-f]{2}){2,}$/i.test(field)) return /\d/.test(field) ? undefined : field;
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytesOf(field));
  } catch {
    return /\d/.test(field) ? undefined : field;
  }
};

const birthDateOf = (field: string): PartialDate | undefined => {
  const read = readDate(field, /^\d{4}$/.test(field) ? "yyyy" : "dd/MM/yyyy");
  return read.ok ? read.value : undefined;
};

/** 1 is male and 2 female on the card; some HISs code it the other way round (DOMAIN 7.3). */
const SEXES: ReadonlyMap<string, Sex> = new Map([
  ["1", "male"],
  ["2", "female"],
]);

/** "01 - 001" with any dash and spacing, as "01001". */
const facilityOf = (field: string): string | undefined => {
  const digits = field.normalize("NFKC").replace(/[\s\p{Pd}]/gu, "");
  return /^\d{5}$/.test(digits) ? digits : undefined;
};

/** QR of a BHYT card (DOMAIN 2.3): at least 14 fields and a final $. Only who the person is and the facility are kept. */
export const readBhytQr = (fields: readonly string[], ended: boolean): Result<Scan> => {
  const [number = "", nameField = "", birth = "", sexField = "", address = "", facilityField = ""] =
    fields.map((field) => field.trim());
  const coded = [nameField, address].filter((field) => /\d/.test(field) && !/\s/.test(field));
  if ([number, birth, sexField, facilityField, ...coded].some(plainFieldGarbled))
    return refuse("scan-garbled");
  const card = normaliseIdentifier({ kind: "bhyt", value: number });
  if (!card.ok) return refuse("scan-bhyt-number");
  if (!ended || fields.length < FEWEST_BHYT_FIELDS) return refuse("scan-incomplete");
  const name = decodeText(nameField)?.normalize("NFC").trim();
  if (!name || !/\p{L}/u.test(name) || /[\d\uFFFD\p{Cc}]/u.test(name)) return refuse("scan-name");
  if (vietnameseTextGarbled(name)) return refuse("scan-garbled");
  const birthDate = birthDateOf(birth);
  if (!birthDate) return refuse("scan-birth-date");
  const sex = SEXES.get(sexField);
  if (!sex) return refuse("scan-sex");
  const facility = facilityOf(facilityField);
  const identifier: StatedIdentifier =
    card.value.kind === "cccd"
      ? { kind: "cccd", value: card.value.value }
      : { kind: "bhyt", value: number.toUpperCase() };
  return success({
    source: "bhyt-qr",
    identity: { identifiers: [identifier], name, birthDate, sex },
    ...(facility === undefined ? {} : { facility }),
  });
};
