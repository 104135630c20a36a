import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { ListPage, PatientPage, ProfilePage } from "../profile/page-schema.ts";
import { draftPages } from "./draft-page.ts";
import { lookAtPage } from "./look-at-page.ts";
import type { DraftQuestion } from "./page-draft.ts";
import { placesOf } from "./page-places.ts";
import { withoutField } from "./page-work.ts";
import { pointField } from "./point-field.ts";
import { pointBanner, pointGutter } from "./point-place.ts";

const NAMES = ["Nguyễn Văn An", "Trần Thị Hoà", "Bùi Quốc Hùng", "Lê Mai", "Võ Đăng Khoa"];
type DraftedList = { readonly page: ProfilePage; readonly questions: readonly DraftQuestion[] };
const at = (selector: string): Element => {
  const found = document.querySelector(selector);
  if (found === null) throw new Error(`no ${selector}`);
  return found;
};

beforeEach(() => {
  document.body.innerHTML = `<table id="ds"><thead><tr><th></th><th>Mã BN</th><th>Họ và tên</th><th>Sinh</th><th>Phái</th></tr></thead><tbody>
    ${NAMES.map(
      (name, row) =>
        `<tr class="bn"><td></td><td>26000${row}717</td><td><a href="#x">${name}</a></td><td><i>1${row + 3}/03/195${row}</i></td><td>${row % 2}</td></tr>`,
    ).join("")}</tbody></table>
    <form id="bn"><label>Họ tên <input id="ten" value="Võ Đăng Khoa"></label> <b id="so">003050000011</b> <p id="ghi-chu">Tái khám</p></form>`;
});
afterEach(() => document.body.replaceChildren());

const drafted = (): { list: ListPage; patient: PatientPage } => {
  const { list, patient } = draftPages(document);
  if (list?.page === undefined || patient?.page === undefined) throw new Error("nothing drafted");
  return { list: list.page, patient: patient.page };
};
const births = (page: ProfilePage) =>
  lookAtPage(document, page).subjects.map(({ identity }) => identity.birthDate?.year);

describe("a field of a list", () => {
  it("is read where somebody pointed: in a row, at a child of the cell, or at the header", () => {
    const list = withoutField(drafted().list, "birth-date");
    if (list === undefined) throw new Error("no list");
    expect(births(list)).toEqual([undefined, undefined, undefined, undefined, undefined]);
    for (const place of [".bn:nth-child(2) td:nth-child(4)", ".bn:nth-child(3) i", "th:nth-child(4)"]) {
      const pointed = pointField(document, list, "birth-date", at(place));
      if (pointed.state !== "placed") throw new Error(place);
      expect(births(pointed.page)).toEqual([1950, 1951, 1952, 1953, 1954]);
      expect(pointed.field).toEqual({ role: "birth-date", labels: ["Sinh"], sure: true });
      expect(pointed.page.fields.name).toEqual(list.fields.name);
    }
  });

  it("whose day and month could be either way round is not sure", () => {
    const list = withoutField(drafted().list, "birth-date");
    for (const date of document.querySelectorAll("i")) date.textContent = "03/04/1950";
    if (list === undefined) throw new Error("no list");
    const pointed = pointField(document, list, "birth-date", at(".bn td:nth-child(4)"));
    expect(pointed).toMatchObject({ field: { sure: false }, questions: [{ doubt: "dates-undecided" }] });
  });

  it("whose codes nobody can guess comes back as a question with the codes", () => {
    const pointed = pointField(document, drafted().list, "sex", at(".bn td:nth-child(5)"));
    expect(pointed).toMatchObject({
      state: "placed",
      questions: [{ doubt: "sex-codes", role: "sex", codes: ["0", "1"] }],
    });
  });

  it("with the given name first is stated as such, and read where it is certain", () => {
    const list = withoutField(drafted().list, "name");
    if (list === undefined) throw new Error("no list");
    for (const link of document.querySelectorAll(".bn a")) {
      const [family, ...given] = (link.textContent ?? "").split(" ");
      link.textContent = [...given, family].join(" ");
    }
    const pointed = pointField(document, list, "name", at(".bn a"));
    if (pointed.state !== "placed") throw new Error("not placed");
    expect(pointed.page.fields.name?.form).toBe("given-first");
    expect(lookAtPage(document, pointed.page).subjects.map(({ identity }) => identity.name)).toEqual([
      "Nguyễn Văn An",
      "Trần Thị Hoà",
      "Bùi Quốc Hùng",
      undefined,
      "Võ Đăng Khoa",
    ]);
  });

  it("that says emergency in words is read beside a sign that was there", () => {
    const sign = { when: "present" as const, selector: ".cap-cuu" };
    for (const cell of document.querySelectorAll(".bn td:first-child")) cell.textContent = "Cấp cứu";
    const list = { ...drafted().list, emergency: [sign] };
    const pointed = pointField(document, list, "emergency", at(".bn td:first-child"));
    if (pointed.state !== "placed") throw new Error("not placed");
    expect(pointed.page.emergency).toHaveLength(2);
    expect(pointed.page.emergency).toContainEqual(sign);
    const again = pointField(document, pointed.page, "emergency", at(".bn td:first-child"));
    expect(again).toMatchObject({ state: "placed", page: { emergency: pointed.page.emergency } });
  });

  it("is not put outside the list, and not where its values cannot be read", () => {
    const { list } = drafted();
    expect(pointField(document, list, "name", at("#ghi-chu"))).toEqual({ state: "outside" });
    const pointed = pointField(document, list, "birth-date", at(".bn td:nth-child(3)"));
    expect(pointed).toMatchObject({ state: "placed", questions: [{ doubt: "dates-unread" }] });
    if (pointed.state === "placed") expect(pointed.page).toEqual(list);
  });

  it("is shown where it stands: its column with the header", () => {
    const places = placesOf(document, drafted().list);
    const name = places.find(({ role }) => role === "name");
    expect(name?.header).toBe(at("th:nth-child(3)"));
    expect(name?.elements).toHaveLength(5);
  });
});

