import { normaliseIdentifier } from "../identity/normal-identifier.ts";
import type { PartialDate, Sex, StatedIdentifier } from "../identity/stated-identity.ts";
import { type Result, success } from "../result/result.ts";
import { foldName } from "../text/fold-name.ts";
import { readDate } from "../text/partial-date.ts";
import { plainFieldGarbled, vietnameseTextGarbled } from "./input-method-traces.ts";
import type { Scan } from "./scan.ts";
import { scanProblems } from "./scan-messages.ts";

const { refuse } = scanProblems;
const FEWEST_FIELDS = 7;

/** Dates stand with four (yyyy), six (MMyyyy) or eight (ddMMyyyy) digits (DOMAIN 1.2). */
const compactDate = (digits: string): PartialDate | undefined => {
  const read =
    digits.length === 6
      ? readDate(`${digits.slice(0, 2)}/${digits.slice(2)}`, "MM/yyyy")
      : readDate(digits, digits.length === 4 ? "yyyy" : "ddMMyyyy");
  return read.ok ? read.value : undefined;
};

const sexOf = (text: string): Sex | undefined => {
  const folded = foldName(text);
  return folded === "nam" ? "male" : folded === "nu" ? "female" : undefined;
};

/**
 * QR of a citizen ID card: CCCD|CMND|name|birth|sex|address|issued. The newer card has eleven fields, whose last four
 * are unverified and not looked at (DOMAIN 1.2). An empty CMND field is a field.
 */
export const readCccdQr = (fields: readonly string[]): Result<Scan> => {
  const [number = "", oldNumber = "", name = "", birth = "", sexText = "", address = "", issued = ""] =
    fields.map((field) => field.trim());
  if ([number, oldNumber, birth, issued].some(plainFieldGarbled)) return refuse("scan-garbled");
  if (vietnameseTextGarbled([name, sexText, address].join(" "))) return refuse("scan-garbled");
  const cccd = normaliseIdentifier({ kind: "cccd", value: number });
  if (!cccd.ok || cccd.value.kind !== "cccd") return refuse("scan-cccd-number");
  if (fields.length < FEWEST_FIELDS) return refuse("scan-incomplete");
  if (!/^(\d{9}|\d{12})?$/.test(oldNumber)) return refuse("scan-cmnd-number");
  if (!/\p{L}/u.test(name) || /\d/.test(name)) return refuse("scan-name");
  const birthDate = compactDate(birth);
  if (!birthDate) return refuse("scan-birth-date");
  const sex = sexOf(sexText);
  if (!sex) return refuse("scan-sex");
  if (issued !== "" && !compactDate(issued)) return refuse("scan-incomplete");
  const identifiers: StatedIdentifier[] = [{ kind: "cccd", value: cccd.value.value }];
  // An old number of 12 digits is no CMND and says no more than the CCCD beside it.
  if (oldNumber.length === 9) identifiers.push({ kind: "cmnd", value: oldNumber });
  return success({
    source: "cccd-qr",
    identity: { identifiers, name: name.normalize("NFC"), birthDate, sex },
  });
};
