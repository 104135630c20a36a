import type { ManagedPersonView, PatientDetails, SubjectView } from "@cadre-care/domain";
import { html, nothing, type TemplateResult } from "lit";
import { wordFor } from "../language/catalogue.ts";
import type { LanguageController } from "../language/language-controller.ts";
import { stateMessages } from "../language/state.messages.ts";
import { chip } from "../theme/chip.ts";
import {
  iconBook,
  iconCard,
  iconDone,
  iconExam,
  iconManaged,
  iconPlace,
  iconWarning,
} from "../theme/icons.ts";
import { iconDoctor, iconEscort, iconInfo, iconNext } from "../theme/icons-of-care.ts";
import { notice, type Tone } from "../theme/notice.ts";
import { bookTone, cardTone, examTone } from "./brief-chips.ts";
import { comparison, type StatedBy } from "./comparison.ts";
import { detailsMessages } from "./details.messages.ts";
import { bannerMessages } from "./priority-banner.messages.ts";

const fact = (title: string, icon: TemplateResult, value: TemplateResult | string): TemplateResult =>
  html`<div class="fact"><dt>${icon}${title}</dt><dd>${value}</dd></div>`;

const stateChip = (tone: Tone, word: string): TemplateResult =>
  chip(tone, tone === "caution" || tone === "urgent" ? iconWarning() : iconDone(), word);

const exam = (person: ManagedPersonView, words: LanguageController): TemplateResult => {
  const text = words.of(detailsMessages);
  const round = person.exam;
  if (round === undefined) return html`<span class="soft">${text.unknown}</span>`;
  const when =
    round.completedOn === undefined
      ? text.examDue(words.dates.date(round.dueFrom), words.dates.date(round.dueTo))
      : text.examDone(words.dates.date(round.completedOn));
  return html`${stateChip(examTone(round.state), wordFor(words.of(stateMessages).exam, round.state))}
    <span class="soft number">${when}</span>`;
};

const card = (person: ManagedPersonView, words: LanguageController): TemplateResult => {
  const text = words.of(detailsMessages);
  const states = words.of(stateMessages);
  const held = person.card;
  if (held === undefined) return html`<span class="soft">${wordFor(states.card, "none")}</span>`;
  return html`${stateChip(cardTone(held.state), wordFor(states.card, held.state))}
    <span class="number">${held.number}</span>
    ${held.validTo === undefined ? nothing : html`<span class="soft number">${text.validTo(words.dates.date(held.validTo))}</span>`}`;
};

const facts = (person: ManagedPersonView, words: LanguageController): TemplateResult => {
  const text = words.of(detailsMessages);
  const states = words.of(stateMessages);
  const book = person.medicalBook;
  return html`
    <dl class="facts" part="facts" aria-label=${text.facts}>
      ${fact(text.cardTitle, iconCard(), card(person, words))}
      ${fact(
        text.bookTitle,
        iconBook(),
        html`${stateChip(bookTone(book.state), wordFor(states.book, book.state))}
          <span class="number">${book.number ?? nothing}</span>`,
      )}
      ${fact(text.examTitle, iconExam(), exam(person, words))}
      ${
        person.homeClinic === undefined
          ? nothing
          : fact(
              text.clinicTitle,
              iconPlace(),
              html`${person.homeClinic.name}
                <span class="soft">${person.homeClinic.here ? text.clinicHere : text.clinicElsewhere}</span>`,
            )
      }
      ${person.familyDoctor === undefined ? nothing : fact(text.doctorTitle, iconDoctor(), person.familyDoctor)}
    </dl>
  `;
};

const processBlock = (person: ManagedPersonView, next: string, words: LanguageController): TemplateResult => {
  const text = words.of(detailsMessages);
  const { process } = person;
  return html`
    <div class="process" part="process">
      <p class="next">${iconNext()}<span><span class="soft">${text.nextStep}</span> <strong>${next}</strong></span></p>
      <h3>${words.say(process.label)}</h3>
      <p>${words.say(process.instruction)}</p>
      <p class="where">${iconPlace()}<span><strong>${words.say(process.room)}</strong>
        ${process.directions === undefined ? nothing : html`<span class="soft">${words.say(process.directions)}</span>`}</span></p>
      ${process.escort ? html`<p class="where">${iconEscort()}<span>${text.escort}</span></p>` : nothing}
    </div>
  `;
};

/** Everything that a desk may know about a managed person. Shown only after the view was audited (DESIGN rule 9). */
export const detailsOf = (
  details: PatientDetails,
  view: SubjectView | undefined,
  emergency: boolean,
  words: LanguageController,
  statedBy: StatedBy,
  link: TemplateResult | typeof nothing = nothing,
): TemplateResult => {
  const text = words.of(detailsMessages);
  const states = words.of(stateMessages);
  const { person } = details;
  const visit = view?.about.state === "managed" ? (view.about.visit ?? details.visit) : details.visit;
  const next = visit?.steps.find((step) => step.state === "next")?.label ?? person.process.nextStep;
  const law = person.statutoryGroups.filter((group) => group !== "emergency");
  return html`
    ${
      emergency || law.length === 0
        ? nothing
        : law.map((group) =>
            notice(
              "good",
              iconInfo(),
              `${words.of(bannerMessages).statutory} ${wordFor(states.statutory, group)}`,
            ),
          )
    }
    ${
      emergency && details.guide !== undefined
        ? html`<div class="card" part="guide"><h3>${text.guide}</h3><p class="guide">${words.say(details.guide)}</p></div>`
        : nothing
    }
    <header class="who" part="identity">
      <h2>${person.name}</h2>
      <p class="number">${text.born} <strong>${words.dates.date(person.birthDate)}</strong> · ${wordFor(text.sex, person.sex)}</p>
      <p class="row">
        ${chip("accent", iconManaged(), words.say(person.tier))}
        <span class="chip">${wordFor(text.standing, person.standing)}</span>
      </p>
      ${
        view?.about.state === "managed"
          ? html`<p class="hint">${text.matchedBy(wordFor(text.rung, view.about.rung))}</p>`
          : nothing
      }
    </header>
    ${comparison(details, words, statedBy)}
    ${link}
    ${emergency ? nothing : processBlock(person, words.say(next), words)}
    ${
      person.alerts.length === 0
        ? nothing
        : notice(
            "caution",
            iconInfo(),
            text.alerts,
            html`<ul>${person.alerts.map((alert) => html`<li>${words.say(alert)}</li>`)}</ul>`,
          )
    }
    ${facts(person, words)}
  `;
};