describe("a name in two places", () => {
  const names = (page: ProfilePage) =>
    lookAtPage(document, page).subjects.map(({ identity }) => identity.name);
  const place = { "family-name": "tbody td:nth-child(2)", "given-name": "tbody td:nth-child(3)" } as const;
  const table = (family: string, given: string): DraftedList => {
    document.body.innerHTML = `<table id="ds"><thead><tr><th>Mã BN</th><th>${family}</th><th>${given}</th></tr></thead><tbody>
    ${NAMES.map((name, row) => `<tr><td>26000${row}717</td><td>${name.split(" ").slice(0, -1).join(" ")}</td><td>${name.split(" ").at(-1)}</td></tr>`).join("")}</tbody></table>`;
    const { list } = draftPages(document);
    if (list?.page === undefined) throw new Error("nothing drafted");
    return { page: list.page, questions: list.questions };
  };
  const point = ({ page, questions }: DraftedList, half: keyof typeof place) => {
    const pointed = pointField(document, page, half, at(place[half]), questions);
    if (pointed.state !== "placed") throw new Error("outside");
    return pointed;
  };

  it.each([
    ["family-name", "given-name"],
    ["given-name", "family-name"],
  ] as const)("is put together whichever half comes first: %s, %s", (one, other) => {
    const first = point(table("Lót", "X"), one);
    expect(first.questions).toMatchObject([{ doubt: "half-a-name", role: other }]);
    expect(first.field).toMatchObject({ role: "name", sure: false });
    // A half alone would be the name of everybody who has it.
    expect(names(first.page)).toEqual(NAMES.map(() => undefined));
    const second = point(first, other);
    expect(second.questions).toEqual([]);
    expect(second.field).toMatchObject({ role: "name", sure: true });
    expect(names(second.page)).toEqual(NAMES);
    // One half put again leaves the other where it is.
    expect(names(point({ page: second.page, questions: [] }, one).page)).toEqual(NAMES);
  });

  it("of which the draft found one half is asked for the other, and keeps the one that it found", () => {
    const drafted = table("Họ lót", "X");
    expect(drafted.questions).toContainEqual({
      doubt: "half-a-name",
      role: "given-name",
      labels: ["Họ lót"],
      parts: [{ from: "text", header: "Họ lót" }],
    });
    expect(names(point(drafted, "given-name").page)).toEqual(NAMES);
    // The half that is known, put again, still lacks the other.
    expect(point(drafted, "family-name").questions).toMatchObject([{ role: "given-name" }]);
  });

  it("never takes a whole name for one of its halves", () => {
    document.body.innerHTML = `<table id="ds"><thead><tr><th>Mã BN</th><th>Lót</th><th>X</th><th>Họ và tên</th></tr></thead><tbody>
    ${NAMES.map((name, row) => `<tr><td>26000${row}717</td><td>${name.split(" ").slice(0, -1).join(" ")}</td><td>${name.split(" ").at(-1)}</td><td>${name}</td></tr>`).join("")}</tbody></table>`;
    const { list } = draftPages(document);
    if (list?.page === undefined) throw new Error("nothing drafted");
    const first = point({ page: list.page, questions: list.questions }, "given-name");
    expect(names(first.page)).toEqual(NAMES);
    expect(first.field?.sure).toBe(false);
  });
});

