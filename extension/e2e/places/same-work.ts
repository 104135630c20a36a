import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { eventually } from "../harness/index.ts";
import type { BoardResource } from "../support/board-reader.ts";
import { submitForm } from "../support/exam-desk.ts";
import { FormTypist } from "../support/form-typist.ts";
import { clickDeep, enterSecret, SECRET, seesText } from "../support/receptionist.ts";
import { answersOf, measuredIn } from "../support/submitted-forms.ts";
import { expectAccessible } from "./accessible.ts";
import { answersIn, isFormShown, NOTE, REFERRAL, returnToForm } from "./open-form.ts";
import { PersonRecords } from "./person-records.ts";
import type { Person, Place } from "./place.ts";
import { NOTHING_WAITS, sendAll } from "./send-all.ts";

const DELIVERED = "Máy chủ của đơn vị quản lý đã nhận";
const WAITS = /\d+ mục chờ gửi/;

const only = (found: readonly BoardResource[]): BoardResource => {
  expect(found).toHaveLength(1);
  const [one] = found;
  if (one === undefined) throw new Error("nothing arrived");
  return one;
};

/**
 * The day of one receptionist and doctor, the same wherever they work: each test goes on where the one before left off,
 * with the board asked what it has.
 */
export const sameWork = (start: () => Promise<Place>): void => {
  let place: Place;
  let records: (person: Person) => PersonRecords;
  let page: Page;
  beforeAll(async () => {
    place = await start();
    const known = new Map(
      place.people.map((person) => [person, new PersonRecords(place.officer, person)] as const),
    );
    records = (person) => known.get(person) ?? new PersonRecords(place.officer, person);
  });
  afterAll(async () => {
    // What failed while the board was away is no reason for the next place to find it so.
    place?.faults.heal();
    await place?.end();
  });

  const visitedOnce = async (person: Person): Promise<BoardResource> => {
    const visit = only(await records(person).visits());
    expect(visit).toMatchObject({ status: "arrived" });
    only(await records(person).recorders([visit]));
    return visit;
  };

  it("check-in: the board has it once", async () => {
    const [person] = place.people;
    page = await place.open(person);
    await page.waitForSelector(">>> [part=check-in]", { visible: true });
    await expectAccessible(page);
    await clickDeep(page, ">>> [part=check-in]");
    await seesText(page, "Đơn vị quản lý đã nhận", 90_000);
    await visitedOnce(person);
    await expectAccessible(page);
  });

  it("offline: a check-in waits, and is shown as waiting", async () => {
    const [, person] = place.people;
    place.faults.inject({ kind: "down" });
    const other = await place.open(person);
    await clickDeep(other, ">>> [part=check-in]");
    await seesText(other, "Đã lưu trên máy này");
    await seesText(other, WAITS);
    await expectAccessible(other);
  });

  it("kill, still offline: an exam that is half filled in is there again to the last answer, and the check-in waits", async () => {
    const [person] = place.people;
    await place.turnTo(page);
    await place.openForm(page, "exam");
    await expectAccessible(page);
    const typist = new FormTypist(page, { words: "Tốt" });
    await typist.type(NOTE);
    await typist.press("Enter");
    expect(await typist.fill(60)).toBe(false);
    await seesText(page, "Đã lưu trên máy này lúc");
    const before = await answersIn(page);
    expect(JSON.stringify(before)).toContain(NOTE);
    await place.session.kill();
    await place.relaunch();
    page = await place.open(person);
    await enterSecret(page, SECRET);
    await place.openForm(page, "exam");
    expect(await answersIn(page)).toEqual(before);
    await seesText(page, WAITS);
  });

  it("online again: the check-in of before the kill is delivered once, and nothing of the exam", async () => {
    const [person, waiting] = place.people;
    expect(await isAway(place)).toBe(true);
    place.faults.heal();
    await sendAll(page);
    await visitedOnce(waiting);
    expect(await records(person).forms("kham-suc-khoe")).toEqual([]);
  });

  it("exam: what was begun before the kill is delivered once, with what was measured", async () => {
    const [person] = place.people;
    await returnToForm(page);
    const typist = new FormTypist(page, { words: "Tốt" });
    expect(await typist.fill()).toBe(true);
    await expectAccessible(page);
    await submitForm(page, typist);
    await seesText(page, DELIVERED, 90_000);
    await expectAccessible(page);
    const exam = only(await records(person).forms("kham-suc-khoe"));
    expect(exam).toMatchObject({ status: "completed" });
    expect(JSON.stringify(answersOf(exam))).toContain(NOTE);
    const visit = await visitedOnce(person);
    expect(exam).toMatchObject({ encounter: { reference: `Encounter/${visit.id}` } });
    const observations = await records(person).observationsFrom(exam);
    const measured = measuredIn(observations);
    expect(observations).toHaveLength(Object.keys(measured).length);
    expect(measured).toMatchObject({ "8302-2": [165, "cm"], "29463-7": [61, "kg"] });
  });

  let second: Page;
  const both = (act: (tab: Page) => Promise<unknown>): Promise<unknown> => act(page).then(() => act(second));

  it("several tabs: a referral's draft is in both, and both are locked and unlocked together", async () => {
    const [person] = place.people;
    await place.closeForm(page);
    await place.openForm(page, "referral");
    expect(await new FormTypist(page, REFERRAL).fill()).toBe(true);
    await seesText(page, "Đã lưu trên máy này lúc");
    const written = await answersIn(page);
    second = await place.open(person);
    await place.openForm(second, "referral");
    expect(await answersIn(second)).toEqual(written);
    await clickDeep(second, ">>> cadre-session >>> [part=lock]");
    await both((tab) => seesText(tab, "Phiếu đang mở được ẩn và giữ nguyên"));
    await both(async (tab) => expect(await isFormShown(tab)).toBe(false));
    await expectAccessible(second);
    await enterSecret(second, SECRET);
    await both((tab) => eventually("the form is shown again", () => isFormShown(tab)));
    await both(async (tab) => expect(await answersIn(tab)).toEqual(written));
  });

  it("referral: sent from both tabs with the board away, it waits in both, and is delivered once", async () => {
    const [person] = place.people;
    place.faults.inject({ kind: "down" });
    await both(async (tab) => {
      await place.turnTo(tab);
      await clickDeep(tab, ">>> .foot [part=submit]");
      await seesText(tab, "Phiếu đã được ghi nhận");
      await seesText(tab, "đang chờ gửi");
      await seesText(tab, WAITS);
      await expectAccessible(tab);
    });
    expect(await isAway(place)).toBe(true);
    place.faults.heal();
    await sendAll(second);
    await both((tab) => seesText(tab, DELIVERED, 120_000));
    await both((tab) => seesText(tab, NOTHING_WAITS));
    const referral = only(await records(person).forms("phieu-chuyen"));
    expect(referral).toMatchObject({ status: "completed" });
    const request = only(await records(person).requests());
    expect(JSON.stringify(request.supportingInfo)).toContain(`QuestionnaireResponse/${referral.id}`);
    only(await records(person).tasksFor(request));
    await visitedOnce(person);
  });
};

/** The board is really out of reach: nothing can have arrived before it is healed. */
const isAway = (place: Place): Promise<boolean> =>
  fetch(`${place.faults.url}/health`).then(
    () => false,
    () => true,
  );
