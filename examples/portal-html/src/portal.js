import { showPatient } from "./care.js";

/** @typedef {import("@cadre-care/example-portal-common").Reception} Reception */

const main = document.querySelector("main");

/** A copy of what a template of the page holds. @param {string} id @param {Reception} [reception] */
const copy = (id, reception) => {
  const template = document.getElementById(id);
  if (!(template instanceof HTMLTemplateElement)) throw new Error(`no template: ${id}`);
  const part = document.importNode(template.content, true);
  for (const [field, value] of Object.entries(reception ?? {}))
    for (const place of part.querySelectorAll(`[data-field="${field}"]`))
      if (value === "" && place.matches(".tag")) place.remove();
      else place.textContent = value === "" ? "–" : String(value);
  if (reception?.emergency) part.querySelector(".tag")?.classList.add("urgent");
  return part;
};

/** @param {readonly Reception[]} receptions */
const listOf = (receptions) => {
  const list = copy("list");
  for (const reception of receptions) {
    const row = copy("row", reception);
    row.querySelector("a")?.setAttribute("href", `#/${reception.id}`);
    list.querySelector("tbody")?.append(row);
  }
  return list;
};

/** A form is opened, which the board sees as a view, only when its desk is chosen. @param {Element} page @param {string} desk */
const goTo = (page, desk) => {
  for (const button of page.querySelectorAll("[data-desk]"))
    button.setAttribute("aria-pressed", String(button.getAttribute("data-desk") === desk));
  page.querySelector(".job")?.replaceChildren(copy(desk));
};

const receptions = /** @type {readonly Reception[]} */ (await (await fetch("/api/receptions")).json());

/** Today's patients, or the one whose id the address names. */
const show = () => {
  const patient = receptions.find(({ id }) => location.hash === `#/${id}`);
  showPatient(patient);
  main?.replaceChildren(patient === undefined ? listOf(receptions) : copy("patient", patient));
  // Emergency care first: no form of the board's is offered beside it.
  if (patient?.emergency) main?.querySelector(".desks")?.remove();
  if (main !== null && patient !== undefined) goTo(main, "reception");
};

main?.addEventListener("click", ({ target }) => {
  const desk = target instanceof Element ? target.getAttribute("data-desk") : null;
  if (desk !== null) goTo(main, desk);
});
main?.addEventListener("cadre-open-panel", () => goTo(main, "reception"));
addEventListener("hashchange", show);
show();
