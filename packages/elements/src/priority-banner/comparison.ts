import type { PatientDetails } from "@cadre-care/domain";
import { html, nothing, type TemplateResult } from "lit";
import type { LanguageController } from "../language/language-controller.ts";
import { chip } from "../theme/chip.ts";
import { iconDone, iconWarning } from "../theme/icons.ts";
import { notice } from "../theme/notice.ts";
import { detailsMessages, scanComparison } from "./details.messages.ts";

/** Where the stated side of the comparison comes from. */
export type StatedBy = "page" | "scan";

/** Written alike: capitals, spaces and the way of composing diacritics do not count; a missing diacritic does. */
const alike = (one: string, other: string): boolean => plain(one) === plain(other);
const plain = (value: string): string =>
  value.normalize("NFC").toLocaleLowerCase("vi").replaceAll(/\s+/g, " ").trim();

/** Whether what the page says about the person differs from the directory. */
export const differs = ({ person, stated }: PatientDetails): boolean =>
  (stated.name !== undefined && !alike(stated.name, person.name)) ||
  (stated.birthDate !== undefined && stated.birthDate !== person.birthDate);

/** The identity on the page beside the identity in the directory, so that staff compare the two (DESIGN rule 10). */
export const comparison = (
  details: PatientDetails,
  words: LanguageController,
  statedBy: StatedBy,
): TemplateResult => {
  const text = { ...words.of(detailsMessages), ...(statedBy === "scan" ? words.of(scanComparison) : {}) };
  const { person, stated } = details;
  const row = (
    title: string,
    onPage: string | undefined,
    known: string,
    same: boolean,
  ): TemplateResult => html`
    <tr>
      <th scope="row">${title}</th>
      <td class="number">${onPage ?? html`<span class="soft">${text.notShown}</span>`}</td>
      <td class="number">${known}</td>
      <td>
        ${
          onPage === undefined
            ? nothing
            : same
              ? chip("good", iconDone(), text.same)
              : chip("caution", iconWarning(), text.differs)
        }
      </td>
    </tr>
  `;
  return html`
    <table class="compare" part="comparison">
      <caption>${text.compareTitle}</caption>
      <thead>
        <tr>
          <td></td>
          <th scope="col">${text.onPage}</th>
          <th scope="col">${text.inDirectory}</th>
          <td></td>
        </tr>
      </thead>
      <tbody>
        ${row(text.name, stated.name, person.name, alike(stated.name ?? "", person.name))}
        ${row(
          text.born,
          stated.birthDate === undefined ? undefined : words.dates.date(stated.birthDate),
          words.dates.date(person.birthDate),
          stated.birthDate === person.birthDate,
        )}
      </tbody>
    </table>
    ${differs(details) ? notice("caution", iconWarning(), text.compareHow) : nothing}
  `;
};
