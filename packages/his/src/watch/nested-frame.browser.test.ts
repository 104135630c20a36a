import { afterEach, expect, it } from "vitest";
import { painted, until } from "../testing/frames.ts";
import { type Person, person, profileOf } from "../testing/profiles.ts";
import { RecordingObserver } from "../testing/recording-observer.ts";
import { watchPage } from "./watch-page.ts";

/** The shape of DOMAIN 7.1: a grid two frames deep, its header a table of its own, identifiers in hidden columns. */
const grid = (people: readonly Person[]): string => `
  <div class="ui-jqgrid" id="gbox_grd">
    <div style="overflow:hidden"><table><thead><tr class="ui-jqgrid-labels"><th>STT</th><th style="display:none">Mã</th><th>Họ tên</th><th>Ngày sinh</th></tr></thead></table></div>
    <div class="ui-jqgrid-bdiv" style="height:200px;overflow:auto"><div style="position:relative"><table id="grd"><tbody>
      <tr class="jqgfirstrow" style="height:0"><td style="padding:0"></td><td></td><td></td><td></td></tr>${rows(people)}
    </tbody></table></div></div></div>`;
const rows = (people: readonly Person[]): string =>
  people
    .map(
      ({ cccd, name, born }, at) =>
        `<tr class="jqgrow" style="height:22px"><td>${at + 1}</td><td style="display:none" aria-describedby="grd_CCCD">${cccd}</td><td title="${name}">${name}</td><td>${born}</td></tr>`,
    )
    .join("");

const profile = profileOf({
  id: "reception",
  kind: "list",
  where: { frame: "nested" },
  recognise: [{ selector: "#gbox_grd" }, { selector: "#grd" }],
  root: "#gbox_grd",
  rows: { selector: "tr.jqgrow", count: { min: 0, max: 300 } },
  columns: { headers: ".ui-jqgrid-labels > th", count: { min: 4, max: 4 } },
  scroller: ".ui-jqgrid-bdiv",
  gutter: { at: "column", header: "STT" },
  fields: {
    identifiers: [{ kind: "cccd", parts: [{ from: "text", selector: 'td[aria-describedby$="_CCCD"]' }] }],
    name: { parts: [{ from: "attribute", attribute: "title", header: "Họ tên" }] },
    birthDate: { parts: [{ from: "text", header: "Ngày sinh" }], formats: ["dd/MM/yyyy"] },
  },
});

const nest = (parent: Document): Document => {
  const frame = parent.createElement("iframe");
  frame.style.cssText = "width:700px;height:500px;border:0";
  frame.src = "about:blank";
  parent.body.append(frame);
  const inner = frame.contentDocument;
  if (inner === null) throw new Error("no document");
  return inner;
};

const abort = new AbortController();
afterEach(() => {
  abort.abort();
  document.body.replaceChildren();
});

it("a grid two frames deep is read there, through reloads, and nowhere else", async () => {
  const outer = nest(document);
  const inner = nest(outer);
  const view = inner.defaultView;
  if (view === null) throw new Error("no window");
  const there = new RecordingObserver(inner);
  const around = new RecordingObserver(outer);
  watchPage({ document: outer, profile, observer: around, signal: abort.signal });
  watchPage({ document: inner, profile, observer: there, signal: abort.signal });
  const people = Array.from({ length: 30 }, (_, index) => person(index));
  inner.body.innerHTML = grid(people);
  await until(() => there.lists.length > 0, view);
  expect(there.lastList?.faults).toEqual([]);
  expect(there.names[0]).toBe(person(0).name);
  expect(there.lastList?.rows[0]?.identity.identifiers).toEqual([{ kind: "cccd", value: person(0).cccd }]);
  expect(there.lastList?.rows[0]?.height).toBeGreaterThanOrEqual(22);
  const body = inner.querySelector("#grd > tbody");
  if (body === null) throw new Error("no body");

  // The same people drawn again: nothing to say. Others: a new generation before the next paint.
  const generation = there.lastList?.generation;
  const readings = there.lists.length;
  const first = '<tr class="jqgfirstrow" style="height:0"><td></td><td></td><td></td><td></td></tr>';
  body.innerHTML = first + rows(people);
  await painted(2, view);
  expect(there.lists.slice(readings).filter(({ rows: said }) => said.length > 0 && said.length < 10)).toEqual(
    [],
  );
  expect(there.lastList?.generation).toBe(generation);
  body.innerHTML = first + rows([...people].reverse());
  await painted(1, view);
  expect(there.names[0]).toBe(person(29).name);
  expect(there.lastList?.generation).toBeGreaterThan(generation ?? 0);
  expect(around.lists).toEqual([]);
});
