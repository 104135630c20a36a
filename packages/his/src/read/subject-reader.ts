import { foldName, type StatedUrgency } from "@cadre-care/domain/page";
import type { EmergencySignal } from "../profile/field-schema.ts";
import type { ProfilePage } from "../profile/page-schema.ts";
import type { Part } from "../profile/source-schema.ts";
import { findElements, searchFault } from "./find-elements.ts";
import { foldStated } from "./fold-stated.ts";
import { Fault, type PartScope, readRaw, refineSignal } from "./read-part.ts";
import { type Statement, stateIdentity } from "./state-identity.ts";

const REMEMBERED = 2000;

/** What one row, or one patient page, says. Equal `fingerprint` means an equal statement. */
export interface SubjectStatement extends Statement {
  readonly urgency: StatedUrgency;
  readonly fingerprint: string;
}

const partsOf = (page: ProfilePage): Part[] => {
  const { identifiers, name, birthDate, sex } = page.fields;
  const fields = [...identifiers, name, birthDate, sex];
  const signals = page.emergency.flatMap((signal) => (signal.when === "present" ? [] : [signal.part]));
  return [...fields.flatMap((field) => field?.parts ?? []), ...signals];
};

const raises = (signal: EmergencySignal, text: string): boolean => {
  if (signal.when === "present") return false;
  const said = ` ${foldName(text)} `;
  return signal.words.some((word) => {
    const sought = ` ${foldStated(word)} `;
    return signal.when === "equals" ? said === sought : said.includes(sought);
  });
};

/**
 * Reads the fields of one page kind from any number of elements. The costly half (folding, dates) depends on the texts
 * alone, so it is remembered for texts seen before; elements are never remembered.
 */
export class SubjectReader {
  readonly #page: ProfilePage;
  readonly #parts: readonly Part[];
  readonly #known = new Map<string, SubjectStatement>();

  constructor(page: ProfilePage) {
    this.#page = page;
    this.#parts = partsOf(page);
  }

  read(scope: PartScope): SubjectStatement {
    const raws: (string | Fault)[] = [];
    let key = "";
    for (const part of this.#parts) {
      const raw = readRaw(part, scope);
      raws.push(raw);
      key += typeof raw === "string" ? `\u0002${raw}\u0000` : `\u0001${raw.fault}\u0000`;
    }
    const present = this.#page.emergency.map(
      (signal) => signal.when === "present" && this.#isPresent(signal.selector, scope),
    );
    for (const found of present) key += found === true ? "1" : found === false ? "0" : "!";
    let statement = this.#known.get(key);
    if (statement === undefined) {
      statement = this.#state(raws, present);
      if (this.#known.size >= REMEMBERED) this.#known.clear();
      this.#known.set(key, statement);
    }
    return statement;
  }

  #isPresent(selector: string, scope: PartScope): boolean | Fault {
    const found = findElements(scope.element, selector);
    return found === undefined ? new Fault(searchFault(selector)) : found.length > 0;
  }

  #state(raws: readonly (string | Fault)[], present: readonly (boolean | Fault)[]): SubjectStatement {
    const texts = new Map(this.#parts.map((part, index) => [part, raws[index] ?? ""]));
    const raw = (part: Part): string | Fault => texts.get(part) ?? "";
    const { identity, faults, empty, shapeless } = stateIdentity(this.#page.fields, raw);
    const all = [...faults];
    let emergency = false;
    for (const [index, signal] of this.#page.emergency.entries()) {
      const found =
        // The column may be called what its cells say, such as "Cấp cứu"; a repeated header row names nobody.
        signal.when === "present" ? (present[index] ?? false) : refineSignal(raw(signal.part), signal.part);
      if (found instanceof Fault) all.push([`emergency[${index}]`, found.fault]);
      else if (found === true || (typeof found === "string" && raises(signal, found))) emergency = true;
    }
    const urgency = { emergency };
    const fingerprint = JSON.stringify([identity, urgency]);
    return { identity, urgency, faults: all, empty, shapeless, fingerprint };
  }
}