it("a field of a patient is read where somebody pointed", () => {
  const { patient } = drafted();
  const pointed = pointField(document, patient, "cccd", at("#so"));
  if (pointed.state !== "placed") throw new Error("outside");
  expect(lookAtPage(document, pointed.page).subjects[0]?.identity.identifiers).toEqual([
    { kind: "cccd", value: "003050000011" },
  ]);
  expect(pointField(document, patient, "cccd", at("td"))).toEqual({ state: "outside" });
});

it("the last field by which anybody could be told apart cannot be taken away", () => {
  const { patient } = drafted();
  expect(withoutField(patient, "name")).toBeUndefined();
});

it("marks go into a free column, and a column with text is said to be occupied", () => {
  const { list } = drafted();
  expect(pointGutter(document, list, at("td"))).toMatchObject({
    state: "placed",
    occupied: false,
    page: { gutter: { at: "column", cell: expect.any(String) } },
  });
  expect(pointGutter(document, list, at("td:nth-child(2)"))).toMatchObject({ occupied: true });
  expect(pointGutter(document, list, at("#so"))).toEqual({ state: "outside" });
});

it("the banner goes beside the element that somebody pointed at", () => {
  expect(pointBanner(document, drafted().patient, at("#ghi-chu"))).toMatchObject({
    state: "placed",
    page: { banner: { anchor: "#ghi-chu" } },
  });
});

describe("the banner, where somebody pointed", () => {
  const banner = (element: Element) => {
    const { patient } = drafted();
    const pointed = pointBanner(document, patient, element);
    return pointed.state === "placed" ? pointed.page.banner : undefined;
  };

  it.each(["#ds td", "#ds tr", "#ds thead", "#ds tbody", "#ds th"])(
    "at %s stands before the table",
    (place) => {
      expect(banner(at(place))).toEqual({ anchor: "#ds", position: "before" });
    },
  );

  it("in a list, a control or a dialog breaks none of them", () => {
    document.body.insertAdjacentHTML(
      "beforeend",
      `<ul id="muc"><li>x</li></ul><p id="chon"><select><option>x</option></select></p><dialog id="hop" open><i>x</i></dialog>`,
    );
    expect(banner(at("li"))).toEqual({ anchor: "#muc", position: "before" });
    expect(banner(at("option"))?.anchor).toBe("select");
    expect(banner(at("#hop"))).toEqual({ anchor: "#hop", position: "first-child" });
    expect(banner(at("#hop i"))?.position).toBe("before");
    expect(banner(at("label input"))?.anchor).toBe("label");
  });

  it("in a shadow root stands inside what was pointed at", () => {
    const host = document.body.appendChild(document.createElement("his-card"));
    host.attachShadow({ mode: "open" }).innerHTML = `<div id="the"><table><tr><td>x</td></tr></table></div>`;
    const cell = host.shadowRoot?.querySelector("td");
    if (cell === null || cell === undefined) throw new Error("no cell");
    expect(banner(cell)).toEqual({ anchor: "his-card >>> #the", position: "first-child" });
  });

  it("is not put at the page as a whole", () => {
    expect(banner(document.body)).toBeUndefined();
    expect(banner(document.documentElement)).toBeUndefined();
  });

  it("stays after what it stood after, and leaves a place inside for one before", () => {
    const { patient } = drafted();
    for (const [before, now] of [
      ["after", "after"],
      ["first-child", "before"],
    ] as const) {
      const page: PatientPage = { ...patient, banner: { anchor: "#bn", position: before } };
      expect(pointBanner(document, page, at("#ghi-chu"))).toMatchObject({
        page: { banner: { anchor: "#ghi-chu", position: now } },
      });
    }
  });
});

it("a field in a shadow root of the patient's part is read where somebody pointed", () => {
  const { patient } = drafted();
  const host = at("#bn").appendChild(document.createElement("his-card"));
  host.attachShadow({ mode: "open" }).innerHTML = `<p><b id="the">003050000011</b></p>`;
  const card = host.shadowRoot?.querySelector("b");
  if (card === null || card === undefined) throw new Error("no card");
  const pointed = pointField(document, patient, "cccd", card);
  if (pointed.state !== "placed") throw new Error("outside");
  expect(lookAtPage(document, pointed.page).subjects[0]?.identity.identifiers).toEqual([
    { kind: "cccd", value: "003050000011" },
  ]);
});
