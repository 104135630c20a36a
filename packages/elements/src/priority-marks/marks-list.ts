import type { MarksView, PagePersonView, PageView } from "@cadre-care/domain";
import { MACHINE_OFF } from "@cadre-care/domain/page";
import { html, nothing, type TemplateResult } from "lit";
import { wordFor } from "../language/catalogue.ts";
import type { LanguageController } from "../language/language-controller.ts";
import { stateMessages } from "../language/state.messages.ts";
import { chip } from "../theme/chip.ts";
import {
  iconBroken,
  iconConflict,
  iconLocked,
  iconManaged,
  iconNotEnough,
  iconNotManaged,
  iconPossible,
  iconReading,
  iconSignedOut,
} from "../theme/icons.ts";
import { iconInfo } from "../theme/icons-of-care.ts";
import { notice } from "../theme/notice.ts";
import { marksMessages } from "./priority-marks.messages.ts";

export interface ListParts {
  readonly page: PageView | undefined;
  readonly marks: MarksView | undefined;
  readonly words: LanguageController;
  readonly open: (subject: string) => (event: MouseEvent) => void;
}

/** What stands in the place of the list when there is none to show. */
const instead = ({ page, marks, words }: ListParts): TemplateResult | undefined => {
  const text = words.of(marksMessages);
  switch (marks?.state) {
    case "locked":
      return notice("plain", iconLocked(), text.locked, text.lockedHow);
    case "signed-out":
      return notice("plain", iconSignedOut(), text.signedOut, text.signedOutHow);
    case "roster-empty":
      return notice("caution", iconNotEnough(), text.rosterEmpty, text.rosterEmptyHow);
  }
  const problem = page?.problem === undefined ? undefined : words.explain(page.problem);
  switch (page?.state) {
    case "profile-mismatch":
      return notice("caution", iconBroken(), text.mismatch, problem ?? text.mismatchHow);
    case "gave-up":
      return notice("caution", iconBroken(), text.gaveUp, problem ?? text.gaveUpHow);
    case "switched-off":
      return notice(
        "caution",
        iconBroken(),
        page.problem?.code === MACHINE_OFF ? text.switchedOffHere : text.switchedOff,
        problem ?? text.switchedOffHow,
      );
  }
  switch (marks?.state) {
    case "not-enough":
      return notice("plain", iconNotEnough(), text.notEnough, text.notEnoughHow);
  }
  if (page === undefined) return notice("plain", iconReading(), text.reading);
  switch (page.state) {
    case "no-site":
      return notice("plain", iconInfo(), text.noSite, text.noSiteHow);
    case "not-recognised":
      return notice("plain", iconInfo(), text.notRecognised, problem ?? text.notRecognisedHow);
    case "reading":
      return notice("plain", iconReading(), text.reading);
    case "read":
      return undefined;
  }
};

const kindChip = (kind: PagePersonView["kind"], words: LanguageController): TemplateResult => {
  const text = words.of(marksMessages);
  if (kind === "managed") return chip("accent", iconManaged(), text.managed);
  if (kind === "possible") return chip("caution", iconPossible(), text.possibleShort);
  return chip("plain", iconConflict(), text.conflictShort);
};

const person = (entry: PagePersonView, parts: ListParts): TemplateResult => {
  const { words } = parts;
  const text = words.of(marksMessages);
  const name = entry.name ?? text.unnamed;
  const why =
    entry.kind === "conflict" && entry.reason !== undefined
      ? wordFor(words.of(stateMessages).conflict, entry.reason)
      : entry.kind === "possible"
        ? text.possible
        : undefined;
  return html`
    <li part="person" data-kind=${entry.kind}>
      <div class="about">
        <strong>${name}</strong>
        ${entry.birthDate === undefined ? nothing : html`<span class="soft number">${words.dates.date(entry.birthDate)}</span>`}
        <div class="row">
          ${kindChip(entry.kind, words)}
          ${entry.process === undefined ? nothing : html`<span>${words.say(entry.process)}</span>`}
        </div>
        ${why === undefined ? nothing : html`<p class="hint">${why}</p>`}
      </div>
      <button type="button" class="small" aria-label=${text.openWho(name)} @click=${parts.open(entry.subject)}>
        ${text.open}
      </button>
    </li>
  `;
};

const summary = (page: PageView, { marks, words }: ListParts): TemplateResult => {
  const text = words.of(marksMessages);
  const count = (kind: PagePersonView["kind"]) => page.people.filter((entry) => entry.kind === kind).length;
  const counts = marks?.counts;
  return html`
    <p role="status" part="counts">
      <strong>${text.counts(
        counts?.managed ?? count("managed"),
        counts?.possible ?? count("possible"),
        counts?.conflict ?? count("conflict"),
      )}</strong>
      <span class="soft">${text.rows(counts?.rows ?? page.rowsRead)}</span>
    </p>
  `;
};

/** The strip's marks as a list that keyboard and screen readers reach. */
export const marksList = (parts: ListParts): TemplateResult => {
  const { page, words } = parts;
  const text = words.of(marksMessages);
  const other = instead(parts);
  if (other !== undefined || page === undefined)
    return html`<section class="stack" aria-label=${text.title}><div role="status">${other}</div></section>`;
  return html`
    <section class="stack" aria-label=${text.title}>
      ${summary(page, parts)}
      ${
        page.people.length === 0
          ? notice("plain", iconNotManaged(), text.none, text.noneHow)
          : html`<ul part="people">${page.people.map((entry) => person(entry, parts))}</ul>`
      }
      ${
        page.rowsWithoutIdentifiers > 0
          ? notice("plain", iconNotEnough(), text.withoutTitle, text.without(page.rowsWithoutIdentifiers))
          : nothing
      }
      <div class="legend hint" part="legend">
        <strong>${text.legend}</strong>
        <span><i class="key managed"></i>${text.managed}</span>
        <span><i class="key possible"></i>${text.possible}</span>
      </div>
    </section>
  `;
};
