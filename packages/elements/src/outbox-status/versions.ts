import type { OutboxFieldView } from "@cadre-care/domain";
import { html, nothing, type TemplateResult } from "lit";
import type { LanguageController } from "../language/language-controller.ts";
import { chip } from "../theme/chip.ts";
import { iconConflict } from "../theme/icons.ts";
import { fieldLabel } from "./field-label.ts";
import { openedEntryMessages } from "./opened-entry.messages.ts";
import { shownValue } from "./shown-value.ts";

interface Pair {
  /** Either of the two, for its name. */
  readonly field: OutboxFieldView;
  readonly mine?: OutboxFieldView;
  readonly theirs?: OutboxFieldView;
}

/** Both versions field by field, in the order of ours; what only the board has comes last. */
export const pairFields = (
  mine: readonly OutboxFieldView[],
  theirs: readonly OutboxFieldView[],
): readonly Pair[] => [
  ...mine.map((field): Pair => {
    const other = theirs.find(({ id }) => id === field.id);
    return { field, mine: field, ...(other === undefined ? {} : { theirs: other }) };
  }),
  ...theirs
    .filter((field) => mine.every(({ id }) => id !== field.id))
    .map((field): Pair => ({ field, theirs: field })),
];

/** Roles are stated, since narrow panels lay the table out as a grid, and then some browsers forget what it is. */
export const versions = (
  mine: readonly OutboxFieldView[],
  theirs: readonly OutboxFieldView[],
  words: LanguageController,
  now: number,
): TemplateResult => {
  const text = words.of(openedEntryMessages);
  const value = (field: OutboxFieldView | undefined): TemplateResult | string =>
    field === undefined || field.value === ""
      ? html`<span class="soft">${text.absent}</span>`
      : shownValue(field, words, now);
  const row = (pair: Pair): TemplateResult => {
    const differs = pair.mine?.value !== pair.theirs?.value;
    return html`
      <tr role="row" class=${differs ? "differs" : "same"}>
        <th role="rowheader" scope="row">
          ${fieldLabel(pair.field, words)} ${differs ? chip("caution", iconConflict(), text.differs) : nothing}
        </th>
        <td role="cell">${value(pair.mine)}</td>
        <td role="cell">${value(pair.theirs)}</td>
      </tr>
    `;
  };
  return html`
    <table role="table" part="versions" aria-label=${text.chooseTitle}>
      <thead role="rowgroup">
        <tr role="row">
          <th role="columnheader" scope="col">${text.field}</th>
          <th role="columnheader" scope="col">${text.mine}</th>
          <th role="columnheader" scope="col">${text.theirs}</th>
        </tr>
      </thead>
      <tbody role="rowgroup">${pairFields(mine, theirs).map(row)}</tbody>
    </table>
  `;
};
