import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { painted, until } from "../testing/frames.ts";
import { person, profileOf } from "../testing/profiles.ts";
import { RecordingObserver } from "../testing/recording-observer.ts";
import { watchPage } from "./watch-page.ts";

let abort: AbortController;
let observer: RecordingObserver;

const patientPage = (from: "text" | "value") => ({
  id: "patient",
  kind: "patient" as const,
  recognise: [{ selector: "#patient" }],
  root: "#patient",
  fields: {
    identifiers: [{ kind: "cccd" as const, parts: [{ from, selector: ".cccd" }] }],
    name: { parts: [{ from, selector: ".name" }], form: "family-comma-given" as const },
    birthDate: { parts: [{ from, selector: ".born" }], formats: ["dd/MM/yyyy" as const] },
    sex: {
      parts: [{ from: "selected-option" as const, selector: "select" }],
      codes: [
        { text: "Nam", sex: "male" as const },
        { text: "Nữ", sex: "female" as const },
      ],
    },
  },
  emergency: [{ when: "present" as const, selector: ".emergency" }],
  banner: { anchor: "#patient", position: "first-child" as const },
});

const select = "<select><option>Nam</option><option selected>Nữ</option></select>";
const texts = `<section id="patient"><h2 class="name">Bùi, Quốc Hùng</h2><p class="born">04/06/1961</p><p class="cccd">003061000001</p>${select}</section>`;
const inputs = `<form id="patient"><input class="name" /><input class="born" /><input class="cccd" />${select}<button type="button">Tìm</button></form>`;

const get = <Type extends HTMLElement = HTMLElement>(selector: string): Type => {
  const element = document.querySelector<Type>(selector);
  if (element === null) throw new Error(`no ${selector}`);
  return element;
};
const start = (from: "text" | "value") =>
  watchPage({ document, profile: profileOf(patientPage(from)), observer, signal: abort.signal });
const settled = () => until(() => observer.lastPatient?.settled === true);

beforeEach(() => {
  abort = new AbortController();
  observer = new RecordingObserver();
});
afterEach(() => {
  abort.abort();
  document.body.replaceChildren();
  history.replaceState(null, "", location.pathname + location.search);
});

describe("a patient page", () => {
  it("is read, first unsettled, then settled", async () => {
    document.body.innerHTML = texts;
    start("text");
    await settled();
    expect(observer.kind).toBe("patient");
    expect(observer.patients.map((reading) => reading.settled)).toEqual([false, true]);
    expect(observer.lastPatient).toMatchObject({
      generation: 1,
      identity: {
        identifiers: [{ kind: "cccd", value: "003061000001" }],
        name: "Bùi Quốc Hùng",
        birthDate: { year: 1961, month: 6, day: 4 },
        sex: "female",
      },
      urgency: { emergency: false },
      anchor: { element: get("#patient"), position: "first-child" },
      faults: [],
    });
  });

  it("is unsettled before the next paint when only its content changes", async () => {
    document.body.innerHTML = texts;
    start("text");
    await settled();
    await painted(15);
    get(".cccd").textContent = "003061000002";
    await painted();
    expect(observer.lastPatient).toMatchObject({ settled: false, generation: 2 });
    get(".name").textContent = "Lê, Thị Lan";
    await settled();
    expect(observer.lastPatient).toMatchObject({ generation: 3, identity: { name: "Lê Thị Lan" } });
  });

  it("raises an emergency without a new generation", async () => {
    document.body.innerHTML = texts;
    start("text");
    await settled();
    get("#patient").insertAdjacentHTML("beforeend", '<b class="emergency"></b>');
    await painted();
    expect(observer.lastPatient).toMatchObject({ generation: 1, urgency: { emergency: true } });
  });

  it("shows nobody when its fields are empty, and says what it cannot read", async () => {
    document.body.innerHTML = texts;
    for (const name of ["name", "born", "cccd"]) get(`.${name}`).textContent = "\u00a0";
    start("text");
    await settled();
    expect(observer.lastPatient).toMatchObject({ identity: null, faults: [] });
    get(".born").textContent = "6 Apr 1961";
    get(".name").textContent = "Hùng Bùi";
    await until(() => observer.lastPatient?.faults.length === 2);
    expect(observer.lastPatient?.faults.map(({ code }) => code)).toEqual([
      "date-format-unknown",
      "name-form-off",
    ]);
    expect(observer.lastPatient?.identity).toMatchObject({ identifiers: [] });
  });

  it("is found in a root that was replaced, and is gone when it is hidden", async () => {
    document.body.innerHTML = texts;
    start("text");
    await settled();
    document.body.innerHTML = texts.replaceAll("003061000001", "003061000009");
    await painted();
    expect(observer.gone).toEqual([]);
    expect(observer.lastPatient).toMatchObject({
      settled: false,
      generation: 2,
      identity: { identifiers: [{ value: "003061000009" }] },
      anchor: { element: get("#patient") },
    });
    document.body.style.display = "none";
    await painted();
    expect(observer.gone).toEqual(["patient"]);
    document.body.removeAttribute("style");
    await settled();
    expect(observer.lastPatient?.generation).toBeGreaterThan(2);
  });
});

