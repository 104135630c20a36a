import { PAGE_SETTINGS, type PageWork, readPage } from "@cadre-care/his/draft";
import axe from "axe-core";
import { afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { hospital, origins } from "../testing/edited-list.ts";
import { listPage } from "../testing/list-page.ts";
import { type DeskInput, scriptedDesk } from "../testing/scripted-desk.ts";
import { defineScreens } from "./define-screens.ts";
import { MoreEditor } from "./more-editor.ts";
import type { Desk } from "./wizard-desk.ts";

beforeAll(defineScreens);
afterEach(() => document.body.replaceChildren());

const part = (selector: string) => ({ from: "text", selector });
const work = (page: unknown): PageWork => {
  const read = readPage(page);
  if (read === undefined) throw new Error("no page");
  return { page: read, fields: [], questions: [] };
};
const list = work(
  listPage({
    columns: { headers: "th", count: { min: 2, max: 2 } },
    fields: { identifiers: [{ kind: "cccd", parts: [{ from: "text", header: "CCCD" }] }] },
  }),
);
const patient = work({
  id: "patient",
  kind: "patient",
  recognise: [{ selector: "#form" }],
  root: "#form",
  banner: { anchor: "#form", position: "before" },
  fields: {
    identifiers: [{ kind: "bhyt", parts: [part(".a"), part(".b")] }],
    name: { parts: [part(".name")] },
    sex: { parts: [part(".sex")], codes: [{ text: "0", sex: "male" }] },
  },
  prefill: { version: 1, facts: [{ item: "person-address", parts: [part(".address")] }] },
});
const header = work({
  id: "header",
  kind: "patient",
  recognise: [{ selector: "#head" }],
  root: "#head",
  fields: { identifiers: [{ kind: "bhyt", parts: [part(".a")] }] },
});
const look = (more: object) => ({
  said: "look" as const,
  id: 1,
  frameId: 0,
  look: {
    state: "shown" as const,
    count: 1,
    problems: [],
    subjects: [],
    counts: {
      recognise: [1],
      root: 1,
      anchor: 1,
      facts: [{ item: "person-address", text: "Phố Mẫu" }],
      ...more,
    },
  },
});

const deskOn = (edited: PageWork, more: DeskInput = {}): Desk =>
  scriptedDesk({
    book: { hospital, origins, pages: [list, patient, header] },
    edited: edited.page.id,
    editedWork: edited,
    more: true,
    looks: new Map([[edited.page.id, look({})]]),
    ...more,
  });
const shown = async (desk: Desk) => {
  const screen = new MoreEditor(desk);
  document.body.append(screen);
  await screen.updateComplete;
  const parts = [
    ...(screen.shadowRoot?.querySelectorAll("setup-texts, setup-columns, setup-prefill, setup-joins") ?? []),
  ];
  for (const one of parts) await Reflect.get(one, "updateComplete");
  const find = <Kind extends Element>(selector: string): Kind => {
    for (const one of parts) {
      const found = one.shadowRoot?.querySelector<Kind>(selector);
      if (found !== null && found !== undefined) return found;
    }
    throw new Error(`nothing at ${selector}`);
  };
  const settings = parts.flatMap((one) =>
    [...(one.shadowRoot?.querySelectorAll<HTMLElement>("[data-setting]") ?? [])].map(
      ({ dataset }) => dataset.setting,
    ),
  );
  return { screen, find, settings };
};
const type = (field: HTMLInputElement | HTMLTextAreaElement, text: string): void => {
  field.value = text;
  field.dispatchEvent(new Event("change"));
};

it("every setting of a page has a screen", async () => {
  const onList = await shown(deskOn(list));
  const onPatient = await shown(deskOn(patient));
  const settings = new Set([...onList.settings, ...onPatient.settings]);
  expect(PAGE_SETTINGS.filter((setting) => !settings.has(setting))).toEqual([]);
});

it("nothing of it is there until it is opened", async () => {
  const { settings, screen } = await shown(deskOn(list, { more: false }));
  expect(settings).toEqual([]);
  expect(screen.shadowRoot?.querySelector("summary")?.textContent).toContain("ít khi cần");
});

it.each([
  ["a list", list],
  ["a patient", patient],
  ["a part", header],
])("the screen for %s has nothing against it", async (_what, edited) => {
  for (const language of ["vi", "en"] as const) {
    document.body.replaceChildren();
    const { screen } = await shown(deskOn(edited, { language }));
    const report = await axe.run(screen);
    expect(report.violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`)).toEqual([]);
    expect(report.passes.length).toBeGreaterThan(0);
  }
});

describe("what is typed", () => {
  it("is the page's at once, as far as the profile takes it", async () => {
    const change = vi.fn<Desk["change"]>(async () => undefined);
    const { find } = await shown(deskOn(patient, { change }));
    type(find<HTMLInputElement>("#root"), ".open > .inner");
    type(find<HTMLInputElement>("#female"), "1, Female");
    const changed = change.mock.calls.map(([{ page }]) => page);
    expect(changed[0]).toMatchObject({ root: ".open > .inner" });
    expect(changed[1]?.fields.sex?.codes).toEqual([
      { text: "0", sex: "male" },
      { text: "1", sex: "female" },
      { text: "Female", sex: "female" },
    ]);
  });

  it("is refused in words where the profile does not take it", async () => {
    const change = vi.fn<Desk["change"]>(async () => undefined);
    const { find } = await shown(deskOn(patient, { change }));
    type(find<HTMLInputElement>("#root"), "   ");
    await vi.waitFor(() => expect(find("#root-fault").textContent).toContain("không nhận giá trị này"));
    expect(find("#root").getAttribute("aria-invalid")).toBe("true");
    expect(change).not.toHaveBeenCalled();
  });

  it("says how much it finds, and that a selector is none", async () => {
    const looks = new Map([["patient", look({ recognise: [-1], root: 3 })]]);
    const { find } = await shown(deskOn(patient, { looks }));
    expect(find("#root-found").textContent).toContain("3");
    expect(find("#recognise-fault").textContent).toContain("không hiểu bộ chọn");
  });

  it("gives a page an id that no other has", async () => {
    const rename = vi.fn<Desk["rename"]>(async () => undefined);
    const { find } = await shown(deskOn(patient, { rename }));
    type(find<HTMLInputElement>("#id"), "list");
    expect(rename).not.toHaveBeenCalled();
    type(find<HTMLInputElement>("#id"), "record");
    expect(rename).toHaveBeenCalledWith("record");
  });
});

it("what forms take is pointed at, shown and taken away", async () => {
  const change = vi.fn<Desk["change"]>(async () => undefined);
  const point = vi.fn<Desk["point"]>(async () => undefined);
  const { find } = await shown(deskOn(patient, { change, point }));
  expect(find("[data-fact=person-address] .sample").textContent).toContain("Phố Mẫu");
  find<HTMLSelectElement>("#fact").value = "person-phone";
  find<HTMLButtonElement>(".add button").click();
  expect(point).toHaveBeenCalledWith("person-phone");
  find<HTMLButtonElement>("[data-fact] .tools button:last-child").click();
  expect(change.mock.calls[0]?.[0].page).not.toHaveProperty("prefill");
});

it("a patient in two frames is joined by a code that both state", async () => {
  const change = vi.fn<Desk["change"]>(async () => undefined);
  const { find } = await shown(deskOn(patient, { change }));
  find<HTMLInputElement>("input[value=header]").click();
  expect(change.mock.calls[0]?.[0].page).toMatchObject({ joins: { pages: ["header"], key: "bhyt" } });
});
