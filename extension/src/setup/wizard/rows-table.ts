import type { ProfilePage } from "@cadre-care/his/draft";
import { html, type TemplateResult } from "lit";
import type { Said } from "../page-messages.ts";
import { reachableRung } from "./rungs.ts";
import type { WizardWords } from "./words.ts";

const toneOf = (rung: ReturnType<typeof reachableRung>): string => {
  if (rung === "none") return "none";
  return rung === "name-birth-date-sex" || rung === "cmnd-birth-date" ? "caution" : "good";
};

/** The first rows, or the patient: who is read, and for which rung of the match ladder that is enough. */
export const rowsTable = (
  words: WizardWords,
  kind: ProfilePage["kind"],
  look: Said<"look">["look"],
): TemplateResult => html`<section class="tight">
  <h3>${kind === "list" ? words.rows : words.patientRung}</h3>
  ${kind === "list" ? html`<p class="small">${words.rowCount(look.count)} ${look.count > look.subjects.length ? words.rowsFirst : ""}</p>` : ""}
  <table class="rows small">
    <thead><tr><th scope="col">${words.person}</th><th scope="col">${words.rung}</th></tr></thead>
    <tbody>${look.subjects.map(({ identity, emergency }) => {
      const rung = reachableRung(identity);
      return html`<tr>
        <td>${identity.name ?? identity.identifiers[0]?.value ?? "–"}${emergency ? html` <span class="chip none">${words.emergency}</span>` : ""}</td>
        <td><span class="chip ${toneOf(rung)}" data-rung=${rung}>${words.rungs[rung]}</span></td>
      </tr>`;
    })}</tbody>
  </table>
  <p class="soft small">${words.rowsHint}</p>
</section>`;
