import { normaliseIdentifier } from "../identity/normal-identifier.ts";
import type { IdentifierKind } from "../identity/stated-identity.ts";
import { type Result, success } from "../result/result.ts";
import { FEWEST_BHYT_FIELDS, readBhytQr } from "./bhyt-qr.ts";
import { readCccdQr } from "./cccd-qr.ts";
import { plainFieldGarbled } from "./input-method-traces.ts";
import type { Scan, ScanSource } from "./scan.ts";
import { scanProblems } from "./scan-messages.ts";

const { refuse } = scanProblems;
const LONGEST = 2000;

const numberScan = (source: ScanSource, value: string, ...kinds: IdentifierKind[]): Result<Scan> => {
  for (const kind of kinds) {
    const normal = normaliseIdentifier({ kind, value });
    if (!normal.ok) return normal;
  }
  return success({ source, identity: { identifiers: kinds.map((kind) => ({ kind, value })) } });
};

/**
 * A number alone. Which one it is follows from its length. What no national number fits is a number of the board: the
 * form of those is unverified (DOMAIN 11), so it is sought among priority cards and medical books (sổ y bạ) alike.
 */
const readNumber = (text: string): Result<Scan> => {
  if (plainFieldGarbled(text)) return refuse(/\d/.test(text) ? "scan-garbled" : "scan-unrecognised");
  const compact = text.replace(/[\s.\p{Pd}]/gu, "").toUpperCase();
  if (/^\d{12}$/.test(compact)) return numberScan("cccd-number", compact, "cccd");
  if (/^(\d{10}|[A-Z]{2}\d{13})$/.test(compact)) return numberScan("bhyt-number", compact, "bhyt");
  if (/^\d{9}$/.test(compact)) return numberScan("cmnd-number", compact, "cmnd");
  if (/^\d{11}$/.test(compact)) return numberScan("cccd-number", compact, "cccd");
  if (/^\d{13,}$/.test(compact)) return refuse("scan-number-length");
  const card = text.replace(/\s/gu, "").toUpperCase();
  if (/^[A-Z0-9][A-Z0-9./-]{2,31}$/.test(card) && /\d/.test(card))
    return numberScan("card-number", card, "priority-card", "medical-book");
  return refuse("scan-unrecognised");
};

/**
 * Reads what a keyboard-wedge scanner or a hand put into the scan field: the QR of a CCCD or BHYT card, or a CCCD, CMND,
 * BHYT, priority card or medical book number alone (DOMAIN 1.2, 1.3, 2.3). A problem says what to do; nothing is guessed from a
 * damaged code.
 */
export const readScan = (text: string): Result<Scan> => {
  if (text.length > LONGEST) return refuse("scan-too-long");
  const tidy = text
    .normalize("NFC")
    .replace(/\p{Cf}/gu, "")
    .trim();
  if (tidy === "") return refuse("scan-empty");
  if (!tidy.includes("|")) return readNumber(tidy.normalize("NFKC"));
  const ended = tidy.endsWith("$");
  const fields = tidy.split("|");
  const first = (fields[0] ?? "").normalize("NFKC").replace(/\s/gu, "");
  const insurance = ended || fields.length >= FEWEST_BHYT_FIELDS || /^([a-z]{2}\d{13}|\d{10})$/i.test(first);
  if (insurance) return readBhytQr(fields, ended);
  const citizen = /\d{6}/.test(first) || fields.length >= 6;
  return citizen ? readCccdQr(fields) : refuse("scan-unrecognised");
};
