import {
  climbLadder,
  type DirectoryEntry,
  type LookupKey,
  lookupKeys,
  lookupKeyText,
  type MatchOutcome,
  type MatchRung,
  type StatedIdentity,
} from "@cadre-care/domain";
import { toBase64url } from "../keys/base64url.ts";
import { SealBrokenError } from "../keys/seal-broken-error.ts";
import { personBehind } from "../links/link-store.ts";
import type { VaultDatabase } from "../storage/database.ts";
import { blindLookupName } from "./blind-names.ts";
import { climbOtherwise, type Filed, fetchPlan, type Question } from "./equal-work.ts";
import { readGeneration } from "./index-store.ts";
import type { PageBudget } from "./page-budget.ts";
import { entryContext, type SealedDirectory } from "./sealed-directory.ts";
import { isStoredEntry } from "./stored-entry.ts";

/**
 * The ladder's answer. `entry`: the managed person; `candidates`: the people to compare in `possible`.
 * `refused`: not looked up, the page asked about too many people. `damaged`: a row that the index leads to does not open.
 */
export interface MatchAnswer {
  readonly outcome: MatchOutcome;
  readonly entry?: DirectoryEntry;
  readonly candidates?: readonly DirectoryEntry[];
  readonly refused?: true;
  readonly damaged?: true;
}

/** What reading the page met with, where it decides on what is said. */
export interface StatementReading {
  /** The page shows a birth date in a format that its profile does not state. */
  readonly dateFormatUnknown?: boolean;
  /** The page says something else of the same person elsewhere. */
  readonly contradictory?: boolean;
}

export interface MatchOptions {
  /** The hospital whose HIS codes are stated. */
  readonly site: string;
  readonly budget: PageBudget;
  /** Entries that it refuses are found by nothing (DESIGN rule 6). */
  readonly accepts?: (entry: DirectoryEntry) => boolean;
  /** Of every identity alike. */
  readonly reading?: StatementReading;
}

const answer = (
  identity: StatedIdentity,
  question: Question,
  filed: ReadonlyMap<string, Filed>,
  reading: StatementReading | undefined,
): MatchAnswer => {
  const hits = new Map<MatchRung, DirectoryEntry[]>();
  let damaged = false;
  question.keys.forEach((key, index) => {
    for (const row of question.rows[index] ?? []) {
      const found = filed.get(row);
      if (!found) damaged = true;
      else if (
        found.accepted &&
        (row === question.linked[index] || found.names.includes(question.nameTexts[index] ?? ""))
      )
        hits.set(key.rung, [...(hits.get(key.rung) ?? []), found.entry]);
    }
  });
  if (damaged) return { outcome: { state: "not-enough", reason: "no-identifier" }, damaged };
  const outcome = climbLadder(identity, hits, reading);
  climbOtherwise(identity, question, hits.size > 0, filed);
  const people = [...hits.values()].flat();
  if (outcome.state === "managed") {
    const entry = people.find((person) => person.personId === outcome.personId);
    return entry ? { outcome, entry } : { outcome };
  }
  if (outcome.state !== "possible") return { outcome };
  const candidates = outcome.personIds.flatMap(
    (personId) => people.find((person) => person.personId === personId) ?? [],
  );
  return { outcome, candidates };
};

/**
 * Looks people up. Hits and misses cost equal work: for every identity the same number of keyed hashes and index
 * look-ups, for every batch a number of rows read and opened that follows from its length alone (DESIGN rule 2).
 * The index is in memory: one IndexedDB request for each of seven keys a row takes longer, however little else is done
 * (bench/, `variant-per-key-gets`), and fills 100,000 entries with 700,000 rows.
 */
export const matchIdentities = async (
  database: VaultDatabase,
  directory: SealedDirectory,
  identities: readonly StatedIdentity[],
  options: MatchOptions,
): Promise<MatchAnswer[]> => {
  const asked = identities.map((identity, index) => {
    const keys = lookupKeys(identity, { site: options.site, pad: String(index) });
    return { identity, keys, admitted: options.budget.admit(keys) };
  });
  const names = new Map<string, { readonly bytes: Uint8Array; readonly text: string }>();
  const nameOf = (key: LookupKey) => {
    const text = lookupKeyText(key);
    const known = names.get(text);
    if (known) return known;
    const bytes = blindLookupName(directory.keys, text);
    const name = { bytes, text: toBase64url(bytes) };
    names.set(text, name);
    return name;
  };
  for (;;) {
    const { index, generation } = await directory.loaded();
    const links = await directory.links.loaded();
    const linkedRow = (text: string): string[] => {
      const person = personBehind(links.get(text));
      return person && index.holds(person) ? [toBase64url(person)] : [];
    };
    const questions = asked.map(({ keys, admitted }): Question => {
      const blind = keys.map(nameOf);
      const linked = blind.map(({ text }) => linkedRow(text));
      const rows = blind.map(({ bytes }, at) =>
        admitted ? [...index.find(bytes), ...(linked[at] ?? [])] : [],
      );
      return {
        keys,
        names: blind.map(({ bytes }) => bytes),
        nameTexts: blind.map(({ text }) => text),
        rows,
        linked: linked.map(([row]) => row),
      };
    });
    const plan = fetchPlan(questions, (name) => index.decoy(name));
    const rows = await database.read(["meta", "entries"], async (transaction) => {
      const store = transaction.objectStore("entries");
      const [present, ...found] = await Promise.all([
        readGeneration(transaction),
        ...plan.map((key) => store.get(key)),
      ]);
      return present === generation ? found : null;
    });
    if (!rows) {
      directory.reload();
      continue;
    }
    const filed = new Map<string, Filed>();
    await Promise.all(
      rows.map(async (row) => {
        if (!row) return;
        try {
          const stored = await directory.keys.entries.open(row.entry, entryContext(row.key));
          if (!isStoredEntry(stored) || !stored.entry) return;
          const accepted = options.accepts?.(stored.entry) ?? true;
          filed.set(row.key, { entry: stored.entry, names: stored.names, accepted });
        } catch (cause) {
          if (!(cause instanceof SealBrokenError)) throw cause;
        }
      }),
    );
    return asked.map(({ identity, admitted }, at) => {
      const question = questions[at];
      if (!admitted || !question)
        return { outcome: { state: "not-enough", reason: "no-identifier" }, refused: true };
      return answer(identity, question, filed, options.reading);
    });
  }
};