describe("form controls filled by script", () => {
  const fill = (index: number) => {
    const { cccd, born } = person(index);
    get<HTMLInputElement>(".cccd").value = cccd;
    get<HTMLInputElement>(".born").value = born;
    get<HTMLInputElement>(".name").value = "Bùi, Quốc Hùng";
  };

  it("are read after the user clicked, though no mutation is seen", async () => {
    document.body.innerHTML = inputs;
    get("button").addEventListener("click", () => queueMicrotask(() => fill(1)));
    start("value");
    await settled();
    expect(observer.lastPatient?.identity).toBeNull();
    get("button").click();
    await painted(2);
    expect(observer.lastPatient).toMatchObject({ settled: false, generation: 2 });
    await settled();
    expect(observer.lastPatient).toMatchObject({ identity: { identifiers: [{ value: person(1).cccd }] } });
  });

  it("are read by the poll when nobody acted", async () => {
    document.body.innerHTML = inputs;
    start("value");
    await settled();
    fill(2);
    await until(() => observer.lastPatient?.identity !== null);
    await settled();
    expect(observer.lastPatient).toMatchObject({ identity: { identifiers: [{ value: person(2).cccd }] } });
  });

  it("never give away a password", async () => {
    document.body.innerHTML = inputs.replace(
      '<input class="cccd" />',
      '<input class="cccd" type="password" value="003061000001" />',
    );
    start("value");
    await settled();
    expect(JSON.stringify(observer.patients)).not.toContain("003061000001");
    expect(observer.lastPatient?.faults.map(({ code }) => code)).toContain("not-a-control");
  });
});

describe("what a page says for a form", () => {
  const parts = [{ from: "text" as const, selector: ".at" }];
  const facts = { version: 1 as const, facts: [{ item: "person-address" as const, parts }] };
  const told = () => observer.patients.map((reading) => reading.facts.map(({ text }) => text));

  it("is never told of the next patient, whichever the page writes first", async () => {
    document.body.innerHTML = texts.replace("</section>", '<p class="at">Số 1</p></section>');
    const profile = profileOf({ ...patientPage("text"), prefill: facts });
    watchPage({ document, profile, observer, signal: abort.signal });
    await settled();
    expect(told()).toEqual([[], ["Số 1"]]);
    get(".at").textContent = "Số 2";
    await painted(2);
    expect(told().at(-1)).toEqual([]);
    get(".cccd").textContent = "003061000002";
    await until(() => told().at(-1)?.[0] === "Số 2");
    expect(observer.lastPatient?.generation).toBe(2);
    get(".cccd").textContent = "003061000003";
    await painted();
    await settled();
    expect(told().at(-1)).toEqual([]);
    get(".at").textContent = "Số 3";
    await until(() => told().at(-1)?.[0] === "Số 3");
    const ofPatient = observer.patients.map(
      ({ identity, facts: [fact] }) => fact && `${identity?.identifiers[0]?.value} ${fact.text}`,
    );
    expect(new Set(ofPatient.filter((one) => one !== undefined))).toEqual(
      new Set(["003061000001 Số 1", "003061000002 Số 2", "003061000003 Số 3"]),
    );
  });

  it("is never told of the next patient, who comes after the page was hidden", async () => {
    document.body.innerHTML = texts.replace("</section>", '<p class="at">Số 1</p></section>');
    const profile = profileOf({ ...patientPage("text"), prefill: facts });
    watchPage({ document, profile, observer, signal: abort.signal });
    await until(() => told().at(-1)?.[0] === "Số 1");
    get("#patient").style.display = "none";
    await until(() => observer.gone.length === 1);
    const before = observer.patients.length;
    get(".cccd").textContent = "003061000002";
    get("#patient").style.display = "";
    await until(() => observer.patients.length > before);
    await settled();
    get(".at").textContent = "Số 2";
    await until(() => told().at(-1)?.[0] === "Số 2");
    expect(told().slice(before).flat()).not.toContain("Số 1");
  });
});

describe("a patient in a modal dialog", () => {
  it("is there while the dialog is open", async () => {
    document.body.innerHTML = `<main>Danh sách</main><dialog>${texts}</dialog>`;
    start("text");
    await painted(3);
    expect(observer.patients).toEqual([]);
    const dialog = get<HTMLDialogElement>("dialog");
    dialog.showModal();
    await settled();
    expect(observer.lastPatient?.identity?.name).toBe("Bùi Quốc Hùng");
    dialog.close();
    await painted();
    expect(observer.gone).toEqual(["patient"]);
  });
});

describe("addresses", () => {
  it("decide which page is expected, without a navigation", async () => {
    document.body.innerHTML = texts;
    const profile = profileOf({ ...patientPage("text"), where: { hash: "#/patients/*" } });
    watchPage({ document, profile, observer, signal: abort.signal });
    await painted(2);
    expect(observer.kind).toBe("none");
    history.replaceState(null, "", "#/patients/17");
    await settled();
    expect(observer.kind).toBe("patient");
    history.replaceState(null, "", "#/lists");
    await until(() => observer.gone.length === 1);
    expect(observer.kind).toBe("none");
  });

  it("that fit a page which is not there are reported", async () => {
    document.body.innerHTML = "<p>Phiên bản mới</p>";
    start("text");
    await until(() => observer.kind === "unrecognised");
    expect(observer.findings.map(({ code }) => code)).toEqual(["page-not-recognised", "element-count-off"]);
  });
});
